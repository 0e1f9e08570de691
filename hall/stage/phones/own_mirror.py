"""One's own mirror in a room: what one answered beside the room, the measures and the surveys.

Only of what was revealed, and of the results that are kept; the ranks of the measures wait for the mirror on
the screen, and for every guess to be over: they would tell its truth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hall.book import codes
from hall.book.ballots import Answer
from hall.book.rooms import Room
from hall.book.steps import GUESSES, Kind, Step, StepState
from hall.stage import reveal
from hall.stage.participants import GROUPS
from hall.stage.phones import told
from hall.stage.phones.mirror import marks
from hall.stage.phones.reception import Reception, here
from hall.stage.render import answer
from hall.stage.screen.mirrors import SURVEYS, ranks_of
from hall.stage.screen.view import Mark, ranked_mark
from readings.debate.voices import Rank, Survey
from readings.mirror import words as mirror_words
from readings.room import mirror_words as room_words
from readings.room import words
from wording import mentions
from wording.lists import join
from wording.numbers import number
from wording.ranks import placed_short

Given = Mapping[tuple[int, int], Answer]
_FIRST = {
    Kind.PRIORITIES: (words.PRIORITY, "domaines"),
    Kind.DOMAIN: (words.DOMAIN, "domaines"),
    Kind.NEXT: (words.ACTOR, "acteurs"),
}
# The published actors: of the others of a room there is no survey to be silent.
_PUBLISHED = ("citoyens", "entreprises", "associations", "maires")


@dataclass(frozen=True)
class Part:
    """One question that was revealed: what one answered, what the room did, what is published (or "")."""

    title: str
    own: str
    room: str
    truth: str


class OwnMirror(Reception):
    """The route of one's own mirror over one hall."""

    async def page(self, request: Request) -> Response:
        """Show what was revealed so far."""
        met = await self._met(request, self._shown)
        return met if isinstance(met, Response) else answer("salle_miroir", met[2])

    def _shown(self, room: Room, cookie: str) -> dict[str, Any]:
        device = codes.device(self._hall.secret, room.id, cookie)
        held = self._held(room, cookie)
        given: Given = self._hall.box.own(room.id, device, held[0]) if held else {}
        steps = [turn for step in room.progress.steps for turn in reveal.turns(step)]
        kept = self._hall.box.results(room.id)
        found = {
            _turn(step): kept.get(_turn(step)) or reveal.revealed(self._hall.box, room, step) or {}
            for step in steps
        }
        last = reveal.told(room.progress.steps)
        noted = [step for step in last if step.kind is Kind.NOTES]
        return {
            "title": f"Votre miroir, salle {codes.written(room.code)}",
            "room": room,
            "here": here(room),
            "parts": [
                _part(
                    step, room.progress.steps[step.rank].round, given.get(_turn(step), {}), found[_turn(step)]
                )
                for step in steps
                if step.asked and step.kind is not Kind.NOTES
            ],
            "notes": [
                line for step in noted for line in _noted(step, given.get(_turn(step)), found[_turn(step)])
            ],
            "not_a_sample": words.NOT_A_SAMPLE,
            "mirror": _mirror(
                room, {step.rank: found[_turn(step)] for step in last}, _own_notes(noted, given)
            ),
            "footer": room.footer,
            "warning": mentions.NOT_MEASURED if mentions.FICTIONAL in room.footer else "",
        }


def _turn(step: Step) -> tuple[int, int]:
    return step.rank, step.round


def _part(step: Step, turns: int, own: Answer, found: Mapping[str, Any]) -> Part:
    """Tell one round of a question; `turns`: how many it has had."""
    if step.kind in _FIRST:
        what, names = _FIRST[step.kind]
        said = words.first(found, step.subject[names], what)
    elif step.kind is Kind.RANK:
        said = words.ranked(found)
    else:
        said = words.guessed(found, str(step.subject["symbole"]))
    return Part(
        words.titled(str(step.subject["titre"]), step.round, turns),
        (join(told.answered(step, own)) or "vous n’avez pas répondu").rstrip("."),
        said,
        str(step.subject.get("verite", "")),
    )


def _noted(step: Step, own: Answer | None, found: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Put each note beside the mean of the room, with how many gave one; no answer is no « sans avis »."""
    given, silent = ({}, "pas répondu") if own is None else (own["notes"], "sans avis")
    notes = found["whole"]["notes"]
    return [
        (name, f"{given[code]}/10" if code in given else silent, _mean(notes.get(code)))
        for code, name in step.subject["domaines"].items()
    ]


def _mean(note: Mapping[str, Any] | None) -> str:
    if note is None:
        return room_words.HIDDEN
    return f"{number(note['mean'], 1)}/10 ({number(note['count'], 0)})"


def _own_notes(noted: list[Step], given: Given) -> dict[str, int]:
    return {
        code: note for step in noted for code, note in given.get(_turn(step), {}).get("notes", {}).items()
    }


def _mirror(room: Room, found: Mapping[int, Mapping[str, Any]], own: Mapping[str, int]) -> dict[str, Any]:
    """Return the five voices in words; nothing before the screen shows them and every guess is over."""
    steps = room.progress.steps
    shown = [step for step in steps if step.kind is Kind.MIRROR and step.rank in found]
    if not shown or any(step.kind in GUESSES and step.state is not StepState.REVEALED for step in steps):
        return {}
    subject = shown[-1].subject
    names = subject["domaines"]
    measured = {code: Rank(**rank) for code, rank in subject["mesures"].items()}
    surveys = [_survey(one) for one in subject[SURVEYS]]
    places = ranks_of(found[shown[-1].rank]["whole"], names)
    actors = {actor: f"les {GROUPS[actor]}" for actor in _PUBLISHED}
    return {
        "sentences": mirror_words.sentences(own, measured, surveys, names, actors)
        if len(own) >= mirror_words.FEWEST
        else [],
        "lines": mirror_words.lines(own, measured, surveys, names),
        "marks": _drawn(own, measured, places, names),
        "room": {
            code: placed_short(place["rank"], place["low"], place["high"]) for code, place in places.items()
        },
        "unranked": room_words.UNRANKED,
        "heads": [GROUPS[one.actor].capitalize() for one in surveys],
        "where": [_where(one) for one in surveys],
    }


def _drawn(
    own: Mapping[str, int],
    measured: Mapping[str, Rank],
    places: Mapping[str, Any],
    names: Mapping[str, str],
) -> dict[str, list[Mark]]:
    """Draw the room between the notes and the measures."""
    drawn = marks(own, measured, names)
    for code, place in places.items():
        mark = ranked_mark("salle", place["rank"], place["low"], place["high"], len(names))
        drawn[code].insert(int(code in own), mark)
    return drawn


def _survey(one: Mapping[str, Any]) -> Survey:
    ranks = {code: (low, high) for code, (low, high) in one["rangs"].items()}
    # Rooms of the first version that kept any have neither.
    return Survey(one["acteur"], one["vague"], one.get("perimetre", ""), one.get("taille", ""), ranks)


def _where(one: Survey) -> str:
    told = ", ".join(part for part in (one.where, one.size) if part)
    named = f"{GROUPS[one.actor].capitalize()}, {one.wave}"
    return f"{named}\u202f: {told}" if told else named
