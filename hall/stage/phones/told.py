"""What a telephone is told: headings and sentences by the state of the step, nothing before its time."""

from __future__ import annotations

from typing import Any

from hall.book.rooms import Room
from hall.book.steps import Kind, RoomState, Step, StepState
from hall.stage.participants import answering_as, promise

_LOOK = "Regardez l’écran"
_OVER = "Le débat est terminé"


def telephone(room: Room, step: Step) -> dict[str, Any]:
    """Return the words of a telephone's page in this room at this step."""
    return {
        "room": room,
        "step": step,
        "title": f"{room.title}, salle {room.code}",
        "heading": _heading(room, step),
        "sentences": _sentences(room, step),
        "actors": answering_as(room),
        "promise": promise(room),
        "watched": f"/salle/{room.code}/etat",
        "version": room.version,
    }


def _heading(room: Room, step: Step) -> str:
    if room.progress.state is RoomState.PREPARED:
        return "Le débat va commencer"
    if step.asked and step.state is StepState.OPEN:
        return str(step.subject["titre"])
    return _LOOK


def _sentences(room: Room, step: Step) -> list[str]:
    if room.progress.state is RoomState.PREPARED:
        return ["Gardez cette page ouverte\u202f: la première question viendra ici."]
    if step.asked and step.state is StepState.CLOSED:
        return ["La question est close, ses résultats arrivent à l’écran."]
    if step.asked and step.state is StepState.REVEALED:
        return ["Les résultats de la question sont à l’écran."]
    if step.kind is Kind.WELCOME:
        return ["Vous êtes dans la salle. Gardez cette page ouverte\u202f: les questions viendront ici."]
    return ["La prochaine question viendra ici."]
