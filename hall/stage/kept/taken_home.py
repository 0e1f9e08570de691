"""What a room takes home: its notes and priorities as surveys that the application reads back, its guesses.

Only what was shown may leave: questions that were revealed, groups of five answers or more, in an order that
has nothing of their coming.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

from hall.book.ballots import Ballot
from hall.book.box import Box
from hall.book.errors import RoomError
from hall.book.rooms import Room
from hall.book.steps import Kind, RoomState
from hall.stage import reveal
from hall.stage.kept import surveys
from hall.stage.reveal import Content
from readings.room.words import NOT_A_SAMPLE

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same room, the same file
_ERASED = "Cette salle est effacée\u202f: il n’en reste rien à exporter."
_FORGOTTEN = (
    "Les réponses ont été effacées comme promis\u202f: les fichiers d’enquête ne peuvent plus être faits, "
    "il reste ce qui avait été montré."
)
_ONLY_SHOWN = (
    "Les groupes de moins de cinq réponses ne sont pas dans ces fichiers\u202f; l’ordre des lignes n’est pas "
    "celui des réponses."
)
_READ_BACK = (
    f"{surveys.NOTES} et {surveys.PRIORITIES} se relisent dans «\u00a0Données et méthode\u00a0», "
    "«\u00a0Mon classeur\u00a0», ou par «\u00a0python -m loaders survey notes.csv --matching "
    "correspondance.json\u00a0»\u202f: sous le nom de la salle, hors de tout score."
)
_INVITED = "Comment les personnes ont été invitées\u202f: à compléter par l’animateur."


def taken_home(box: Box, room: Room, today: date) -> bytes:
    """Return the zip of a room; raises `RoomError` for one that is erased.

    Once the time of its answers is over (`today`), what had been shown is all there is.
    """
    if room.progress.state is RoomState.ERASED:
        raise RoomError(_ERASED)
    found, over = reveal.frozen(box, room), room.over(today)
    files = {} if over else _surveys(room, box.ballots(room.id))
    files |= {"devinettes.csv": _guesses(room, found), "LISEZ-MOI.txt": _about(room, over=over)}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text.encode())
    return made.getvalue()


def _surveys(room: Room, ballots: Sequence[Ballot]) -> dict[str, str]:
    return {
        surveys.NOTES: surveys.notes(room, ballots),
        surveys.PRIORITIES: surveys.priorities(room, ballots),
        "correspondance.json": surveys.matchings(room),
    }


def _guesses(room: Room, found: Mapping[tuple[int, int], Content]) -> str:
    """Write what was guessed, a row a question and round."""
    names = ("question", "tour", "reponses", "mediane", "premier_quart", "dernier_quart", "valeur_publiee")
    steps = {step.rank: step for step in room.progress.steps if step.kind in (Kind.NUMBER, Kind.RANK)}
    rows = []
    for (rank, turn), told in sorted(found.items()):
        if step := steps.get(rank):
            numbers = [
                str(told.get(name, "")) for name in ("count", "median", "first_quarter", "third_quarter")
            ]
            rows.append([str(step.subject["question"]), str(turn), *numbers, str(step.subject["valeur"])])
    return surveys.table(names, rows)


def _about(room: Room, *, over: bool) -> str:
    lines = [
        f"{surveys.named(room)}, «\u00a0{room.title}\u00a0», {room.created.isoformat()}.",
        _INVITED,
        NOT_A_SAMPLE,
        _ONLY_SHOWN,
        _FORGOTTEN if over else _READ_BACK,
        *room.footer,
    ]
    return "\n".join(lines) + "\n"
