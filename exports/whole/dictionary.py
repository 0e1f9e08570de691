"""What each table and each column of the whole data is, read from `tables.csv` and `fields.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from indicators.method import Method
from wording.measurement import supposed

_HERE = Path(__file__).parent
DICTIONARY = "dictionnaire"
_TYPES = {"string": "texte", "number": "nombre", "integer": "entier", "boolean": "vrai ou faux"}


@dataclass(frozen=True)
class Field:
    """One column. `source`: its name in our frames; `name`: in the CSV; `heading`: in the workbook.

    `type`: 'string' | 'number' | 'integer' | 'boolean'; `table`: the table its code refers to, or "".
    """

    source: str
    name: str
    heading: str
    type: str
    table: str
    description: str


@dataclass(frozen=True)
class Table:
    """One table; `key`: the columns that tell its rows apart, or none."""

    name: str
    heading: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[Field, ...]


@lru_cache(maxsize=1)
def dictionary() -> tuple[Table, ...]:
    """Return the tables in the order they are given."""
    fields = {row["source"]: Field(**row) for row in _rows("fields.csv")}
    return tuple(
        Table(
            name=row["name"],
            heading=row["heading"],
            description=row["description"],
            fields=tuple(fields[source] for source in row["fields"].split()),
            key=tuple(fields[source] for source in row["key"].split()),
        )
        for row in _rows("tables.csv")
    )


def written() -> pd.DataFrame:
    """Return the dictionary as a table: table, field, heading, type, description."""
    return pd.DataFrame(
        [
            {
                "table": table.name,
                "field": field.name,
                "heading": field.heading,
                "type": _TYPES[field.type],
                "description": field.description,
            }
            for table in dictionary()
            for field in table.fields
        ]
    )


def _rows(file: str) -> Iterator[dict[str, str]]:
    """Read a file; what our starting method supposes stands where `[[supposed]]` is written."""
    text = (_HERE / file).read_text(encoding="utf-8").replace("[[supposed]]", supposed(Method().error))
    yield from csv.DictReader(text.splitlines())
