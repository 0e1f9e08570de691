"""The store: the one module that knows DuckDB.

A store holds one edition of the workbook in typed tables, is built once, and is then only read. Each query
has a cursor of its own, because a connection shared by eight threads fails on most of them ("connection is
busy").
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd

from loaders.reference import FRANCE
from loaders.store import kept
from loaders.store.frames import frames
from loaders.store.memory import Memory
from loaders.store.recipe import file_name, key, recipe, schema, schema_version

if TYPE_CHECKING:
    from loaders.edition import LoadedEdition

__all__ = ["BUILDING", "FRANCE", "Store", "StoreError", "build", "open_file"]

Parameters = Mapping[str, object] | Sequence[object]

# The frames of a dashboard are short: a column of Arrow text costs more to enter than to read (a page and its
# sentences take an eighth less of the processor with Python's own).
pd.set_option("mode.string_storage", "python")

# Set before anything is attached; `enable_external_access` and the lock come after, or nothing could be
# attached.
_CONFIGURATION: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,  # a table name never means a Python variable of the caller
    "pandas_analyze_sample": 1_000_000_000,  # all rows of a column decide its type, not the first ones
}
# The content of the few tables is read once at opening: DuckDB checks each block it reads, so a damaged
# file is found here and not under the feet of a visitor.
_EVERY_TABLE = """
    SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE database_name = 'edition' ORDER BY ALL
"""

# Cells of the answers that an edition keeps: all those of a few dozen regions, none of 35,000 communes.
_KEPT_CELLS = 1_000_000

# Prefix of the folders where stores are being built.
BUILDING = "building-"


class StoreError(Exception):
    """The store cannot be built, opened or asked this question; `__cause__` is DuckDB's own error."""


class Store:
    """One edition, read-only, safe to share between threads; its file is released with its last holder."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, *, private: bool = False) -> None:
        self._connection = connection
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")
        edition = self.rows(
            "SELECT sha256, reference_sha256, recipe FROM raw.edition WHERE schema = ?", [schema_version()]
        )
        if len(edition) != 1:
            raise StoreError("the store was made for another version of this code")
        self.sha256, self.reference_sha256, recipe_used = (str(text) for text in edition[0])
        # What a visitor brings, for that visitor alone.
        self.private = private
        self._answers = Memory(_KEPT_CELLS, lambda frame: int(frame.size))
        self.key = key(self.sha256, self.reference_sha256, recipe_used)
        # The code that computed what is kept here; None: nothing is.
        computed = self.rows("SELECT made_by FROM kept.computation")
        self.made_by = str(computed[0][0]) if computed else None

    @classmethod
    def in_memory(cls, edition: LoadedEdition, *, private: bool = False) -> Store:
        """Build a store that never touches the disk; `private`: a visitor's own. Raises `StoreError`."""
        with _translated("the store cannot be built"):
            connection = _connect()
            connection.execute("ATTACH ':memory:' AS edition")
            _fill(connection, edition)
            return cls(connection, private=private)

    def frame(self, sql: str, parameters: Parameters = ()) -> pd.DataFrame:
        """Return the frame of `query`, which runs once: an edition never changes, and to plan costs 20 ms.

        What one reader writes into its frame is seen by no other (pandas copies on write).
        """
        asked = (sql, repr(parameters))
        return self._answers.once(asked, lambda: self.query(sql, parameters)).copy(deep=False)

    def query(self, sql: str, parameters: Parameters = ()) -> pd.DataFrame:
        """Run one SELECT with bound parameters; returns a new frame, raises `StoreError`.

        Columns have one dtype whatever the rows: integers `Int64`, flags `boolean`, numbers `float64`,
        texts `str`.
        """
        with self._answer(sql, parameters) as answer:
            texts = {column[0] for column in answer.description or () if str(column[1]) == "VARCHAR"}
            frame = answer.df()
        stable = {"i": "Int64", "u": "Int64", "b": "boolean"}
        kinds = {str(name): stable.get(kind.kind) for name, kind in frame.dtypes.items()}
        # Without a single text their column comes as objects.
        kinds |= {name: "str" for name in texts if frame.dtypes[name].kind == "O"}
        return frame.astype({name: kind for name, kind in kinds.items() if kind})

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Run one SELECT with bound parameters; returns plain tuples, raises `StoreError`."""
        with self._answer(sql, parameters) as answer:
            return answer.fetchall()

    def kept(self, name: str) -> pd.DataFrame:
        """Return a frame that was computed when the file was built (see `made_by`); raises `StoreError`."""
        return kept.read_back(self.query("SELECT * FROM query_table(?)", [f"kept.{name}"]))

    def is_of(self, sha256: str, reference_sha256: str) -> bool:
        """Say whether this store holds that workbook, read with those reference tables."""
        return (self.sha256, self.reference_sha256) == (sha256, reference_sha256)

    def close(self) -> None:
        """Release the file at once. Only for whoever knows that nobody else holds this store."""
        self._connection.close()

    @contextmanager
    def _answer(self, sql: str, parameters: Parameters) -> Iterator[duckdb.DuckDBPyConnection]:
        """One cursor, one read-only transaction, one SELECT."""
        with _translated("the query is refused"), self._connection.cursor() as cursor:
            statements = cursor.extract_statements(sql)
            if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
                raise StoreError("one SELECT at a time, nothing else")
            cursor.execute("USE edition")  # cursors do not inherit it
            # `WITH … AS (INSERT …) SELECT` counts as a SELECT, and a store in memory could be written to.
            cursor.execute("BEGIN TRANSACTION READ ONLY")
            yield cursor.execute(statements[0], parameters)


def build(edition: LoadedEdition, directory: Path, computation: kept.Computation | None = None) -> Path:
    """Write the store of an edition into `directory` and return its path; raises `StoreError` or `OSError`.

    `computation`: what is computed from it, once, and kept in the same file.

    The name says the content, so building twice, or in two processes at once, gives the same file. It is
    made in a folder of its own and moved in place when complete: a build that stops half-way leaves nothing
    in the way.
    """
    directory.mkdir(parents=True, exist_ok=True)
    made_by = computation.made_by if computation else ""
    target = directory / file_name(edition.sha256, edition.reference_sha256, made_by)
    with tempfile.TemporaryDirectory(prefix=BUILDING, dir=directory, ignore_cleanup_errors=True) as folder:
        unfinished = Path(folder) / target.name
        with _translated("the store cannot be built"), _room_on_disk(), _connect() as connection:
            connection.execute("ATTACH ? AS edition (BLOCK_SIZE 16384)", [str(unfinished)])
            _fill(connection, edition, made_by)
            if computation:
                _keep(connection, computation)
            connection.execute("USE memory")
            connection.execute("DETACH edition")
        unfinished.replace(target)
    return target


def open_file(path: Path) -> Store:
    """Open a store for reading and check all of it; raises `StoreError` when it is absent or damaged."""
    with _translated(f"the store {path.name} cannot be opened"):
        connection = _connect()
        connection.execute("ATTACH ? AS edition (READ_ONLY)", [str(path)])
        store = Store(connection)
        for table in store.rows(_EVERY_TABLE):
            store.rows("SELECT bit_xor(hash(one)) FROM query_table(?) AS one", table)
        return store


def _connect() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config=_CONFIGURATION)


def _fill(connection: duckdb.DuckDBPyConnection, edition: LoadedEdition, made_by: str = "") -> None:
    """Create the schemas and insert the records, in one transaction."""
    connection.execute("USE edition")
    connection.execute("BEGIN TRANSACTION")
    for name, frame in frames(edition, recipe(made_by), schema_version()).items():
        connection.register(f"incoming_{name}", frame)
    for part in ("raw", "clean", "fill", "mart", "kept"):
        connection.execute(schema(part))
    connection.execute("COMMIT")


def _keep(connection: duckdb.DuckDBPyConnection, computation: kept.Computation) -> None:
    """Compute from a store that is not served yet and write what it gives beside it, in one transaction."""
    found = computation.frames(Store(connection))
    if not found:
        return
    connection.execute("BEGIN TRANSACTION")
    connection.execute("INSERT INTO kept.computation VALUES (?)", [computation.made_by])
    for name, frame in found.items():
        connection.from_arrow(kept.table(frame)).create(f"kept.{name}")
    connection.execute("COMMIT")


@contextmanager
def _room_on_disk() -> Iterator[None]:
    """A full disk is the machine's fault, as a folder that cannot be written to is: not the edition's."""
    try:
        yield
    except duckdb.IOException as error:
        raise OSError(str(error)) from error


@contextmanager
def _translated(what: str) -> Iterator[None]:
    """DuckDB's errors leave this module as `StoreError`: nobody else has to know DuckDB."""
    try:
        yield
    except duckdb.Error as error:
        raise StoreError(f"{what}: {error}") from error
