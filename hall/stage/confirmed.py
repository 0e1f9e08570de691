"""What a desk asks once more before it is done: nothing takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hall.book.gestures import Gesture
from hall.book.rooms import Room
from hall.stage.participants import promise

_AT_ONCE = "Les réponses seront effacées aussitôt\u202f: exportez d’abord ce que vous voulez garder."


@dataclass(frozen=True)
class Confirmed:
    """What is asked once more: in these words, by this button."""

    title: str
    said: str
    button: str
    # What the form sends, and where.
    address: str
    gesture: str = ""


_NO_TELEPHONE = "L’écran n’avancera plus. Rien ne se rouvre ensuite."
_ASKED = {
    "terminer": Confirmed(
        "Terminer le débat\u202f?",
        "Les téléphones ne pourront plus répondre, le code n’ouvrira plus rien. Rien ne se rouvre ensuite.",
        "Terminer le débat",
        "geste",
        Gesture.END,
    ),
    "effacer": Confirmed(
        "Effacer la salle\u202f?",
        "Tout ce qui y a été répondu et montré est effacé tout de suite. Rien ne se récupère ensuite.",
        "Effacer la salle",
        "effacer",
    ),
}


def confirmed(room: Room, name: str) -> dict[str, Any]:
    """Return what the page that asks once more says; `name`: the last part of its address."""
    asked = _ASKED[name]
    ends, alone = bool(asked.gesture), room.progress.alone
    said = _NO_TELEPHONE if ends and alone else asked.said
    kept = [_AT_ONCE if room.kept_days == 0 and not alone else promise(room, ends=True)] * ends
    return {"title": asked.title, "sentences": [said, *kept], "asked": asked, "room": room}
