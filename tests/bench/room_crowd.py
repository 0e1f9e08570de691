"""The telephones of a debate, all at the same moment: how long each waits, and what goes wrong."""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from hall.book.ballots import ACTORS
from hall.book.steps import Step
from tests.bench.measure import MILLISECONDS, percentile
from tests.bench.registry import Line
from tests.bench.room_debate import Debate, answer, fields
from tests.bench.server import processor_seconds
from tests.bench.telephone import RefusedError, Telephone

FAULTS = (OSError, EOFError, TimeoutError, RefusedError)
_MOMENT = re.compile(r'data-moment="([^"]*)"')


@dataclass
class Crowd:
    """Telephones of one room. `waits`: seconds of each, by what was waited for."""

    debate: Debate
    size: int
    waits: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    # When each ballot was.
    acknowledged: list[float] = field(default_factory=list)
    phones: list[Telephone] = field(default_factory=list)
    _spent: dict[str, tuple[float, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.phones = [Telephone(self.debate.port) for _ in range(self.size)]

    @contextmanager
    def waited(self, name: str) -> Iterator[None]:
        """Time what is done; what goes wrong is an error, never a missing wait."""
        start = time.perf_counter()
        try:
            yield
        except FAULTS as error:
            self.errors[f"{name}: {type(error).__name__} {error}"] += 1
            return
        self._note(name, start)

    def _note(self, name: str, start: float) -> None:
        self.waits.setdefault(name, []).append(time.perf_counter() - start)

    async def at_once(self, name: str, does: Callable[[Telephone], Awaitable[None]]) -> None:
        """Have every telephone do the same thing at the same moment."""
        server, here = processor_seconds(self.debate.process), time.process_time()
        await asyncio.gather(*map(does, self.phones))
        self._spent[name] = processor_seconds(self.debate.process) - server, time.process_time() - here

    async def arrive(self, phone: Telephone) -> None:
        """Scan the code: the page, its style and its script."""
        start = time.perf_counter()
        with self.waited("page with its files"):
            (await phone.get(self._here)).says("Je réponds en tant que")
            self._note("page", start)
            await phone.fetch_files()

    async def enter(self, phone: Telephone) -> None:
        """Say who one is."""
        with self.waited("who one is"):
            sent = await phone.send(f"{self._here}/acteur", acteur=random.choice(ACTORS))
            (await phone.follow(sent)).says("Actualiser")

    async def read(self, phone: Telephone) -> None:
        """Open the question."""
        with self.waited("question"):
            (await phone.get(self._here)).says("Envoyer")

    def voting(self, step: Step) -> Callable[[Telephone], Awaitable[None]]:
        """Return how a telephone answers a step, until its page says that the answer is kept."""
        given = fields(answer(step, random.randrange(self.size)))

        async def vote(phone: Telephone) -> None:
            start = time.perf_counter()
            with self.waited("vote until its page"):
                sent = await phone.send(f"{self._here}/{step.rank}", tour=step.round, **given)
                sent.says("", 303)
                self._note("vote", start)
                self.acknowledged.append(time.perf_counter())
                (await phone.follow(sent)).says("Votre réponse est enregistrée")

        return vote

    async def wait(self, phone: Telephone) -> None:
        """Ask now and then whether the presenter has moved, as `salle.js` does, without end."""
        known = _MOMENT.search(phone.text)
        while True:
            await asyncio.sleep(3 + 2 * random.random())
            with self.waited("look of a waiting telephone"):
                state = await phone.get(f"{self._here}/etat")
                if known is None or json.loads(state.text)["q"] != known[1]:
                    known = _MOMENT.search((await phone.get(self._here)).text)

    async def leave(self) -> None:
        """Close every socket."""
        for phone in self.phones:
            await phone.leave()

    def line(self, name: str, target: float | None = None) -> Line:
        """Return the 95th percentile of a wait; infinite when nobody was served."""
        waits = self.waits.get(name) or [float("inf")]
        told = f"median {percentile(waits, 0.5):.2f}, slowest {max(waits):.2f} s"
        if name in self._spent:
            server, here = (MILLISECONDS * spent / self.size for spent in self._spent[name])
            told += f"; processor a telephone: server {server:.1f}, bench {here:.1f} ms"
        return Line(f"{self.size} telephones: {name}, p95", percentile(waits, 0.95), "s", target, told)

    @property
    def _here(self) -> str:
        return f"/salle/{self.debate.room.code}"
