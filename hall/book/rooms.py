"""A room as it is kept: its rows read into what the rest of the hall knows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hall.book.ballots import ACTORS
from hall.book.drawings import Drawing
from hall.book.errors import RoomError
from hall.book.steps import Kind, Progress, RoomState, Step, StepState

# Days that answers are kept at least when nobody ends the debate: it may go on after midnight.
_SHORTEST_LEFT = 2


@dataclass(frozen=True)
class NewRoom:
    """What a room is made from.

    `footer`: written under every figure; `kept_days`: of the answers; `actors`: whom a participant may
    answer as, beside « autre »; `address`: where telephones reach this server, when the presenter said it.
    """

    region: str
    title: str
    edition: str
    footer: tuple[str, ...]
    steps: tuple[Step, ...]
    shared: bool = False
    kept_days: int = 30
    actors: tuple[str, ...] = ACTORS
    address: str = ""
    drawings: tuple[Drawing, ...] = ()


@dataclass(frozen=True)
class Room:
    """A room. `version` changes with the presenter's gestures, `answers` with what participants send.

    `moved`: the last day that the debate moved on (`gestures.moves_on`); None before it did.
    """

    id: str
    code: str | None
    region: str
    title: str
    edition: str
    address: str
    actors: tuple[str, ...]
    footer: tuple[str, ...]
    version: int
    answers: int
    kept_days: int
    shared: bool
    progress: Progress
    created: date
    ended: date | None
    erased: date | None
    moved: date | None = None

    def over(self, today: date) -> bool:
        """Say whether the time that its answers are kept is over, whoever forgot to end the debate."""
        if self.ended is not None:
            return self.ended + timedelta(self.kept_days) <= today
        return self.day + timedelta(self.left_days) <= today

    @property
    def left_days(self) -> int:
        """Return how many days answers are kept after the debate last moved on, when nobody ends it."""
        return max(self.kept_days, _SHORTEST_LEFT)

    @property
    def day(self) -> date:
        """Return the day of the debate: the last on which it moved on; of its preparation before that."""
        return self.moved or self.ended or self.created

    @property
    def moment(self) -> str:
        """Return what a participant waits for, as a text that changes when it does."""
        step = self.progress.step
        return moment(self.progress.state, step.rank, step.round, step.state)


Rows = Callable[[str, Mapping[str, Any]], list[tuple[Any, ...]]]

_ROOM = """
    SELECT id, code, region, title, edition, address, actors, footer, version, answers, kept_days, shared,
           dark, locked, state, at_step, created, ended, erased, moved
    FROM room WHERE id = :room
"""
_STEPS = "SELECT rank, kind, subject, state, round FROM step WHERE room = :room ORDER BY rank"


def read(rows: Rows, ident: str) -> Room:
    """Return a room; `rows` answers a query. Raises `RoomError`."""
    found = rows(_ROOM, {"room": ident})
    if not found:
        raise RoomError("Cette salle n’existe pas, ou plus.")
    ident, code, region, title, edition, address, actors, footer, *counted = found[0]
    version, answers, kept_days, shared, *rest = counted
    dark, locked, state, at, *days = rest
    steps = tuple(
        Step(rank, Kind(kind), json.loads(subject), StepState(told), turn)
        for rank, kind, subject, told, turn in rows(_STEPS, {"room": ident})
    )
    progress = Progress(steps, RoomState(state), at, bool(dark), bool(locked))
    created, *later = (date.fromisoformat(day) if day else None for day in days)
    plain = (ident, code, region, title, edition, address)
    lists = (tuple(json.loads(actors)), tuple(json.loads(footer)))
    numbers = (version, answers, kept_days)
    return Room(*plain, *lists, *numbers, bool(shared), progress, created or date.min, *later)


def moment(room_state: str, rank: int, turn: int, step_state: str) -> str:
    """Return where a room is for a participant: a black screen or a closed door change nothing there."""
    return f"{room_state}.{rank}.{turn}.{step_state}"


def written(answer: Mapping[str, Any] | Sequence[str]) -> str:
    """Return an answer, a subject or a result as it is kept."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
