"""What the screen shows at a step: one finding, one figure, its source; no answer before its time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hall.book.rooms import Room
from hall.book.steps import Kind, RoomState, Step, StepState
from hall.stage.participants import promise
from hall.stage.screen.counts import at_least, chosen, present, rank
from hall.stage.screen.mirrors import mirrored
from hall.stage.screen.scales import guessed, noted, published
from hall.stage.screen.view import Content, Telling, View
from readings.room import words

_STATES = {
    StepState.PREPARED: "La question va s’ouvrir",
    StepState.OPEN: "La question est ouverte",
    StepState.CLOSED: "La question est close",
    StepState.REVEALED: "",
}


def view(room: Room, step: Step, found: Content | None, counts: Mapping[str, int]) -> View:
    """Return the screen of a step. `found`: what it gave, None before it is revealed; `counts`: by actor."""
    made = View(step.kind.value, str(step.subject["titre"]))
    if step.asked:
        made.heading = words.titled(made.heading, step.round, step.round)
    made.dark, made.alone = room.progress.dark, room.progress.alone
    made.footer = list(room.footer)
    made.place = f"{step.rank + 1} / {len(room.progress.steps)}"
    made.state = _STATES[step.state] if step.asked else ""
    if room.progress.state is RoomState.ENDED:
        made.state = "Le débat est terminé"
    if made.alone and step.asked:
        _aloud(made, step)
    elif step.kind is Kind.WELCOME:
        made.people = at_least(sum(counts.values()), "personne entrée", "personnes entrées")
        made.sentences = [promise(room)]
    elif step.kind is Kind.PRESENT:
        present(made, counts, room.actors)
    elif step.asked and found is None:
        made.kind += " asked"
        _asked(made, step, sum(counts.values()))
    else:
        _TOLD[step.kind](made, step, found or {})
    return made


def _asked(made: View, step: Step, count: int) -> None:
    """Show the question and what there is to choose, for those without a telephone."""
    made.sentences = [str(step.subject["question"])]
    if "echelle" in step.subject:
        made.sentences.append(str(step.subject["echelle"]))
    if unit := step.subject.get("unite") or step.subject.get("symbole"):
        made.sentences.append(f"Unité\u202f: {unit.rstrip('.')}.")
    made.choices = list(step.subject.get("domaines", step.subject.get("acteurs", {})).values())
    if step.state is not StepState.PREPARED:
        made.people = at_least(count, "réponse", "réponses")


def _aloud(made: View, step: Step) -> None:
    """Show a question that is asked aloud, then what is published, beside nobody's answers."""
    if step.state is not StepState.REVEALED:
        made.kind, made.state = f"{made.kind} asked", ""
        _asked(made, replace(step, state=StepState.PREPARED), 0)
        return
    made.truth = str(step.subject["verite"])
    made.points = [(detail, "") for detail in [step.subject.get("detail")] if detail]
    if step.kind is Kind.NUMBER:
        made.rows = published(step.subject)


def _points(made: View, step: Step, _found: Content) -> None:
    made.points = [(text, detail) for text, detail in step.subject["points"]]


def _drawn(_made: View, _step: Step, _found: Content) -> None:
    """Leave the screen to a figure, which says itself what it is and what it comes from."""


_TOLD: dict[Kind, Telling] = {
    Kind.PRIORITIES: chosen(words.PRIORITY, "domaines"),
    Kind.DOMAIN: chosen(words.DOMAIN, "domaines"),
    Kind.NEXT: chosen(words.ACTOR, "acteurs"),
    Kind.NUMBER: guessed,
    Kind.RANK: rank,
    Kind.NOTES: noted,
    Kind.MIRROR: mirrored,
    Kind.VIEW: _points,
    Kind.FIGURE: _drawn,
}
