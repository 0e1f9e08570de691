"""200 visitors, then 500, who arrive at the same moment, each over a websocket of its own."""

import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

from websockets.exceptions import WebSocketException

from tests.bench.front import front, missing
from tests.bench.measure import percentile
from tests.bench.registry import Line, benchmark
from tests.bench.sites import application, empty_page
from tests.bench.visitor import Visitor, menu
from tests.setup import nginx

VISITORS, MORE = 200, 500
TARGET_SECONDS, TARGET_OF_MORE = 3.0, 8.0
# Seconds are those of a machine: where the targets were set, the empty page kept 200 visitors waiting for 27.
REFERENCE_SECONDS = 27.0
# What links in an e-mail or on a slide look like.
QUERIES = ("", "domaine=emploi&region=32", "domaine=sante", "region=84", "domaine=pauvrete&region=93")


@dataclass
class Crowd:
    """How long each served visitor waited for the end of the first page, in seconds, and what went wrong."""

    waits: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    @property
    def slowest(self) -> float:
        """How long all but one in twenty waited at most, in seconds; for ever where nobody was served."""
        return percentile(self.waits or [float("inf")], 0.95)

    def lines(self, name: str, target: float | None = None, empty: "Crowd | None" = None) -> list[Line]:
        """Return the lines of the table; a visitor who is not served is an error, never a missing wait.

        `empty`: what the same machine makes of the empty page, which the target is also a share of.
        """
        what = ", ".join(f"{count} × {error}" for error, count in self.errors.items())
        lines = [
            Line(f"{name}: errors", self.errors.total(), "visitors", 0, what or f"{len(self.waits)} served"),
            Line(f"{name}: median", percentile(self.waits or [float("inf")], 0.5), "s"),
            Line(f"{name}: p95", self.slowest, "s", target),
        ]
        if target is not None and empty is not None:
            share = target / REFERENCE_SECONDS
            lines.append(Line(f"{name}: of the empty page’s", self.slowest / empty.slowest, "×", share))
        return lines


@benchmark("visitors")
def visitors() -> list[Line]:
    """Measure the crowd on the first page, then spread over every page, and on the empty page.

    Each on a server that has just started, then on the same one again, where 500 come last; then on the two
    servers of `deploy/`, which take a processor each.
    """
    with empty_page() as (port, _):
        empty = asyncio.run(crowd(port, [""]))
    with application() as (port, _):
        pages = asyncio.run(menu(port))
    lines = empty.lines("empty page, Streamlit's defaults")
    with application() as (port, _):
        for name in ("first page, just started", "first page, warm"):
            lines += asyncio.run(crowd(port, [""])).lines(name, TARGET_SECONDS, empty)
    with application() as (port, _):
        lines += mixed(port, pages, empty)
    if absent := missing(nginx.NGINX):
        lines += absent
    else:
        with tempfile.TemporaryDirectory() as name, front(Path(name), f"{name}/salles") as both:
            lines += mixed(both.port, pages, empty, " on two servers")
    return lines


def mixed(port: int, pages: list[str], empty: Crowd, where: str = "") -> Iterator[Line]:
    """Yield what visitors spread over every page wait: 200 when it has just started, again, then 500."""
    for name in ("just started", "warm"):
        yield from asyncio.run(crowd(port, pages)).lines(f"mixed pages{where}, {name}", TARGET_SECONDS, empty)
    more = asyncio.run(crowd(port, pages, MORE))
    yield from more.lines(f"{MORE} visitors{where}, mixed pages", TARGET_OF_MORE, empty)


async def crowd(port: int, pages: list[str], size: int = VISITORS) -> Crowd:
    """Send `size` visitors at once, spread over the pages and over links with and without choices.

    Nobody leaves before everybody is served: a page that is read stays open.
    """
    result = Crowd()
    everyone = [Visitor(port, page, query) for page, query in islice(cycle(_addresses(pages)), size)]
    await asyncio.gather(*(_visit(visitor, result) for visitor in everyone))
    await asyncio.gather(*(visitor.leave() for visitor in everyone))
    return result


def _addresses(pages: list[str]) -> Iterator[tuple[str, str]]:
    return ((page, query) for query in QUERIES for page in pages)


async def _visit(visitor: Visitor, result: Crowd) -> None:
    start = time.perf_counter()
    try:
        await visitor.open()
        run = await visitor.run()
    except (OSError, TimeoutError, WebSocketException) as error:
        result.errors[type(error).__name__] += 1
        return
    wait = time.perf_counter() - start
    if run.errors or not run.elements:
        result.errors[run.errors[0] if run.errors else "empty page"] += 1
    else:
        result.waits.append(wait)
