"""200 visitors, then 500, who arrive at the same moment, each over a websocket of its own."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice

from websockets.exceptions import WebSocketException

from tests.bench.measure import percentile
from tests.bench.registry import Line, benchmark
from tests.bench.sites import application, empty_page
from tests.bench.visitor import Visitor, menu

VISITORS, MORE = 200, 500
TARGET_SECONDS, TARGET_OF_MORE = 3.0, 8.0
# What links in an e-mail or on a slide look like.
QUERIES = ("", "domaine=emploi&region=32", "domaine=sante", "region=84", "domaine=pauvrete&region=93")


@dataclass
class Crowd:
    """How long each served visitor waited for the end of the first page, in seconds, and what went wrong."""

    waits: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    def lines(self, name: str, target: float | None = None) -> list[Line]:
        """Return the lines of the table; a visitor who is not served is an error, never a missing wait."""
        what = ", ".join(f"{count} × {error}" for error, count in self.errors.items())
        waits = self.waits or [float("inf")]
        return [
            Line(f"{name}: errors", self.errors.total(), "visitors", 0, what or f"{len(self.waits)} served"),
            Line(f"{name}: first page, median", percentile(waits, 0.5), "s"),
            Line(f"{name}: first page, p95", percentile(waits, 0.95), "s", target),
        ]


@benchmark("visitors")
def visitors() -> list[Line]:
    """Measure the crowd on the first page, then spread over every page, and on the empty page.

    Each on a server that has just started, then on the same one again; 500 come to mixed pages last.
    """
    with application() as port:
        pages = asyncio.run(menu(port))
    with application() as port:
        first_cold, first_warm = (asyncio.run(crowd(port, [""])) for _ in range(2))
    with application() as port:
        cold, warm, more = (asyncio.run(crowd(port, pages, size)) for size in (VISITORS, VISITORS, MORE))
    with empty_page() as port:
        empty = asyncio.run(crowd(port, [""]))
    lines = first_cold.lines("first page, just started", TARGET_SECONDS)
    lines += first_warm.lines("first page, warm", TARGET_SECONDS)
    lines += cold.lines("mixed pages, just started", TARGET_SECONDS)
    lines += warm.lines("mixed pages, warm", TARGET_SECONDS)
    lines += more.lines(f"{MORE} visitors on mixed pages", TARGET_OF_MORE)
    lines += empty.lines("empty page, Streamlit's defaults")
    if first_cold.waits and empty.waits:
        ratio = percentile(first_cold.waits, 0.95) / percentile(empty.waits, 0.95)
        lines.append(Line("first page, just started: p95 of the empty page's", ratio, "×"))
    return lines


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
