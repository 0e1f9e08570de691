"""Connections that read: as many as read at once, each lent to one reader at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hall.book.writer import Connection


class Connections:
    """What is opened is used again, until one fails."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._free: deque[Connection] = deque()

    @contextmanager
    def lent(self) -> Iterator[Connection]:
        """Lend a connection; one that failed is not lent again."""
        try:
            connection = self._free.pop()
        except IndexError:
            connection = self._connect()
        whole = False
        try:
            yield connection
            connection.rollback()  # what was read is not held
            whole = True
        finally:
            if whole:
                self._free.append(connection)
            else:
                connection.close()

    def close(self) -> None:
        """Close what is not lent."""
        while self._free:
            self._free.pop().close()
