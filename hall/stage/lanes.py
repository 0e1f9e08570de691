"""Threads that read the rooms beside the event loop, so many for each kind of those who ask."""

from __future__ import annotations

import asyncio
from asyncio import AbstractEventLoop
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import Any, TypeVar, TypeVarTuple

Found = TypeVar("Found")
Given = TypeVarTuple("Given")
# What was found for so many is taken up before the event loop looks at anything else.
_TOGETHER = 8


class Lane:
    """A few threads, and a queue of its own.

    A thousand who ask at once wait here, outside the queue of the event loop: it goes round quickly, and
    those of another lane are answered among them. A thread that is awake serves the next in the queue at
    once: waking one for each who asks costs more than what most of them ask for.
    """

    def __init__(self, threads: int, name: str) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._asleep = threads
        self._counting = Lock()
        self._asked: deque[_Asked] = deque()
        self._answers: _Answers | None = None

    async def run(self, work: Callable[[*Given], Found], *given: *Given) -> Found:
        """Run what waits for the disk."""
        loop = asyncio.get_running_loop()
        if self._answers is None or self._answers.loop is not loop:
            self._answers = _Answers(loop)
        future: asyncio.Future[Found] = loop.create_future()
        self._asked.append(_Asked(partial(work, *given), future, self._answers))
        with self._counting:
            wakes = self._asleep > 0
            self._asleep -= wakes
        if wakes:
            self._threads.submit(self._serve)
        return await future

    def close(self) -> None:
        """Finish what was begun."""
        self._threads.shutdown()

    def _serve(self) -> None:
        """Serve until nobody waits."""
        while asked := self._next():
            with asked:
                asked.answers.put(partial(asked.future.set_result, asked.work()), asked.future)

    def _next(self) -> _Asked | None:
        with self._counting:
            if self._asked:
                return self._asked.popleft()
            self._asleep += 1
            return None


class _Answers:
    """What was found for those who wait on an event loop, told to them a few at a time."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        self.loop = loop
        self._found: deque[tuple[Callable[[], None], asyncio.Future[Any]]] = deque()
        self._called = False

    def put(self, answer: Callable[[], None], future: asyncio.Future[Any]) -> None:
        """Have a future answered, from a thread."""
        self._found.append((answer, future))
        if not self._called:
            self._called = True
            # Where the loop has ended, nobody waits any more.
            with suppress(RuntimeError):
                self.loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        self._called = False
        for _ in range(min(_TOGETHER, len(self._found))):
            answer, future = self._found.popleft()
            if not future.cancelled():
                answer()
        if self._found and not self._called:
            self._called = True
            self.loop.call_soon(self._tell)


@dataclass(frozen=True)
class _Asked:
    """What somebody waits for; an error is theirs too."""

    work: Callable[[], Any]
    future: asyncio.Future[Any]
    answers: _Answers

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        if error is None:
            return False
        self.answers.put(partial(self.future.set_exception, error), self.future)
        return True
