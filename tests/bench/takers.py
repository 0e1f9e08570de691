"""Files that are made on a click, for some visitors, while the pages of others go on being drawn."""

import asyncio
from collections import Counter
from collections.abc import Iterator

from tests.bench.registry import Line, benchmark
from tests.bench.sites import application
from tests.bench.telephone import Telephone
from tests.bench.visitor import Visitor

TAKERS, OTHERS = 40, 60
PAGE, OFFERS = "donnees-et-methode", "section=emporter"
# A browser asks for a file when it has been told its address, which takes a network some time each way; then
# twice (`pages.promised_files`).
NETWORK_SECONDS, TIMES = 0.1, 2


@benchmark("takers")
def takers() -> Iterator[Line]:
    """Measure whether each of the files that are offered reaches who asked for it."""
    with application() as (port, _):
        answers, runs = asyncio.run(_crowd(port))
    wrong = answers.total() - answers[200]
    told = ", ".join(f"{count} × {status}" for status, count in sorted(answers.items()))
    yield Line("files that are not found", wrong, "", 0, f"{told}; {runs} runs of others meanwhile")


async def _crowd(port: int) -> tuple[Counter[int], int]:
    """Return the answers by their status, and how many runs of others ended meanwhile."""
    mine, others = ([Visitor(port, PAGE, OFFERS) for _ in range(count)] for count in (TAKERS, OTHERS))
    for visitor in (*mine, *others):
        await visitor.open()
        if (await visitor.run()).errors or not visitor.offered:
            raise RuntimeError("the page offers no file")
    taken, runs = asyncio.Event(), [0]
    going = [asyncio.create_task(_go_on(visitor, taken, runs)) for visitor in others]
    answers: Counter[int] = Counter()
    await asyncio.gather(*(_take(visitor, answers) for visitor in mine))
    taken.set()
    await asyncio.gather(*going)
    await asyncio.gather(*(visitor.leave() for visitor in (*mine, *others)))
    return answers, runs[0]


async def _go_on(visitor: Visitor, taken: asyncio.Event, runs: list[int]) -> None:
    while not taken.is_set():
        await visitor.run()
        runs[0] += 1


async def _take(visitor: Visitor, answers: Counter[int]) -> None:
    """Ask for each file that the page offers, one after another."""
    browser = Telephone(visitor.port)
    for offered in visitor.offered:
        address = await visitor.take(offered)
        await asyncio.sleep(NETWORK_SECONDS)
        for _ in range(TIMES):
            answers[(await browser.get(address)).status] += 1
