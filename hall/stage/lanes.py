"""Threads that read the rooms beside the event loop, so many for each kind of those who ask."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar, TypeVarTuple

Found = TypeVar("Found")
Given = TypeVarTuple("Given")


class Lane:
    """A few threads, and as many turns.

    A thousand who ask at once wait here, outside the queue of the event loop: it goes round quickly, and
    those of another lane are answered among them.
    """

    def __init__(self, threads: int, name: str) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._turns = asyncio.Semaphore(threads)

    async def run(self, work: Callable[[*Given], Found], *given: *Given) -> Found:
        """Run what waits for the disk; the turn lasts until what was found is taken up."""
        async with self._turns:
            return await asyncio.get_running_loop().run_in_executor(self._threads, partial(work, *given))

    def close(self) -> None:
        """Finish what was begun."""
        self._threads.shutdown()
