"""What a room took home, given back: read from its zip to be compared with another, and kept nowhere."""

from __future__ import annotations

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hall.book.errors import RoomError
from hall.stage.kept.surveys import NOTES, PRIORITIES
from hall.stage.kept.taken_home import GUESSES, QUESTIONS
from indicators.room.compared import Answers
from loaders.survey import rooms

MOST_BYTES = 5_000_000
_SCALE = {NOTES: {str(note): float(note) for note in range(11)}, PRIORITIES: {"oui": 100.0, "non": 0.0}}
_NOT_ONE = "Ce fichier n’est pas le zip d’une salle"
_NOTHING_LEFT = (
    "Ce zip n’a plus les réponses de la salle\u202f: elles étaient effacées quand il a été fait. Prenez "
    "celui d’avant."
)
_LONGEST = 500
_SPACES = "\u00a0\u202f"


@dataclass(frozen=True)
class Given:
    """A room as its zip tells it. `answers`, `wordings` (by domain): of a file; `names`: of domains."""

    name: str
    title: str
    place: str
    date: str
    fictional: bool
    answers: Mapping[str, Answers]
    wordings: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]


def of_zip(data: bytes) -> Given:
    """Read the zip of a room; raises `RoomError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {NOTES, PRIORITIES, QUESTIONS, GUESSES} & {*archive.namelist()}
            files = {name: _bounded(archive.open(name).read) for name in names}
    except (
        zipfile.BadZipFile,
        zlib.error,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        raise RoomError(f"{_NOT_ONE}.") from error
    return of_files(files)


def of_files(files: Mapping[str, bytes]) -> Given:
    """Read the files of a room (`hall.stage.kept.taken_home.tables`); raises `RoomError`."""
    if QUESTIONS not in files:
        raise RoomError(_NOTHING_LEFT if GUESSES in files else f"{_NOT_ONE}.")
    try:
        told = json.loads(files[QUESTIONS])
        asked = {
            name: {_text(code): of for code, of in told["questions"][name].items()}
            for name in (NOTES, PRIORITIES)
        }
        return Given(
            name=_text(told["salle"]),
            title=_text(told["titre"]),
            place=_text(told["lieu"]),
            date=_text(told["date"]),
            fictional=told["fictif"] is True,
            answers={name: _answers(files[name], name, list(asked[name])) for name in asked},
            wordings={
                name: {code: _text(of["question"]) for code, of in asked[name].items()} for name in asked
            },
            names={code: _text(of["nom"]) for questions in asked.values() for code, of in questions.items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, csv.Error) as error:
        raise RoomError(f"{_NOT_ONE}, ou il a été modifié.") from error


def _answers(data: bytes, name: str, domains: list[str]) -> Answers:
    """Read the rows of a survey; what says it is no room is refused (`ValueError`)."""
    scale, found = _SCALE[name], []
    for row in csv.DictReader(io.StringIO(data.decode()), delimiter=";"):
        if row[rooms.RELIABILITY] != rooms.ROOM:
            raise ValueError(row)
        found.append((_text(row["acteur"]), {code: scale[row[code]] for code in domains if row[code]}))
    return found


def _text(told: Any) -> str:  # noqa: ANN401 - what a file holds
    """Return a short text without signs that a terminal would obey."""
    if not isinstance(told, str) or len(told) > _LONGEST:
        raise TypeError(type(told))
    if not all(sign.isprintable() or sign in _SPACES for sign in told):
        raise ValueError(told)
    return told


def _bounded(read: Callable[[int], bytes]) -> bytes:
    data = read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(len(data))
    return data
