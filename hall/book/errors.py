"""What goes wrong in a room; each sentence, in French, is for whoever asked."""


class RoomError(Exception):
    """A room cannot do what is asked."""


class GestureRefusedError(RoomError):
    """The gesture has no sense where the debate stands."""


class BallotRefusedError(RoomError):
    """The form is not an answer to its question; the sentence says what to change."""


class PlaceError(RoomError):
    """Rooms cannot be kept where the settings say; the sentence names the setting."""
