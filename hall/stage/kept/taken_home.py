"""What a room takes home: its notes and priorities as surveys that the application reads back, its guesses.

Only what was shown may leave: questions that were revealed, groups of five answers or more, in an order that
has nothing of their coming.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from exports.csv_text import csv_bytes
from exports.room import make_html, make_pdf
from exports.stamp import ZIP_DAY
from hall.book.ballots import Ballot
from hall.book.box import Box
from hall.book.errors import RoomError
from hall.book.rooms import Room
from hall.book.steps import Kind, RoomState
from hall.stage import reveal
from hall.stage.kept import surveys
from hall.stage.kept.sheet import sheet
from hall.stage.participants import ALOUD
from hall.stage.reveal import Content
from readings.room.words import NOT_A_SAMPLE

QUESTIONS, GUESSES = "questions.json", "devinettes.csv"
_ERASED = "Cette salle est effacée\u202f: il n’en reste rien à exporter."
_ALOUD = f"{ALOUD} Il n’y a rien à exporter\u202f; la fiche dit ce qui a été demandé, et ce qui est publié."
_FORGOTTEN = (
    "Les réponses ont été effacées comme promis\u202f: les fichiers d’enquête ne peuvent plus être faits, "
    "il reste ce qui avait été montré."
)
_ONLY_SHOWN = (
    "Les groupes de moins de cinq réponses et les réponses sans acteur ne sont pas dans ces fichiers\u202f; "
    "l’ordre des lignes n’est pas celui des réponses."
)
_READ_BACK = (
    f"{surveys.NOTES} et {surveys.PRIORITIES} se relisent dans «\u00a0Données et méthode\u00a0», "
    "«\u00a0Mon classeur\u00a0», ou par «\u00a0python -m loaders survey notes.csv --matching "
    "correspondance.json\u00a0»\u202f: sous le nom de la salle, hors de tout score."
)
_GUESSED = {
    "reponses": "count",
    "mediane": "median",
    "premier_quart": "first_quarter",
    "dernier_quart": "third_quarter",
}
_INVITED = "Comment les personnes ont été invitées\u202f: à compléter par l’animateur."


def file_name(room: Room) -> str:
    """Name the zip of a room: its region, its day, its code; what is invented says so."""
    fictional = "FICTIF_" if surveys.is_fictional(room) else ""
    return f"salle_{fictional}{room.region}_{room.day.isoformat()}_{room.id[:6]}.zip"


def taken_home(box: Box, room: Room, today: date) -> bytes:
    """Return the zip of a room; raises `RoomError` for one that is erased, or that nobody answered."""
    files = tables(box, room, today)
    told = sheet(room, reveal.frozen(box, room))
    files |= {"fiche.pdf": make_pdf(told), "fiche.html": make_html(told)}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, ZIP_DAY), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def tables(box: Box, room: Room, today: date) -> dict[str, bytes]:
    """Return the files of a zip but its sheet, by name; raises `RoomError` for a room that has none.

    Once the time of its answers is over (`today`), what had been shown is all there is.
    """
    if room.progress.state is RoomState.ERASED:
        raise RoomError(_ERASED)
    if room.progress.alone:
        raise RoomError(_ALOUD)
    found, over = reveal.frozen(box, room), room.over(today)
    texts = {"LISEZ-MOI.txt": _about(room, over=over)}
    if not over:
        texts |= _surveys(room, box.ballots(room.id))
    return {GUESSES: _guesses(room, found)} | {name: text.encode() for name, text in texts.items()}


def _surveys(room: Room, ballots: Sequence[Ballot]) -> dict[str, str]:
    return {
        surveys.NOTES: surveys.notes(room, ballots),
        surveys.PRIORITIES: surveys.priorities(room, ballots),
        "correspondance.json": surveys.matchings(room),
        QUESTIONS: surveys.questions(room),
    }


def _guesses(room: Room, found: Mapping[tuple[int, int], Content]) -> bytes:
    """Write what was guessed, a row a question and round, for a spreadsheet."""
    steps = {step.rank: step for step in room.progress.steps if step.kind in (Kind.NUMBER, Kind.RANK)}
    rows = [
        {"question": step.subject["question"], "tour": turn}
        | {name: told.get(field) for name, field in _GUESSED.items()}
        | {"valeur_publiee": step.subject["valeur"]}
        for (rank, turn), told in sorted(found.items())
        if (step := steps.get(rank))
    ]
    names = ("question", "tour", *_GUESSED, "valeur_publiee")
    return csv_bytes(pd.DataFrame(rows, columns=names, dtype=object))


def _about(room: Room, *, over: bool) -> str:
    lines = [
        f"{surveys.named(room)}, «\u00a0{room.title}\u00a0», {room.day:%d/%m/%Y}.",
        _INVITED,
        NOT_A_SAMPLE,
        _ONLY_SHOWN,
        _FORGOTTEN if over else _READ_BACK,
        *room.footer,
    ]
    return "\n".join(lines) + "\n"
