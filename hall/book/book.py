"""The rooms: made, found, moved by the presenter's gestures, ended and erased."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import NamedTuple

from cachetools import LRUCache

from hall.book import changes, codes, drawings, rooms
from hall.book.drawings import WIDE
from hall.book.gestures import Gesture
from hall.book.ledger import Ledger
from hall.book.rooms import NewRoom, Room
from hall.book.steps import Step

# An identifier starts with the code that a room had (`changes.create`).
_NAMED = """
    SELECT id FROM room WHERE id = :id OR substr(id, 1, 7) = :start
    ORDER BY id = :id DESC, created DESC LIMIT 1
"""

_WATCHED = """
    SELECT room.version, room.answers, room.state, step.rank, step.round, step.state
    FROM room JOIN step ON step.room = room.id AND step.rank = room.at_step WHERE room.code = :code
"""

_HELD = "SELECT room FROM participant UNION SELECT room FROM ballot"


class Versions(NamedTuple):
    """What changes: with each gesture, with each answer, with the question (a text, see `rooms.moment`)."""

    version: int
    answers: int
    moment: str


# Rooms in use at the same time on one server: a few.
_AT_HAND = 64


class Book:
    """Every room of a ledger.

    A room changes with its version alone, but for its count of answers: what a thousand telephones ask for is
    read once a gesture, whoever made it and on whichever machine.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._read: LRUCache[str, Room] = LRUCache(_AT_HAND)
        self._reading = Lock()

    def create(self, new: NewRoom, today: date) -> Room:
        """Make a room, with a code of its own; its desk is taken by a link (`lend`)."""
        rest = secrets.token_hex(8)
        return self._ledger.ask(lambda connection: changes.create(connection, rest, new, today)).result()

    def of(self, ident: str) -> Room:
        """Return a room by its identifier; raises `RoomError`."""
        return rooms.read(self._ledger.rows, ident)

    def called(self, text: str) -> Room | None:
        """Return the room of a code, however it is typed; None when no room has it now."""
        code = codes.typed(text)
        query = "SELECT id, version, answers FROM room WHERE code = :code"
        found = self._ledger.rows(query, {"code": code}) if code else []
        return self._at(*found[0]) if found else None

    def _at(self, ident: str, version: int, answers: int) -> Room:
        with self._reading:
            room = self._read.get(ident)
        if room is None or room.version != version:
            room = self.of(ident)
            with self._reading:
                self._read[ident] = room
        return replace(room, answers=answers)

    def named(self, text: str) -> Room | None:
        """Return the room of a code, be it over and its code free, or of an identifier; None for neither.

        Of several that had the code, the one that has it now, or else the last.
        """
        if found := self.called(text):
            return found
        asked = {"id": text, "start": f"{codes.typed(text) or ''}-"}
        known = self._ledger.rows(_NAMED, asked)
        return self.of(known[0][0]) if known else None

    def every(self) -> list[Room]:
        """Return every room, the oldest first."""
        found = self._ledger.rows("SELECT id FROM room ORDER BY created, id", {})
        return [self.of(row[0]) for row in found]

    def versions(self, text: str) -> Versions | None:
        """Return what a screen, a desk and a telephone watch; None when no room has this code now."""
        code = codes.typed(text)
        if code is None:
            return None
        found = self._ledger.rows(_WATCHED, {"code": code})
        if not found:
            return None
        version, answers, *told = found[0]
        return Versions(version, answers, rooms.moment(*told))

    def move(
        self, ident: str, gesture: Gesture, now: float, seen: int | None = None, shape: str = WIDE
    ) -> Room:
        """Do what the presenter asks, `now` (seconds), of a version `seen`, before a screen of a `shape`.

        Raises `GestureRefusedError`.
        """
        return self._ledger.ask(
            lambda connection: changes.move(connection, ident, gesture, now, seen, shape)
        ).result()

    def drawing(self, room: Room, shape: str, colours: str) -> str:
        """Return the figure on the screen as SVG; where a shape takes fewer screens, the last one stays."""
        step = room.progress.step
        screen = min(step.round, step.screens(shape))
        named = {"figure": step.subject["figure"], "shape": shape, "colours": colours, "screen": screen}
        return drawings.found(self._ledger.rows, room.id, named)

    def arrange(self, ident: str, steps: tuple[Step, ...]) -> Room:
        """Give other steps to a room that is still prepared; raises `RoomError` later."""
        return self._ledger.ask(lambda connection: changes.arrange(connection, ident, steps)).result()

    def lend(self, ident: str, now: float, seconds: float) -> str:
        """Return the key of a link that takes the desk once, on another device."""
        key = codes.new_key()
        row = {"hash": codes.fingerprint(key), "room": ident, "expires": now + seconds}
        query = "INSERT INTO link VALUES (:hash, :room, :expires)"
        self._ledger.ask(lambda connection: connection.execute(query, row)).result()
        return key

    def take(self, key: str, now: float) -> tuple[Room, str] | None:
        """Use a link up: returns its room and the key of this desk; None for a link that is over."""
        return self._ledger.ask(lambda connection: changes.take(connection, key, now)).result()

    def holds(self, ident: str, key: str) -> bool:
        """Say whether a key is of a desk of this room."""
        asked = {"hash": codes.fingerprint(key), "room": ident}
        return bool(self._ledger.rows("SELECT 1 FROM desk WHERE hash = :hash AND room = :room", asked))

    def erase(self, ident: str, today: date) -> None:
        """Erase everything of a room but that it was."""
        self._ledger.erase(lambda connection: changes.erase(connection, ident, today))

    def late(self, today: date) -> list[Room]:
        """Return the rooms that hold answers whose time is over; what was a debate is ended first."""
        self._ledger.ask(lambda connection: changes.date_by(connection, today)).result()
        held = self._ledger.rows(_HELD, {})
        late = [room for room in self.every() if (room.id,) in held and room.over(today)]
        left = [room.id for room in late if room.ended is None]
        self._ledger.ask(lambda connection: changes.end_left(connection, left, today)).result()
        return [self.of(room.id) for room in late]

    def forget(self, today: date) -> int:
        """Erase the answers of the rooms whose time is over, and what others left; returns how many rooms.

        Several servers may do it at the same moment.
        """
        late = [room.id for room in self.late(today)]
        self._ledger.erase(lambda connection: changes.erase_answers(connection, late, today))
        return len(late)
