"""What a room takes home: its notes and priorities as surveys that the application reads back, its guesses.

Only what was shown may leave: questions that were revealed, groups of five answers or more, in an order that
has nothing of their coming.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence

from hall.book.ballots import Ballot
from hall.book.box import Box
from hall.book.rooms import Room
from hall.book.steps import Kind, Step, StepState
from hall.stage import reveal
from indicators.room import groups, voices
from readings.room.words import NOT_A_SAMPLE

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same room, the same file
_HEADINGS = ("acteur", "region")
_ONLY_SHOWN = (
    "Les groupes de moins de cinq réponses ne sont pas dans ces fichiers\u202f; l’ordre des lignes n’est pas "
    "celui des réponses."
)
_READ_BACK = (
    "notes.csv et priorites.csv se relisent dans «\u00a0Données et méthode\u00a0», "
    "«\u00a0Mon classeur\u00a0», ou par «\u00a0python -m loaders survey\u00a0»."
)
_YES, _NO = "oui", "non"


def taken_home(box: Box, room: Room) -> bytes:
    """Return the zip of a room."""
    steps, ballots = room.progress.steps, box.ballots(room.id)
    files = {"notes.csv": _notes(room, steps, ballots), "priorites.csv": _priorities(room, steps, ballots)}
    files |= {"devinettes.csv": _guesses(box, room), "LISEZ-MOI.txt": _about(room)}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text.encode())
    return made.getvalue()


def _notes(room: Room, steps: Sequence[Step], ballots: Sequence[Ballot]) -> str:
    answers, domains = reveal.notes_of(steps, ballots)
    rows = voices.kept(answers, domains)
    return _table(
        [*_HEADINGS, *domains],
        [[actor, room.region, *(_digits(notes.get(code)) for code in domains)] for actor, notes in rows],
    )


def _priorities(room: Room, steps: Sequence[Step], ballots: Sequence[Ballot]) -> str:
    """Write « oui » or « non »: 1 and 0 would be read as notes."""
    asked = next((step for step in _told(steps) if step.kind is Kind.PRIORITIES), None)
    if asked is None:
        return _table(_HEADINGS, [])
    given = [one for one in ballots if (one.rank, one.round) == (asked.rank, asked.round)]
    shown = groups.heard_among(one.actor for one in given)
    domains = list(asked.subject["domaines"])
    rows = [
        [one.actor, room.region, *(_YES if code in one.answer["domaines"] else _NO for code in domains)]
        for one in given
        if one.actor in shown
    ]
    return _table([*_HEADINGS, *domains], sorted(rows))


def _guesses(box: Box, room: Room) -> str:
    rows = []
    for step in _told(room.progress.steps):
        if step.kind in (Kind.NUMBER, Kind.RANK):
            found = reveal.revealed(box, room, step) or {}
            told = [found.get(name, "") for name in ("count", "median", "first_quarter", "third_quarter")]
            rows.append([step.subject["question"], *map(str, told), str(step.subject["valeur"])])
    names = ("question", "reponses", "mediane", "premier_quart", "dernier_quart", "valeur_publiee")
    return _table(names, rows)


def _about(room: Room) -> str:
    lines = [
        f"Salle «\u00a0{room.title}\u00a0», {room.created.isoformat()}.",
        NOT_A_SAMPLE,
        _ONLY_SHOWN,
        _READ_BACK,
        *room.footer,
    ]
    return "\n".join(lines) + "\n"


def _told(steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if step.state is StepState.REVEALED]


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return made.getvalue()


def _digits(note: float | None) -> str:
    return "" if note is None else f"{note:g}"
