"""The name of a store: what went into it. The same content has one name, a stale one is never served."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from functools import cache
from pathlib import Path
from string import Template
from typing import Literal, get_args, get_origin, get_type_hints

from loaders import records
from loaders.findings import Finding

_HERE = Path(__file__).parent
# Whatever any module of loaders/ does may change what a store holds.
ROOM = _HERE.parent
_SCHEMA_FILES = {path.stem.rsplit("_", 1)[-1]: path for path in _HERE.glob("schema_*.sql")}
_SQL_TYPES = {
    str: "VARCHAR",
    int: "INTEGER",
    bool: "BOOLEAN",
    Decimal: "DOUBLE",
    tuple[str, ...]: "VARCHAR[]",
}
_RECORDS = (
    *(records.Region, records.Axis, records.Domain, records.Actor, records.Measure, records.Indicator),
    *(
        records.IndicatorValue,
        records.IndicatorYear,
        records.PastValue,
        records.SurveyFigure,
        records.Initiative,
        records.Source,
        records.Correction,
    ),
    Finding,
)


@cache
def schema(name: str) -> str:
    """Return the SQL of a schema file (`raw`, `clean`, `fill`, `mart`, `kept`), with the records' columns."""
    columns = {record.__name__: _columns(record) for record in _RECORDS}
    return Template(_SCHEMA_FILES[name].read_text(encoding="utf-8")).substitute(columns)


def _columns(record: type) -> str:
    return ",\n    ".join(_column(name, kind) for name, kind in get_type_hints(record).items())


def _column(name: str, kind: object) -> str:
    """`value DOUBLE` for `Decimal | None`; NOT NULL without None; a Literal is checked."""
    if get_origin(kind) is Literal:
        return f"{name} VARCHAR NOT NULL CHECK ({name} IN {get_args(kind)})"
    if kind in _SQL_TYPES:
        return f"{name} {_SQL_TYPES[kind]} NOT NULL"
    return f"{name} {_SQL_TYPES[get_args(kind)[0]]}"


@cache
def fingerprint(*rooms: Path) -> str:
    """Return the fingerprint of the code and SQL of some rooms, as they were when first asked for."""
    digest = hashlib.sha256()
    for room in rooms:
        for path in sorted([*room.rglob("*.py"), *room.rglob("*.sql")]):
            digest.update(path.relative_to(room).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def recipe(made_by: str = "") -> str:
    """Return the fingerprint of what makes a store: `loaders/`, and what computes what it keeps, if any."""
    own = fingerprint(ROOM)
    return hashlib.sha256(f"{own} {made_by}".encode()).hexdigest() if made_by else own


@cache
def schema_version() -> str:
    """Return the fingerprint of the tables: this code cannot read a store of another version."""
    return hashlib.sha256("".join(schema(name) for name in sorted(_SCHEMA_FILES)).encode()).hexdigest()


def key(sha256: str, reference_sha256: str, recipe_used: str) -> str:
    """Return the short name of one content: the workbook, then all else that decides the figures."""
    version = hashlib.sha256(f"{reference_sha256} {recipe_used}".encode()).hexdigest()
    return f"{sha256[:16]}-{version[:8]}"


def file_name(sha256: str, reference_sha256: str, made_by: str = "") -> str:
    """Return the name of the file that holds an edition read, built and computed by the code of today."""
    return f"{key(sha256, reference_sha256, recipe(made_by))}.duckdb"
