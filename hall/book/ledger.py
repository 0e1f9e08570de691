"""The ledger of the rooms: one writer, many readers, over the store that the settings name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Protocol, TypeVar

from hall.book import place
from hall.book.added import ADDED, Column
from hall.book.connections import Connections
from hall.book.errors import PlaceError
from hall.book.sqlite_store import SqliteStore
from hall.book.writer import Connection, Work, Writer

T = TypeVar("T")
_SCHEMA = Path(__file__).parent / "sql" / "schema.sql"


class Store(Protocol):
    """What keeps rows: a file or a server."""

    failures: tuple[type[Exception], ...]

    def create(self, schema: str, added: Sequence[Column]) -> None:
        """Make the tables that are not there, then the columns."""

    def connect(self) -> Connection:
        """Open a connection."""

    def scrub(self, connection: Connection) -> None:
        """Leave nothing of what was deleted."""


class Ledger:
    """Rows of rooms, written by one and read by many."""

    def __init__(self, store: Store) -> None:
        store.create(_SCHEMA.read_text(encoding="utf-8"), ADDED)
        self._store = store
        self._writer = Writer(store.connect, store.failures)
        self._readers = Connections(store.connect)

    def ask(self, work: Work[T]) -> Future[T]:
        """Have something written; the future is done once it is on the disk."""
        return self._writer.ask(work)

    def rows(self, query: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Return what is kept now."""
        with self._readers.lent() as connection:
            found: list[tuple[Any, ...]] = connection.execute(query, values).fetchall()
            return found

    @property
    def failures(self) -> tuple[type[Exception], ...]:
        """Return what the store raises when it does not answer."""
        return self._store.failures

    def erase(self, work: Work[T]) -> T:
        """Delete, keep that it is deleted, then leave nothing of it on the disk."""

        def gone(connection: Connection) -> T:
            done = work(connection)
            connection.commit()
            self._store.scrub(connection)
            return done

        return self.ask(gone).result()

    def close(self) -> None:
        """Write what waits, and leave."""
        self._writer.close()
        self._readers.close()


def opened(where: str = "") -> Ledger:
    """Open the ledger of a folder or of a server; by default, of the settings. Raises `PlaceError`."""
    store = _store(where or place.where())
    try:
        return Ledger(store)
    except store.failures as error:
        raise PlaceError(f"{place.VARIABLE}\u202f: les salles ne s’ouvrent pas ({error}).") from error


def begun(where: str) -> bool:
    """Say whether rooms may be kept there (`""`: by the settings) already: nothing is made."""
    found = where or place.where()
    return place.is_server(found) or SqliteStore.is_in(Path(found))


def _store(found: str) -> Store:
    if not place.is_server(found):
        return SqliteStore(Path(found))
    try:
        from hall.book.postgres_store import PostgresStore  # noqa: PLC0415 - a machine alone does not install it
    except ImportError as error:
        raise PlaceError(
            f"{place.VARIABLE} nomme un serveur PostgreSQL, et son paquet n’est pas installé\u202f: "
            "pip install -r hall/requirements.txt"
        ) from error
    return PostgresStore(found)
