"""The notes and the priorities of a room as survey files, which say on every row that a room gave them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from hall.book.ballots import Ballot
from hall.book.rooms import Room
from hall.book.steps import Kind, Step
from hall.stage import reveal
from indicators.room import groups, voices
from loaders.survey import rooms
from loaders.survey.matching import Kind as Row
from loaders.survey.matching import Matching
from loaders.survey.matching_file import as_json
from loaders.survey.scale import NOTE, SHARE
from wording import mentions

NOTES, PRIORITIES = "notes.csv", "priorites.csv"
_ACTOR, _REGION = "acteur", "region"
_YES, _NO = "oui", "non"


def named(room: Room) -> str:
    """Return the name of a room among surveys: that of its first code, which stays when the code is free."""
    return f"Salle {room.id[:6]}{' (FICTIF)' if is_fictional(room) else ''}"


def is_fictional(room: Room) -> bool:
    """Say whether the figures of a room were invented."""
    return mentions.FICTIONAL in room.footer


def notes(room: Room, ballots: Sequence[Ballot]) -> str:
    """Return the notes that were shown, a row a person, in an order that has nothing of their coming."""
    answers, domains = reveal.notes_of(room.progress.steps, ballots)
    rows = voices.kept(answers, domains)
    told = [[actor, *(_digits(given.get(code)) for code in domains)] for actor, given in rows]
    return _survey(room, NOTE, domains, told)


def priorities(room: Room, ballots: Sequence[Ballot]) -> str:
    """Return the priorities that were shown; « oui » or « non »: 1 and 0 would be read as notes."""
    asked = next((step for step in reveal.told(room.progress.steps) if step.kind is Kind.PRIORITIES), None)
    if asked is None:
        return _survey(room, SHARE, [], [])
    given = [one for one in ballots if (one.rank, one.round) == (asked.rank, asked.round)]
    shown = groups.heard_among(one.actor for one in given)
    domains = list(asked.subject["domaines"])
    rows = [
        [one.actor, *(_YES if code in one.answer["domaines"] else _NO for code in domains)]
        for one in given
        if one.actor in shown
    ]
    return _survey(room, SHARE, domains, sorted(rows))


def matchings(room: Room) -> str:
    """Return what each column of both files is, as `python -m loaders survey --matching` reads it."""
    steps = reveal.told(room.progress.steps)
    asked = {NOTES: (NOTE, Kind.NOTES), PRIORITIES: (SHARE, Kind.PRIORITIES)}
    return as_json(
        {name: _matching(room, measure, _domains(steps, kind)) for name, (measure, kind) in asked.items()}
    )


def questions(room: Room) -> str:
    """Return what was asked, in the words that are the same everywhere: what another room is compared on."""
    steps = reveal.told(room.progress.steps)
    told = {
        "salle": named(room),
        "titre": room.title,
        "lieu": room.progress.steps[0].subject.get("region", room.region),
        "date": room.day.isoformat(),
        "fictif": is_fictional(room),
        "questions": {
            name: {
                code: {"nom": label, "question": _wording(step)}
                for step in steps
                if step.kind is kind
                for code, label in step.subject["domaines"].items()
            }
            for name, kind in ((NOTES, Kind.NOTES), (PRIORITIES, Kind.PRIORITIES))
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _wording(step: Step) -> str:
    asked = step.subject.get("modele", step.subject["question"])
    return f"{asked} {step.subject.get('echelle', '')}".strip()


def table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table as CSV."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return made.getvalue()


def _matching(room: Room, measure: str, domains: Sequence[str]) -> Matching:
    return Matching(
        kind=Row.ANSWERS,
        measure=measure,
        programme=named(room),
        date=room.day.isoformat(),
        source="Salle de débat, personnes présentes",
        actor_column=_ACTOR,
        region_column=_REGION,
        domain_columns={code: code for code in domains},
        reliability=rooms.ROOM,
    )


def _domains(steps: Sequence[Step], kind: Kind) -> list[str]:
    return list(
        dict.fromkeys(code for step in steps if step.kind is kind for code in step.subject["domaines"])
    )


def _survey(room: Room, measure: str, domains: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a survey; `rows`: the actor, then a cell a domain."""
    headings = (_ACTOR, _REGION, rooms.RELIABILITY, rooms.MEASURE, rooms.PROGRAMME, rooms.DATE)
    said = (room.region, rooms.ROOM, measure, named(room), room.day.isoformat())
    return table([*headings, *domains], [[actor, *said, *cells] for actor, *cells in rows])


def _digits(note: float | None) -> str:
    return "" if note is None else f"{note:g}"
