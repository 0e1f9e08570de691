"""A debate of 500, then 1,000 telephones: they arrive at once, vote at once, wait; the screen and its steps.

The telephones share the processors with the server: what each spends is told beside the time on the wall.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, suppress

from hall.book.steps import Kind, StepState
from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from tests.bench.loading import WORKBOOK
from tests.bench.measure import percentile
from tests.bench.registry import Line, benchmark
from tests.bench.room_crowd import Crowd
from tests.bench.room_debate import Debate, debates
from tests.bench.room_screen import Screen
from tests.bench.telephone import Telephone

SIZES = (500, 1_000)
PAGE_SECONDS, VOTE_SECONDS, SCREEN_SECONDS, STEP_SECONDS, KILOBYTES = 1.0, 1.5, 1.0, 0.2, 20.0
# So many times five telephones vote while the others wait: counts on the screen go in fives.
FIVES = 20
# Seconds that a presenter leaves a room, so that the telephones that wait see most of the steps. A question
# that has just closed is revealed at once: what it gave is computed while the presenter waits.
_PAUSE = 1.0


@benchmark("room")
def room() -> Iterator[Line]:
    """Measure a debate of each size, on a server of its own: its steps, then its telephones."""
    results = Results(Store.in_memory(load(WORKBOOK)))
    for size in SIZES:
        with debates(results, 2) as (quiet, crowded):
            yield from asyncio.run(alone(quiet, size))
            yield from asyncio.run(together(crowded, size))


async def alone(debate: Debate, size: int) -> list[Line]:
    """Lead a whole debate with nobody else on the server: what a step costs, and what a telephone fetches."""
    screen, witness = Screen(debate, Telephone(debate.port)), Telephone(debate.port)
    await screen.take()
    pages = [await _weight(debate, witness)]
    await witness.send(f"/salle/{debate.room.code}/acteur", acteur="maires")
    steps = []
    while not _over(debate):
        if _open(debate):
            pages.append(await _weight(debate, witness))
            debate.answered_by(size, time.time())
        steps.append(await screen.key())
    await witness.leave()
    await screen.device.leave()
    return [
        Line(f"{size} answers: slowest step on the screen", *_slowest(steps)),
        Line("heaviest page of a telephone, with its files", max(pages) / 1000, "kB", KILOBYTES),
    ]


async def together(debate: Debate, size: int) -> list[Line]:
    """Have the telephones arrive, vote, then wait while the debate goes on to its end."""
    crowd, screen = Crowd(debate, size), Screen(debate, Telephone(debate.port))
    await screen.take()
    await screen.key()
    await crowd.at_once("page", crowd.arrive)
    await crowd.at_once("who one is", crowd.enter)
    await _lead(debate, screen, Kind.PRIORITIES)
    await crowd.at_once("question", crowd.read)
    async with _task(screen.watch()):
        await crowd.at_once("vote", crowd.voting(debate.step))
        shown = await screen.shows(size) - max(crowd.acknowledged, default=0)
    if debate.kept != len(crowd.acknowledged):
        crowd.errors["acknowledged, and not kept"] += abs(len(crowd.acknowledged) - debate.kept)
    steps, by_five = await _waited(crowd, screen)
    await crowd.leave()
    await screen.device.leave()
    said = ", ".join(f"{count} × {error}" for error, count in crowd.errors.most_common(3))
    return [
        crowd.line("page", PAGE_SECONDS),
        crowd.line("page with its files"),
        crowd.line("who one is"),
        crowd.line("question"),
        crowd.line("vote", VOTE_SECONDS),
        crowd.line("vote until its page"),
        Line(f"{size} telephones: errors", crowd.errors.total(), "", 0, said),
        Line(f"{size} telephones: last vote to the screen", shown, "s", SCREEN_SECONDS),
        Line(
            f"{size} telephones: a vote among those who wait to the screen", max(by_five), "s", SCREEN_SECONDS
        ),
        crowd.line("look of a waiting telephone"),
        Line(f"{size} telephones: slowest step while they wait", *_slowest(steps)),
    ]


async def _waited(crowd: Crowd, screen: Screen) -> tuple[list[float], list[float]]:
    """Go on to the end while the telephones wait; a few of them vote, by five. Returns seconds of each."""
    debate, voting = crowd.debate, crowd.phones[: 5 * FIVES]
    async with _task(*map(crowd.wait, crowd.phones[5 * FIVES :])):
        steps = await _lead(debate, screen, Kind.NOTES)
        screen.forget()
        by_five = await _by_five(crowd, screen, voting)
        while not _over(debate):
            if _open(debate):
                debate.answered_by(crowd.size, time.time())
            if debate.step.state is not StepState.CLOSED:
                await screen.rest(_PAUSE)
            steps.append(await screen.key())
    return steps, by_five


async def _by_five(crowd: Crowd, screen: Screen, voting: list[Telephone]) -> list[float]:
    """Have telephones vote by five: the seconds from the fifth acknowledgement to the screen."""
    for phone in voting:
        await crowd.read(phone)
    waits = []
    async with _task(screen.watch()):
        for start in range(0, len(voting), 5):
            await asyncio.sleep(random.random())  # at any moment between two looks of the screen
            await asyncio.gather(*map(crowd.voting(crowd.debate.step), voting[start : start + 5]))
            last = crowd.acknowledged[-1]
            waits.append(await screen.shows(start + 5) - last)
    return waits


async def _lead(debate: Debate, screen: Screen, kind: Kind) -> list[float]:
    """Go on until a question of this kind is open; returns the seconds of each step."""
    steps = []
    while debate.step.kind is not kind or not _open(debate):
        steps.append(await screen.key())
    return steps


def _open(debate: Debate) -> bool:
    step = debate.step
    return step.asked and step.state is StepState.OPEN


def _over(debate: Debate) -> bool:
    steps = debate.book.of(debate.room.id).progress.steps
    return debate.step.rank + 1 == len(steps) and debate.step.state is StepState.REVEALED


async def _weight(debate: Debate, phone: Telephone) -> int:
    """Return what a page and its files weigh for a telephone that has none of them: bytes both ways."""
    before = phone.exchanged
    phone.files.clear()
    await phone.get(f"/salle/{debate.room.code}")
    await phone.fetch_files()
    return phone.exchanged - before


def _slowest(steps: list[float]) -> tuple[float, str, float, str]:
    """Return the rest of the line of the slowest step."""
    told = f"of {len(steps)}, median {percentile(steps, 0.5):.3f} s"
    return max(steps), "s", STEP_SECONDS, told


@asynccontextmanager
async def _task(*work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Do this beside, until the block ends."""
    beside = asyncio.gather(*work)
    try:
        yield
    finally:
        beside.cancel()
        with suppress(asyncio.CancelledError):
            await beside
