"""What changes a room, inside one transaction of the writer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from hall.book import codes, drawings, rooms
from hall.book.errors import GestureRefusedError, RoomError
from hall.book.gestures import Gesture, after, moves_on
from hall.book.rooms import NewRoom, Room
from hall.book.steps import RoomState, Step, StepState
from hall.book.writer import Connection

_TRIES = 20
# Seconds: a link of the desk waits for its presenter so long at most; clocks of two servers differ so much.
LONGEST_LENT, _CLOCKS_DIFFER = 3600.0, 60.0
_MOVED = "Rien de plus n’est fait\u202f: la salle avait déjà bougé. Voici où elle en est."
_ANSWERS = ("DELETE FROM participant WHERE room = :room", "DELETE FROM ballot WHERE room = :room")
_DATED = (
    "UPDATE room SET ended = :today WHERE ended > :today",
    "UPDATE room SET moved = :today WHERE moved > :today OR (moved IS NULL AND state = :open)",
)
_SHOWN = (
    "DELETE FROM result WHERE room = :room",
    "DELETE FROM link WHERE room = :room",
    "DELETE FROM desk WHERE room = :room",
    "DELETE FROM step WHERE room = :room",
    "DELETE FROM drawing WHERE room = :room",
)


def create(connection: Connection, rest: str, new: NewRoom, today: date) -> Room:
    """Write a room and its steps; its identifier starts with its code, which it is still known by later."""
    code = _free_code(connection)
    ident = f"{code}-{rest}"
    row = {
        "id": ident,
        "code": code,
        "region": new.region,
        "title": new.title,
        "edition": new.edition,
        "address": new.address,
        "actors": rooms.written(new.actors),
        "footer": rooms.written(new.footer),
        "state": RoomState.PREPARED,
        "shared": int(new.shared),
        "kept": new.kept_days,
        "today": today.isoformat(),
    }
    connection.execute(
        "INSERT INTO room (id, code, region, title, edition, address, actors, footer, state, at_step, dark, "
        "locked, version, answers, shared, kept_days, created) "
        "VALUES (:id, :code, :region, :title, :edition, :address, :actors, :footer, :state, 0, 0, 0, 1, 0, "
        ":shared, :kept, :today)",
        row,
    )
    _write_steps(connection, ident, new.steps)
    drawings.keep(connection, ident, new.drawings)
    return _room(connection, ident)


def move(
    connection: Connection, ident: str, gesture: Gesture, now: float, seen: int | None, shape: str
) -> Room:
    """Do a gesture of the presenter before a screen of a shape; raises `GestureRefusedError`.

    `seen`: the version of the room that its page showed, when it is known: a button pressed twice, or on two
    devices, does once what it says.
    """
    room = _taken(connection, ident)
    if seen is not None and room.version != seen + 1:
        raise GestureRefusedError(_MOVED)
    progress = after(room.progress, gesture, shape)
    today = datetime.fromtimestamp(now, UTC).date()
    moved = today if moves_on(room.progress, progress) else room.moved
    values = {
        "room": ident,
        "state": progress.state,
        "at": progress.at,
        "dark": int(progress.dark),
        "locked": int(progress.locked),
        "moved": moved.isoformat() if moved else None,
    }
    connection.execute(
        "UPDATE room SET state = :state, at_step = :at, dark = :dark, locked = :locked, moved = :moved "
        "WHERE id = :room",
        values,
    )
    for before, step in zip(room.progress.steps, progress.steps, strict=True):
        if step != before:
            _write_state(connection, ident, step, now)
    if gesture is Gesture.END:
        _end(connection, ident, today)
    return _room(connection, ident)


def arrange(connection: Connection, ident: str, steps: Sequence[Step]) -> Room:
    """Give other steps to a room that is still prepared; raises `RoomError` later."""
    if _taken(connection, ident).progress.state is not RoomState.PREPARED:
        raise RoomError("La salle est ouverte\u202f: sa séquence ne change plus.")
    _write_steps(connection, ident, steps)
    return _room(connection, ident)


def take(connection: Connection, key: str, now: float) -> tuple[Room, str] | None:
    """Use a link of the desk up; returns its room and the key of this desk.

    A link that would wait longer than any does was lent before the clock was set back: it is over too.
    """
    link = {"hash": codes.fingerprint(key), "now": now, "latest": now + LONGEST_LENT + _CLOCKS_DIFFER}
    found = connection.execute(
        "SELECT room FROM link WHERE hash = :hash AND expires > :now AND expires <= :latest", link
    ).fetchall()
    connection.execute("DELETE FROM link WHERE hash = :hash OR expires <= :now OR expires > :latest", link)
    if not found:
        return None
    desk = codes.new_key()
    values = {"room": found[0][0], "hash": codes.fingerprint(desk)}
    connection.execute("INSERT INTO desk VALUES (:hash, :room)", values)
    return _room(connection, found[0][0]), desk


def erase(connection: Connection, ident: str, today: date) -> None:
    """Delete everything of a room but that it was, and when."""
    _taken(connection, ident)
    for query in (*_ANSWERS, *_SHOWN):
        connection.execute(query, {"room": ident})
    values = {"room": ident, "state": RoomState.ERASED, "today": today.isoformat()}
    connection.execute(
        "UPDATE room SET code = NULL, title = '', state = :state, erased = :today WHERE id = :room",
        values,
    )


def date_by(connection: Connection, today: date) -> None:
    """Date from today what a clock, set back since, put later: what is kept is not kept longer.

    And the debates that an earlier version, which kept no such day, left open.
    """
    values = {"today": today.isoformat(), "open": RoomState.OPEN}
    for query in _DATED:
        connection.execute(query, values)


def end_left(connection: Connection, idents: Sequence[str], today: date) -> None:
    """End the debates that somebody answered and nobody ended in time, on the day that they last moved on.

    A room where nobody answered yet may still wait for its debate.
    """
    for ident in idents:
        room = _taken(connection, ident)
        answered = connection.execute("SELECT 1 FROM ballot WHERE room = :room LIMIT 1", {"room": ident})
        if room.ended is None and room.over(today) and answered.fetchall():
            _end(connection, ident, room.day)


def erase_answers(connection: Connection, idents: Sequence[str], today: date) -> None:
    """Delete what participants sent, where its time is still over; what was shown of it stays."""
    for ident in idents:
        for query in _ANSWERS if _taken(connection, ident).over(today) else ():
            connection.execute(query, {"room": ident})


def _end(connection: Connection, ident: str, day: date) -> None:
    """End a debate: its code is free, no link leads to its desk any more."""
    values = {"room": ident, "state": RoomState.ENDED, "day": day.isoformat()}
    connection.execute("UPDATE room SET state = :state, code = NULL, ended = :day WHERE id = :room", values)
    connection.execute("DELETE FROM link WHERE room = :room", {"room": ident})


def _taken(connection: Connection, ident: str) -> Room:
    """Take the room for this transaction: an answer on its way is written before or after, never between."""
    connection.execute("UPDATE room SET version = version + 1 WHERE id = :room", {"room": ident})
    return _room(connection, ident)


def _room(connection: Connection, ident: str) -> Room:
    def rows(query: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = connection.execute(query, values).fetchall()
        return found

    return rooms.read(rows, ident)


def _free_code(connection: Connection) -> str:
    for _ in range(_TRIES):
        code = codes.new_code()
        if not connection.execute("SELECT 1 FROM room WHERE code = :code", {"code": code}).fetchall():
            return code
    raise RoomError("Aucun code de salle n’est libre.")


def _write_steps(connection: Connection, ident: str, steps: Sequence[Step]) -> None:
    connection.execute("DELETE FROM step WHERE room = :room", {"room": ident})
    for rank, step in enumerate(steps):
        values = {"room": ident, "rank": rank, "kind": step.kind, "subject": rooms.written(step.subject)}
        connection.execute(
            "INSERT INTO step VALUES (:room, :rank, :kind, :subject, :state, :round, NULL)",
            values | {"state": step.state, "round": step.round},
        )


def _write_state(connection: Connection, ident: str, step: Step, now: float) -> None:
    closed = now if step.state is StepState.CLOSED else None
    values = {"room": ident, "rank": step.rank, "state": step.state, "round": step.round, "closed": closed}
    connection.execute(
        "UPDATE step SET state = :state, round = :round, closed_at = :closed "
        "WHERE room = :room AND rank = :rank",
        values,
    )
