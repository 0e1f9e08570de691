"""Readers of one of two servers: a page each, through nginx, opened again where their server dies."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice

from websockets.exceptions import WebSocketException

from tests.bench.telephone import Telephone
from tests.bench.visitor import Visitor

# Pages that show the region or the domain of their address, and what their lists then say.
ADDRESSES = {
    ("mon-territoire", "region=32"): "Hauts-de-France",
    ("mon-territoire", "region=53"): "Bretagne",
    ("par-domaine", "domaine=sante"): "Santé",
    ("par-domaine", "domaine=emploi"): "Emploi",
}
_CUT = (OSError, EOFError, TimeoutError, WebSocketException)
# As a browser does, which waits longer each time.
_TRIES, _WAIT_SECONDS = 60, 0.5


@dataclass
class Reader:
    """Somebody with a page open; `server`: the cookie that nginx gave; `again`: seconds until it answered."""

    visitor: Visitor
    shown: str
    server: str = ""
    again: float | None = None
    kept_choices: bool = False


@dataclass
class Readers:
    """Everybody who reads, and what went wrong."""

    port: int
    everyone: list[Reader] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    async def arrive(self, size: int) -> None:
        """Open a page each."""
        self.everyone = [
            Reader(Visitor(self.port, page, query), shown)
            for (page, query), shown in islice(_addresses(), size)
        ]
        await asyncio.gather(*map(self._arrive, self.everyone))

    async def _arrive(self, reader: Reader) -> None:
        browser = Telephone(self.port)
        try:
            await browser.get(f"/{reader.visitor.page}?{reader.visitor.query}")
            reader.server = browser.cookies["noeud"]
            reader.visitor.cookie = f"noeud={reader.server}"
            await reader.visitor.open()
            await self._run(reader)
        except _CUT as error:
            self.errors[f"arriving: {type(error).__name__}"] += 1
        finally:
            await browser.leave()

    async def choose(self) -> None:
        """Have everybody choose something on the page they have; who cannot opens it again, then chooses."""
        start = time.perf_counter()
        await asyncio.gather(*(self._choose(reader, start) for reader in self.everyone))

    async def _choose(self, reader: Reader, start: float) -> None:
        cut = False
        for _ in range(_TRIES):
            try:
                if cut:
                    await reader.visitor.open()
                    reader.visitor.chosen = {}
                    await self._run(reader)
                    reader.kept_choices = reader.shown in reader.visitor.shown.values()
                identifier, options = max(reader.visitor.selects.items(), key=lambda select: len(select[1]))
                reader.visitor.chosen = {identifier: options[-1]}
                await self._run(reader)
            except _CUT:
                await reader.visitor.leave()
                # What its browser had is gone with the page.
                cut = True
                await asyncio.sleep(_WAIT_SECONDS)
            else:
                reader.again = time.perf_counter() - start if cut else None
                return
        self.errors["never served again"] += 1

    async def _run(self, reader: Reader) -> None:
        run = await reader.visitor.run()
        if run.errors or not run.elements:
            self.errors[run.errors[0] if run.errors else "empty page"] += 1

    async def leave(self) -> None:
        """Close every page."""
        await asyncio.gather(*(reader.visitor.leave() for reader in self.everyone))

    def of(self, server: str) -> list[Reader]:
        """Return those whose page was of a server."""
        return [reader for reader in self.everyone if reader.server == server]


def _addresses() -> Iterator[tuple[tuple[str, str], str]]:
    return cycle(ADDRESSES.items())
