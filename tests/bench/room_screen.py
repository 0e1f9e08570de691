"""The screen of a debate and its presenter: what `ecran.js` does, without a browser."""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import suppress
from dataclasses import dataclass, field

from hall.stage.desk import LENT
from tests.bench.room_debate import Debate
from tests.bench.sites import ROOT
from tests.bench.telephone import Answer, RefusedError, Telephone

_SCRIPT = ROOT / "hall" / "stage" / "files" / "ecran.js"
_PEOPLE = re.compile(r"Au moins ([\d\s]+)réponses")
_PATIENCE = 15.0


def every() -> float:
    """Return how long the script of the screen waits between two looks, in seconds."""
    found = re.search(r"setTimeout\(watch, (\d+)\)", _SCRIPT.read_text(encoding="utf-8"))
    if found is None:
        raise RuntimeError("the script of the screen does not say how often it looks")
    return int(found[1]) / 1000


@dataclass
class Screen:
    """A projector that holds the desk. `seen`: when each number of answers was first there."""

    debate: Debate
    device: Telephone
    seen: dict[int, float] = field(default_factory=dict)
    _news: dict[int, asyncio.Event] = field(default_factory=dict)
    _etag: str = ""

    def forget(self) -> None:
        """Start to count again."""
        self.seen.clear()
        self._news.clear()

    async def take(self) -> None:
        """Take the desk by a link, and open the screen."""
        key = self.debate.book.lend(self.debate.room.id, time.time(), LENT)
        taken = await self.device.get(f"/regie/ouvrir?jeton={key}")
        await self.device.follow(taken)
        await self.device.get(f"/ecran/{self.debate.room.code}")

    async def look(self) -> Answer:
        """Ask for what is on the screen now."""
        headers = {"If_None_Match": self._etag} if self._etag else {}
        answer = await self.device.get(f"/ecran/{self.debate.room.code}/vue", **headers)
        found = re.search(r"etag: (\S+)", answer.head, re.IGNORECASE)
        self._etag = found[1] if found else ""
        people = _PEOPLE.search(answer.text)
        if people:
            count = int("".join(people[1].split()))
            self.seen.setdefault(count, time.perf_counter())
            self._news.setdefault(count, asyncio.Event()).set()
        return answer

    async def watch(self) -> None:
        """Look as often as the script does."""
        interval = every()
        try:
            while True:
                await self.look()
                await asyncio.sleep(interval)
        finally:
            await self.device.leave()

    async def rest(self, seconds: float) -> None:
        """Look as often as the script does, for so long."""
        for _ in range(round(seconds / every())):
            await asyncio.sleep(every())
            await self.look()

    async def shows(self, answers: int) -> float:
        """Return when it showed so many answers, once it does; infinite when it does not."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._news.setdefault(answers, asyncio.Event()).wait(), _PATIENCE)
        return self.seen.get(answers, float("inf"))

    async def key(self) -> float:
        """Press the key of what comes next: the seconds until the new fragment is there."""
        start = time.perf_counter()
        moved = await self.device.send(f"/regie/{self.debate.room.code}/geste", geste="suivant", ecran="1")
        if moved.status != 200:
            raise RefusedError(moved.text)
        shown = await self.look()
        if shown.status != 200:
            raise RefusedError(f"the screen answered {shown.status}")
        return time.perf_counter() - start
