"""Rooms in one file, for one machine: the one module that knows SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from hall.book.added import Column
from hall.book.writer import Connection

FAILURES: tuple[type[Exception], ...] = (sqlite3.Error,)
_NAME = "salles.sqlite"
# A command beside the server writes in the same file: each waits for the other, in seconds.
_PATIENCE = 10.0
# What was acknowledged is on the disk, what was erased is not in the file any more.
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
)
_HELD = "SELECT 1 FROM pragma_table_info(?) WHERE name = ?"


class SqliteStore:
    """A file of rooms."""

    failures = FAILURES

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._path = folder / _NAME

    @staticmethod
    def is_in(folder: Path) -> bool:
        """Say whether a folder has a file of rooms."""
        return (folder / _NAME).exists()

    def create(self, schema: str, added: Sequence[Column]) -> None:
        """Make the tables and columns that are not there, once however many processes start together."""
        connection = sqlite3.connect(self._path, timeout=_PATIENCE)
        try:
            for setting in _SETTINGS:
                connection.execute(setting)
            connection.executescript(schema.replace("/* without rowid */", "WITHOUT ROWID"))
            connection.execute("BEGIN IMMEDIATE")
            for column in added:
                if not connection.execute(_HELD, (column.table, column.name)).fetchall():
                    connection.execute(column.statement)
            connection.commit()
        finally:
            connection.close()
        self._path.chmod(0o600)

    def connect(self) -> Connection:
        """Open the file; a transaction that writes takes its turn at its first word."""
        connection = sqlite3.connect(
            self._path, timeout=_PATIENCE, isolation_level="IMMEDIATE", check_same_thread=False
        )
        for setting in _SETTINGS:
            connection.execute(setting)
        return connection

    def scrub(self, connection: Connection) -> None:
        """Leave nothing of what was deleted in the files, after it was kept that it is.

        It waits for who reads at that moment; a reader that lasts leaves it for the next hour. What a disk
        keeps under its files (copies of a file system, worn cells) is out of reach.
        """
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
