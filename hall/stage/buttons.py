"""What a desk shows: where the debate stands, what comes next, the buttons that do something now."""

from __future__ import annotations

from typing import Any

from hall.book import codes
from hall.book.gestures import Gesture, onward, possible
from hall.book.rooms import Room
from hall.book.steps import RoomState, StepState
from hall.stage.addresses import of_telephones
from hall.stage.hall import Hall
from hall.stage.participants import promise
from hall.stage.screen.counts import at_least

WORDS = {
    Gesture.OPEN: "Ouvrir",
    Gesture.CLOSE: "Clore",
    Gesture.REVEAL: "Révéler",
    Gesture.NEXT: "Suivant",
    Gesture.BACK: "Précédent",
    Gesture.AGAIN: "Second tour",
    Gesture.DARK: "Écran noir",
    Gesture.LOCK: "Fermer la porte",
    Gesture.END: "Terminer",
}
_LEADING = (Gesture.OPEN, Gesture.CLOSE, Gesture.REVEAL, Gesture.NEXT, Gesture.BACK)
_STATES = {
    StepState.PREPARED: "La question n’est pas encore ouverte.",
    StepState.OPEN: "La question est ouverte.",
    StepState.CLOSED: "La question est close\u202f: rien n’est encore montré.",
    StepState.REVEALED: "Les résultats sont à l’écran.",
}
_DOES = {
    Gesture.CLOSE: "plus aucune réponse ne sera prise",
    Gesture.REVEAL: "l’écran montrera les résultats",
    Gesture.END: "le code n’ouvrira plus rien, et les réponses se gardent ou s’effacent",
}


def here(room: Room) -> str:
    """Return the address of a desk: that of a room that has ended has no code any more."""
    return f"/regie/{room.code or room.id}"


def desk(hall: Hall, room: Room, base: str, refused: str = "") -> dict[str, Any]:
    """Return what a desk shows; `base`: the address of the server, `refused`: why nothing was done."""
    progress = room.progress
    allowed, first = possible(progress), onward(progress)
    if first is Gesture.END and Gesture.NEXT in allowed:
        first = Gesture.NEXT
    words = WORDS | ({Gesture.DARK: "Rallumer l’écran"} if progress.dark else {})
    words |= {Gesture.LOCK: "Rouvrir la porte"} if progress.locked else {}
    screen = f"{of_telephones(room.address, base)}/ecran/{room.code}".partition("://")[2]
    return {
        "title": f"Régie\u202f: {room.title}",
        "room": room,
        "here": here(room),
        "code": "" if progress.alone else codes.written(room.code),
        "step": progress.step,
        "total": len(progress.steps),
        "ended": progress.state is RoomState.ENDED,
        "said": said(hall, room),
        "does": _does(room, first),
        "first": first,
        "leading": [gesture for gesture in _LEADING if gesture is not first],
        "allowed": allowed,
        "words": words,
        "promise": promise(room),
        "screen": screen,
        "refused": refused,
        "watched": f"{here(room)}/etat",
        "moment": str(room.version),
    }


def said(hall: Hall, room: Room) -> str:
    """Say where a room stands and how many are there, in fives as on the screen."""
    progress = room.progress
    if progress.state is RoomState.ENDED:
        return "Le débat est terminé."
    step = progress.step
    if progress.alone:
        return "À l’écran, sans téléphones."
    present = at_least(sum(hall.box.present(room.id).values()), "personne entrée", "personnes entrées")
    if progress.state is RoomState.PREPARED:
        return f"La salle n’est pas encore ouverte. {present}."
    if not step.asked:
        return f"À l’écran. {present}."
    if step.state is StepState.PREPARED:
        return f"{_STATES[step.state]} {present}."
    answers = at_least(sum(hall.box.answered(room).values()), "réponse", "réponses")
    return f"{_STATES[step.state]} {answers}. {present}."


def _does(room: Room, gesture: Gesture) -> str:
    """Say what the first button does."""
    steps, at = room.progress.steps, room.progress.at
    if gesture is Gesture.OPEN:
        asked = steps[at].asked
        return (
            "les téléphones reçoivent la question" if asked else "l’écran montre le code, le débat commence"
        )
    if gesture is Gesture.END and room.progress.alone:
        return "l’écran n’avancera plus"
    if gesture is Gesture.NEXT:
        return str(steps[at + 1].subject["titre"]) if at + 1 < len(steps) else "la suite de la figure"
    return _DOES[gesture]
