"""What a question gave, computed once when it is revealed: of groups of five or more, and of them alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import asdict, replace
from threading import Condition
from typing import Any

from cachetools import LRUCache, cached

from hall.book.ballots import Ballot
from hall.book.box import Box
from hall.book.rooms import Room
from hall.book.steps import Kind, Step, StepState
from indicators.room import choices, guesses, voices

Content = dict[str, Any]
# What a few rooms are about to show.
_AT_HAND = 16


def revealed(box: Box, room: Room, step: Step) -> Content | None:
    """Return what a step gave, kept once computed; None before it is revealed, or where nothing is asked."""
    if step.state is not StepState.REVEALED or not (step.asked or step.kind is Kind.MIRROR):
        return None
    kept = box.results(room.id).get((step.rank, step.round))
    if kept is None:
        box.keep(room.id, step.rank, step.round, _computed(box, room, step))
        kept = box.results(room.id)[step.rank, step.round]
    return kept


def prepare(box: Box, room: Room) -> None:
    """Compute beforehand what the next gestures may reveal: an opened question, the mirror that follows."""
    at = room.progress.at
    for step in room.progress.steps[at : at + 2]:
        answered = step.asked and step.state in (StepState.OPEN, StepState.CLOSED)
        if answered or (step.kind is Kind.MIRROR and step.state is StepState.PREPARED):
            _computed(box, room, step)


def _known_by(_box: Box, room: Room, step: Step) -> Hashable:
    """Tell when what a step gave may be another: with an answer more, which is counted before it is read.

    Every mirror is of the questions that were revealed.
    """
    if step.kind is Kind.MIRROR:
        return room.id, room.answers, *((one.rank, one.round) for one in _noted(room.progress.steps))
    return room.id, room.answers, step.rank, step.round


# Who reveals what is being prepared waits for it.
@cached(LRUCache(_AT_HAND), key=_known_by, condition=Condition())
def _computed(box: Box, room: Room, step: Step) -> Content:
    steps = room.progress.steps
    asked = _noted(steps) if step.kind is Kind.MIRROR else [step]
    return content(steps, step, [sent for one in asked for sent in box.ballots(room.id, one.rank)])


def frozen(box: Box, room: Room) -> dict[tuple[int, int], Content]:
    """Return what every step that was revealed gave, by rank and round, each kept once computed."""
    for step in room.progress.steps:
        for turn in turns(step):
            revealed(box, room, turn)
    return box.results(room.id)


def told(steps: Sequence[Step]) -> list[Step]:
    """Return the steps that were revealed, each as in its last round that was."""
    return [every[-1] for step in steps if (every := turns(step))]


def turns(step: Step) -> list[Step]:
    """Return a step as in each of its rounds that were revealed: asked again, it keeps those before."""
    last = step.round if step.state is StepState.REVEALED else step.round - 1
    return [replace(step, round=turn, state=StepState.REVEALED) for turn in range(1, last + 1)]


def content(steps: Sequence[Step], step: Step, ballots: Sequence[Ballot]) -> Content:
    """Compute what a step gave; a mirror is made of the notes of every step that was revealed."""
    if step.kind is Kind.MIRROR:
        return voiced(*notes_of(steps, ballots))
    asked = [ballot for ballot in ballots if (ballot.rank, ballot.round) == (step.rank, step.round)]
    return _OF[step.kind](step, asked)


def _chosen(field: str) -> Callable[[Step, Sequence[Ballot]], Content]:
    def of(_step: Step, ballots: Sequence[Ballot]) -> Content:
        found = choices.chosen([(ballot.actor, _codes(ballot.answer[field])) for ballot in ballots])
        return asdict(found)

    return of


def _codes(answer: object) -> list[str]:
    return [str(code) for code in answer] if isinstance(answer, list) else [str(answer)]


def _guessed(field: str) -> Callable[[Step, Sequence[Ballot]], Content]:
    def of(_step: Step, ballots: Sequence[Ballot]) -> Content:
        found = guesses.guesses([(ballot.actor, float(ballot.answer[field])) for ballot in ballots])
        if found is None:
            return {}
        spread, values = found
        return asdict(spread) | {"values": list(values), "left_out": len(values) < len(ballots)}

    return of


def _notes(step: Step, ballots: Sequence[Ballot]) -> Content:
    return voiced(
        [(ballot.actor, ballot.answer["notes"]) for ballot in ballots], list(step.subject["domaines"])
    )


def notes_of(
    steps: Sequence[Step], ballots: Sequence[Ballot]
) -> tuple[list[tuple[str, dict[str, float]]], list[str]]:
    """Return the notes of each person over the steps that asked for them and were revealed, and the domains.

    Of a question asked again, those of the last round that was revealed.

    Who answers as another actor from then on is another voice: the same people are behind a group here and
    where its notes were first shown, so that their difference tells nothing.
    """
    asked = {step.rank: step for step in _noted(steps)}
    people: dict[tuple[str, int, str], dict[str, float]] = {}
    for ballot in ballots:
        step = asked.get(ballot.rank)
        if step is not None and ballot.round == step.round:
            people.setdefault((ballot.device, ballot.person, ballot.actor), {}).update(ballot.answer["notes"])
    domains = [code for step in asked.values() for code in step.subject["domaines"]]
    return [(actor, notes) for (_, _, actor), notes in people.items()], domains


def _noted(steps: Sequence[Step]) -> list[Step]:
    return [step for step in told(steps) if step.kind is Kind.NOTES]


def voiced(answers: Sequence[tuple[str, Mapping[str, float]]], domains: Sequence[str]) -> Content:
    """Return the voices of notes as they are kept; `answers`: actor and notes of each person."""
    of_groups, whole = voices.voices(answers, domains)
    counted = sum(note.count for note in whole.notes.values())
    return {
        "groups": {actor: asdict(voice) for actor, voice in of_groups.items()},
        "whole": asdict(whole),
        "left_out": counted < sum(len(given) for _, given in answers),
    }


_OF: dict[Kind, Callable[[Step, Sequence[Ballot]], Content]] = {
    Kind.PRIORITIES: _chosen("domaines"),
    Kind.DOMAIN: _chosen("domaine"),
    Kind.NEXT: _chosen("acteurs"),
    Kind.NUMBER: _guessed("nombre"),
    Kind.RANK: _guessed("rang"),
    Kind.NOTES: _notes,
}
