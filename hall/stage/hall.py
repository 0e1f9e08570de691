"""The hall of one server: its book, its box and its secret, opened when somebody first comes."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from typing import TypeVar, TypeVarTuple

from cachetools import LRUCache

from hall.book import place
from hall.book.book import Book
from hall.book.box import Box
from hall.book.errors import RoomError
from hall.book.ledger import Ledger, begun, opened
from hall.book.rooms import Room
from hall.stage import reveal
from hall.stage.lanes import Lane
from hall.stage.limits import Buckets

Found = TypeVar("Found")
Given = TypeVarTuple("Given")
_SLOWED, _HOUR = 1.0, 3600.0  # seconds
logger = logging.getLogger("observatoire")
_SHAPES = 1000


class Hall:
    """What the routes of the rooms share. `where`: a folder or a server; by default, of the settings."""

    def __init__(self, where: str = "") -> None:
        self._where = where
        self._opening = threading.Lock()
        self._ledger: Ledger | None = None
        # The presenter and the screen do not wait behind a thousand telephones.
        self.telephones, self._ahead = Lane(4, "salles-telephones"), Lane(4, "salles-regie")
        # A dozen ballots at once, one a second: nobody answers faster, a script does.
        self.ballots = Buckets(at_once=12, each_second=1.0)
        # Those who come into a room, and are written: a full amphitheatre at once; a script fills no disk.
        self.arrivals = Buckets(at_once=2_000, each_second=60.0)
        # The shape of the screen of a room, which a gesture on another device turns too.
        self.shapes: LRUCache[str, str] = LRUCache(_SHAPES)
        self.wrong_codes = Buckets(at_once=20, each_second=20.0)
        self.rest: Callable[[float], Awaitable[None]] = asyncio.sleep
        # Seconds of the clock on the wall, which may be set; what only lasts goes by another (`limits`).
        self.now: Callable[[], float] = time.time

    @cached_property
    def secret(self) -> bytes:
        """Return what signs the forms; raises `PlaceError`."""
        return place.secret()

    @property
    def ledger(self) -> Ledger:
        """Return the ledger; raises `PlaceError`."""
        with self._opening:
            self._ledger = self._ledger or opened(self._where)
            return self._ledger

    @cached_property
    def book(self) -> Book:
        """Return the rooms."""
        return Book(self.ledger)

    @cached_property
    def box(self) -> Box:
        """Return the answers."""
        return Box(self.ledger)

    def today(self) -> date:
        """Return the day, the same on every server."""
        return datetime.fromtimestamp(self.now(), UTC).date()

    async def run(self, work: Callable[[*Given], Found], *given: *Given) -> Found:
        """Run what waits for the disk, ahead of the telephones."""
        return await self._ahead.run(work, *given)

    async def found(
        self, search: Callable[[str], Found | None], code: str, lane: Lane | None = None
    ) -> Found | None:
        """Search by a code that somebody typed; where nothing is found, the answer waits once too many ask.

        What is found never waits: who guesses codes slows nobody who has the right one.
        """
        made = await (lane or self._ahead).run(search, code)
        if made is None and not self.wrong_codes.allows("all"):
            await self.rest(_SLOWED)
        return made

    async def met(
        self,
        search: Callable[[str], Room | None],
        code: str,
        read: Callable[[Room], Found],
        lane: Lane | None = None,
    ) -> tuple[Room, Found] | None:
        """Search a room by a code and read what is asked of it, in one turn: who waits does so once."""

        def looked(typed: str) -> tuple[Room, Found] | None:
            room = search(typed)
            return None if room is None else (room, read(room))

        return await self.found(looked, code, lane)

    async def forget_in_time(self, every: float = _HOUR) -> None:
        """Erase the answers whose time is over: now, then every hour, as long as the server runs."""
        while True:
            await self.run(self._forget)
            await self.rest(every)

    def forget(self) -> None:
        """Erase the answers whose time is over, once what was revealed of them is kept."""
        for room in self.book.late(self.today()):
            reveal.frozen(self.box, room)
        self.book.forget(self.today())

    def _forget(self) -> None:
        if not begun(self._where):
            return
        failures: tuple[type[Exception], ...] = (RoomError, OSError)
        try:
            failures += self.ledger.failures
            self.forget()
        except failures:
            logger.exception("answers whose time is over could not be erased: tried again in an hour")

    def close(self) -> None:
        """Write what waits, and leave."""
        self.telephones.close()
        self._ahead.close()
        if self._ledger is not None:
            self._ledger.close()


@lru_cache(maxsize=1)
def shared() -> Hall:
    """Return the hall of this server: its pages and its routes are of one process."""
    return Hall()
