"""Server time of one rerun of each page, against an empty page that imports the same libraries.

Both servers run side by side and are measured in turns, so that a slow minute of the machine falls on both.
One rerun is timed from the end of the previous one to its own end: what Streamlit does between two runs (a
garbage collection, by default) keeps the next click waiting, so it counts.
"""

import asyncio
import itertools
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.bench.measure import MILLISECONDS
from tests.bench.registry import Line, benchmark
from tests.bench.server import processor_seconds
from tests.bench.sites import application, empty_page
from tests.bench.visitor import Run, Visitor, menu

TURNS, DISCARDED, COUNTED = 5, 3, 10
TARGET, TARGET_PROCESSOR, TARGET_SENT = 0.25, 15.0, 60.0
# Milliseconds are those of a machine: where the target was set, a rerun of the empty page took 82.
TARGET_SHARE = TARGET_PROCESSOR / 82


@dataclass
class Course:
    """One visitor's reruns; `changing` takes another option of the page's largest selector each time.

    Each option is taken once before any is timed: what a first view costs is measured apart (`full`).
    """

    name: str
    visitor: Visitor
    changing: bool = False
    # The server, whose processor counts for `spent` seconds of all its reruns.
    process: int | None = None
    spent: float = 0.0
    sizes: list[int] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    _choices: Iterator[tuple[str, str]] | None = None

    async def open(self) -> None:
        """Open the page, which is not a rerun."""
        await self.visitor.open()
        await self._run()
        if self.changing and self.visitor.selects:
            identifier, options = max(self.visitor.selects.items(), key=lambda select: len(select[1]))
            self._choices = itertools.cycle((identifier, option) for option in options)
            for _ in options:
                await self._choose()

    async def turn(self) -> None:
        """Rerun a few times in a row and keep what each cost once warm."""
        before = 0.0
        for number in range(DISCARDED + COUNTED):
            if number == DISCARDED and self.process:
                before = processor_seconds(self.process)
            start = time.perf_counter()
            run = await self._choose()
            if number >= DISCARDED:
                self.times.append(time.perf_counter() - start)
                self.sizes.append(run.size)
        if self.process:
            self.spent += processor_seconds(self.process) - before

    async def _choose(self) -> Run:
        if self._choices:
            self.visitor.chosen = dict([next(self._choices)])
        return await self._run()

    async def _run(self) -> Run:
        run = await self.visitor.run()
        if run.errors or not run.elements:
            raise RuntimeError(f"{self.name}: {run.errors or 'nothing on the page'}")
        return run

    @property
    def median(self) -> float:
        """Median time of one rerun, in milliseconds."""
        return statistics.median(self.times) * MILLISECONDS

    @property
    def processor(self) -> float:
        """Processor of the server for one rerun, in milliseconds; what it does besides counts."""
        return self.spent / len(self.times) * MILLISECONDS

    @property
    def sent(self) -> float:
        """What one rerun sends, in kilobytes."""
        return statistics.median(self.sizes) / 1000


@benchmark("reruns")
def reruns() -> list[Line]:
    """Measure every page of the menu, unchanged and with another choice each time."""
    with empty_page() as empty_site, application() as site:
        empty, *courses = asyncio.run(_measured(empty_site, site))
    lines = [
        Line(empty.name, empty.median, "ms", note=f"{len(empty.times)} reruns, Streamlit's defaults"),
        Line(f"{empty.name}: processor", empty.processor, "ms"),
    ]
    for course in courses:
        lines += [
            Line(course.name, course.median, "ms", note=f"slowest {max(course.times) * MILLISECONDS:.0f} ms"),
            Line(f"{course.name}: of the empty page", course.median / empty.median, "×", TARGET),
            Line(f"{course.name}: processor", course.processor, "ms", TARGET_PROCESSOR),
            Line(f"{course.name}: of its processor", course.processor / empty.processor, "×", TARGET_SHARE),
            Line(f"{course.name}: sent", course.sent, "kB", TARGET_SENT),
        ]
    return lines


async def _measured(empty: tuple[int, int], site: tuple[int, int]) -> list[Course]:
    (empty_port, empty_process), (port, process) = empty, site
    courses = [Course("empty page", Visitor(empty_port, prompt=True), process=empty_process)]
    for page in await menu(port):
        name = f"page « {page or 'home'} »"
        courses.append(Course(name, Visitor(port, page, prompt=True), process=process))
        changing = Visitor(port, page, prompt=True)
        courses.append(Course(f"{name}, another choice", changing, changing=True, process=process))
    for course in courses:
        await course.open()
    # A page without a selector has nothing to change.
    courses = [course for course in courses if course.visitor.selects or not course.changing]
    for _ in range(TURNS):
        for course in courses:
            await course.turn()
    for course in courses:
        await course.visitor.leave()
    return courses


@benchmark("latency")
def latency() -> list[Line]:
    """Measure what a browser adds: it acknowledges late, and the server may wait for it."""
    with application() as (port, _):
        prompt, late = asyncio.run(_both_ways(port))
    return [
        Line("a rerun of the home page, on the server", prompt.median, "ms"),
        Line("what a browser waits besides", late.median - prompt.median, "ms"),
    ]


async def _both_ways(port: int) -> tuple[Course, Course]:
    prompt, late = Course("prompt", Visitor(port, prompt=True)), Course("late", Visitor(port))
    for course in (prompt, late):
        await course.open()
    for _ in range(TURNS):
        await prompt.turn()
        await late.turn()
    for course in (prompt, late):
        await course.visitor.leave()
    return prompt, late
