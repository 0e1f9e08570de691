"""Rooms on a server that several machines share: the one module that knows PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import psycopg

from hall.book.added import Column
from hall.book.writer import Connection

FAILURES: tuple[type[Exception], ...] = (psycopg.Error,)
_NAMED = re.compile(r":([a-z_]+)")
_PATIENCE = 10  # seconds
_HELD = """
    SELECT 1 FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = %s AND column_name = %s
"""


class PostgresStore:
    """A server of rooms."""

    failures = FAILURES

    def __init__(self, address: str) -> None:
        self._address = address

    def create(self, schema: str, added: Sequence[Column]) -> None:
        """Make the tables and columns that are not there; two machines that start together make them once."""
        with psycopg.connect(self._address, connect_timeout=_PATIENCE) as connection:
            connection.execute("SELECT pg_advisory_xact_lock(7355608)")
            connection.execute(schema.encode())
            for column in added:
                if not connection.execute(_HELD, (column.table, column.name)).fetchall():
                    connection.execute(column.statement.encode())

    def connect(self) -> Connection:
        """Reach the server."""
        return _Connection(psycopg.connect(self._address, connect_timeout=_PATIENCE))

    def scrub(self, connection: Connection) -> None:
        """Leave the space of what was deleted to be written over.

        Its write-ahead log, its copies and its backups are its keeper's.
        """
        connection.commit()
        with psycopg.connect(self._address, connect_timeout=_PATIENCE, autocommit=True) as alone:
            alone.execute("VACUUM ballot, participant, result, drawing, desk, link, step, room")


class _Connection:
    """A connection that takes the names of SQLite."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self.commit = connection.commit
        self.rollback = connection.rollback
        self.close = connection.close

    def execute(self, query: str, params: Any = None, /) -> Any:  # noqa: ANN401 - as Connection says
        """Run one statement, its values bound."""
        return self._connection.execute(_renamed(query), params)


@lru_cache(maxsize=100)
def _renamed(query: str) -> bytes:
    return _NAMED.sub(r"%(\1)s", query).encode()
