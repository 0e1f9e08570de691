"""One writer for all: what waits is written in one transaction, and acknowledged once it is on the disk.

Five hundred ballots at once are a few transactions, not five hundred: seven times more a second, and none is
acknowledged before it is kept.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from hall.book.errors import RoomError

T = TypeVar("T")
# More in one transaction would make the first of them wait for the last.
_TOGETHER = 500


class Connection(Protocol):
    """What sqlite3 and psycopg have in common."""

    def execute(self, query: str, params: Any = ..., /) -> Any:  # noqa: ANN401 - a cursor of either
        """Run one statement."""

    def commit(self) -> None:
        """Keep what was written."""

    def rollback(self) -> None:
        """Forget what was written."""

    def close(self) -> None:
        """Leave."""


Work = Callable[[Connection], T]
_Asked = tuple[Work[Any], "Future[Any]"]


class Writer:
    """A thread that writes what others ask, in the order they ask.

    `failures`: what the store raises; with `RoomError`, what is handed to who asked.
    """

    def __init__(self, connect: Callable[[], Connection], failures: tuple[type[Exception], ...]) -> None:
        self._connect = connect
        self._failures: tuple[type[Exception], ...] = (*failures, RoomError)
        self._connection: Connection | None = None
        self._waiting: deque[_Asked] = deque()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="salles")

    def ask(self, work: Work[T]) -> Future[T]:
        """Have a piece of work done in a transaction; its result comes once it is kept, or its error."""
        future: Future[T] = Future()
        self._waiting.append((work, future))
        self._thread.submit(self._drain)
        return future

    def close(self) -> None:
        """Write what waits, then stop."""
        self._thread.submit(self._leave)
        self._thread.shutdown(wait=True)

    def _drain(self) -> None:
        asked = [self._waiting.popleft() for _ in range(min(len(self._waiting), _TOGETHER))]
        try:
            if asked:
                self._write(asked)
        finally:
            # After a mistake of ours nobody waits for ever; what is done cannot be cancelled.
            lost = [future for _, future in asked if future.cancel()]
            if lost:
                self._leave()

    def _write(self, asked: list[_Asked]) -> None:
        """Write together what was asked; when one of them fails, each alone: an error is its own."""
        try:
            self._connection = self._connection or self._connect()
            results = [work(self._connection) for work, _ in asked]
            self._connection.commit()
        except self._failures as error:
            self._leave()
            if len(asked) == 1:
                asked[0][1].set_exception(error)
                return
            for one in asked:
                self._write([one])
            return
        for (_, future), result in zip(asked, results, strict=True):
            future.set_result(result)

    def _leave(self) -> None:
        """Close the connection, which forgets what was not kept; a server that has gone is gone already."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
