"""What a telephone is told: headings and sentences by the state of the step, nothing before its time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hall.book.ballots import Answer
from hall.book.rooms import Room
from hall.book.steps import Kind, RoomState, Step, StepState
from wording.numbers import ordinal, quantity

_LOOK = "Regardez l’écran"
WHO = "Qui répond\u202f?"
KEPT = "Votre réponse est enregistrée"
_CHANGED = "Votre nouvelle réponse est enregistrée"
_REPLACED = "Elle remplace la précédente\u202f: seule la dernière est gardée."
_MAY_CHANGE = "Vous pouvez la changer tant que la question est ouverte\u202f: seule la dernière est gardée."
_LATE = "Vous êtes arrivé après cette question."
_NEXT_HERE = "La prochaine question viendra ici."


def waiting(room: Room, step: Step, own: Answer, *, late: bool) -> tuple[str, list[str]]:
    """Return the heading and the sentences of who has nothing to answer now. `own`: what they answered."""
    if room.progress.state is RoomState.PREPARED:
        return "Le débat va commencer", ["Gardez cette page ouverte\u202f: la première question viendra ici."]
    if step.kind is Kind.WELCOME:
        return _LOOK, [
            "Vous êtes dans la salle. Gardez cette page ouverte\u202f: les questions viendront ici."
        ]
    if not step.asked or step.state is StepState.PREPARED:
        return _LOOK, [_NEXT_HERE]
    if not own:
        missed = _LATE if late else "Cette question est close, vous n’y avez pas répondu."
        return _LOOK, [missed, _NEXT_HERE]
    if step.state is StepState.CLOSED:
        return _LOOK, [f"La question est close, ses résultats arrivent à l’écran. {KEPT}\u202f:"]
    return _LOOK, ["Les résultats de la question sont à l’écran. Vous aviez répondu\u202f:"]


def kept(*, changed: bool) -> tuple[str, list[str]]:
    """Return the heading and the sentence of who has just answered."""
    return (_CHANGED, [_REPLACED]) if changed else (KEPT, [_MAY_CHANGE])


def answered(step: Step, own: Answer) -> list[str]:
    """Return what somebody answered, in the words of the form."""
    return _ANSWERED[step.kind](step.subject, own) if own else []


def _named(field: str, names: str) -> Callable[[Mapping[str, Any], Answer], list[str]]:
    def told(subject: Mapping[str, Any], own: Answer) -> list[str]:
        given = own[field]
        chosen = given if isinstance(given, list) else [given]
        return [label for code, label in subject[names].items() if code in chosen]

    return told


def _noted(subject: Mapping[str, Any], own: Answer) -> list[str]:
    notes = own["notes"]
    return [
        f"{label}\u202f: {f'{notes[code]} sur 10' if code in notes else 'sans avis'}"
        for code, label in subject["domaines"].items()
    ]


def _number(subject: Mapping[str, Any], own: Answer) -> list[str]:
    return [quantity(own["nombre"], subject["symbole"] or subject["unite"])]


def _rank(_subject: Mapping[str, Any], own: Answer) -> list[str]:
    return [ordinal(own["rang"], feminine=True)]


_ANSWERED: dict[Kind, Callable[[Mapping[str, Any], Answer], list[str]]] = {
    Kind.PRIORITIES: _named("domaines", "domaines"),
    Kind.DOMAIN: _named("domaine", "domaines"),
    Kind.NEXT: _named("acteurs", "acteurs"),
    Kind.NOTES: _noted,
    Kind.NUMBER: _number,
    Kind.RANK: _rank,
}
