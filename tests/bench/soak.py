"""Visitors who come, choose, leave and are replaced, for as long as is asked: what the server keeps of them.

A few minutes by default; `make bench ONLY=soak SOAK=30` goes on for half an hour.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from websockets.exceptions import WebSocketException

from hall.book import place as rooms
from loaders import place
from tests.bench.process import Held, held, sessions
from tests.bench.registry import Line, benchmark
from tests.bench.server import started
from tests.bench.sites import ROOT
from tests.bench.visitor import Visitor, menu
from tests.bench.visitors import QUERIES

# By default, and where so many minutes are asked for.
MINUTES, FEW, MANY = 3.0, 50, 200
CHOICES, READING_SECONDS = 3, (2.0, 6.0)
# Ways through the pages, each walked once before anything is measured: results are kept for everybody, up to
# a number of them, so that memory also grows with choices nobody made before, which is not what is asked.
WAYS = 44
EVERY_SECONDS = 5.0
# The heap takes the size of so many at a time: not counted.
WARM_UP = 1 / 3
# A session holds about a megabyte: one that stays in a hundred is seen. At 10 kB a visit, a server of 500 MB
# meets the 2 GB at which it is restarted (deploy/METTRE_EN_LIGNE.md) after 150,000 visits.
TARGET_SLOPE = 10.0
# Before so many visits the heap, which moves by some megabytes, hides it: there, sessions that stay would be
# more than this share.
ENOUGH_VISITS, TARGET_GROWTH = 1000, 1.05
# How long the framework keeps a session that lost its connection: shorter than in production, so that what
# it keeps is over when the bench ends.
_KEPT_SECONDS = 10
_ROOMS = "salles"
_FAULTS = (OSError, TimeoutError, WebSocketException)


@dataclass
class Soak:
    """What happened: visits done, the memory after how many of them, errors."""

    port: int
    process: int
    visits: int = 0
    runs: int = 0
    memory: list[tuple[int, float]] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    size: int = FEW
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def warm(self) -> None:
        """Walk each way once."""
        pages = await menu(self.port)
        for way in range(WAYS):
            await self._walk(pages, way, (0.0, 0.0))

    async def last(self, seconds: float) -> None:
        """Have so many visitors on the server for so long, then everybody leave."""
        pages = await menu(self.port)
        crowd = [asyncio.create_task(self._seat(pages, place)) for place in range(self.size)]
        end = time.monotonic() + seconds
        warm = end - seconds * (1 - WARM_UP)
        while time.monotonic() < end:
            await asyncio.sleep(EVERY_SECONDS)
            if time.monotonic() >= warm:
                self.memory.append((self.visits, held(self.process).memory))
        self.over.set()
        await asyncio.gather(*crowd)

    async def _seat(self, pages: list[str], way: int) -> None:
        """One visitor after another, as long as it lasts."""
        await self._reads(random.uniform(*READING_SECONDS))
        while not self.over.is_set():
            await self._walk(pages, way % WAYS, READING_SECONDS)
            self.visits += 1
            way += 1

    async def _walk(self, pages: list[str], way: int, reading: tuple[float, float]) -> None:
        """Open a page, choose a few times, leave: the same page and choices for each way."""
        chance = random.Random(way)
        visitor = Visitor(self.port, pages[way % len(pages)], QUERIES[way % len(QUERIES)])
        try:
            await visitor.open()
            for _ in range(1 + CHOICES):
                run = await visitor.run()
                if run.errors or not run.elements:
                    self.errors[run.errors[0] if run.errors else "empty page"] += 1
                self.runs += 1
                await self._reads(random.uniform(*reading))
                if self.over.is_set():
                    break
                if visitor.selects:
                    identifier, options = chance.choice(sorted(visitor.selects.items()))
                    visitor.chosen[identifier] = chance.choice(options)
        except _FAULTS as error:
            self.errors[type(error).__name__] += 1
        finally:
            await visitor.leave()

    async def _reads(self, seconds: float) -> None:
        """Read what is there, or leave when it is over."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.over.wait(), seconds)

    @property
    def slope(self) -> float:
        """Megabytes for 1,000 visits more, by the straight line nearest to what was measured."""
        if len({visits for visits, _ in self.memory}) < 2:
            return float("inf")
        return 1000 * statistics.linear_regression(*zip(*self.memory, strict=True)).slope


@benchmark("soak")
def soak() -> list[Line]:
    """Measure what is left of visitors after `SOAK` minutes of them; of fewer, after three, by default."""
    asked = os.environ.get("SOAK")
    minutes, size = (float(asked), MANY) if asked else (MINUTES, FEW)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = {place.STORES: f"{folder / 'magasin'}", rooms.VARIABLE: f"{folder / _ROOMS}"}
        settings |= {"TMPDIR": name, "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": f"{_KEPT_SECONDS}"}
        with started(ROOT / "app.py", ROOT, **settings) as (port, process):
            return asyncio.run(_lasted(Soak(port, process, size=size), folder, minutes * 60))


async def _lasted(soaked: Soak, folder: Path, seconds: float) -> list[Line]:
    await soaked.warm()
    before, files = await _alone(soaked), _files(folder)
    await soaked.last(seconds)
    after = await _alone(soaked)
    return lines(soaked, before, after, _files(folder) - files, sessions(soaked.port))


async def _alone(soaked: Soak) -> Held:
    """Return what the server holds once nobody is there, and what the framework kept of them is over."""
    await asyncio.sleep(_KEPT_SECONDS + 1)
    # What is over goes when somebody else leaves.
    await menu(soaked.port)
    await asyncio.sleep(1)
    return held(soaked.process)


def lines(soaked: Soak, before: Held, after: Held, left: set[Path], still: int) -> list[Line]:
    """Return the lines of the table; `before` anybody came and `after` everybody left; `still` open."""
    told = ", ".join(f"{count} × {error}" for error, count in soaked.errors.items())
    first, last = (soaked.memory[place][1] if soaked.memory else float("inf") for place in (0, -1))
    enough = not soaked.memory or soaked.memory[-1][0] - soaked.memory[0][0] >= ENOUGH_VISITS
    more = after.files - before.files
    others = Counter({name: count for name, count in more.items() if f"/{_ROOMS}/" not in name})
    done = f"{soaked.size} at a time, {soaked.runs} runs"
    return [
        Line("visits", soaked.visits, "", note=done),
        Line("errors", soaked.errors.total(), "", 0, told),
        Line("memory before anybody", before.memory, "MB"),
        Line("memory once warm, with everybody", first, "MB"),
        Line("memory at the end, with everybody", last, "MB"),
        Line("memory after everybody left", after.memory, "MB"),
        Line("memory at the end, of what it was once warm", last / first, "×", TARGET_GROWTH),
        Line("memory for 1,000 visits more", soaked.slope, "MB", TARGET_SLOPE if enough else None),
        Line("open files more than before", others.total(), "", 0, _named(others, before)),
        Line(
            "of the register of rooms",
            more.total() - others.total(),
            "",
            note="a connection for each that read at once",
        ),
        Line("threads more than before", after.threads - before.threads, "", 0, f"{before.threads} before"),
        Line("files left behind", len(left), "", 0, ", ".join(sorted(path.name for path in left)[:3])),
        Line("sessions still open", still, "", 0),
    ]


def _named(more: Counter[str], before: Held) -> str:
    told = [f"{count} × {name}" for name, count in more.items()]
    return ", ".join([f"{before.files.total()} before", *told])


def _files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}
