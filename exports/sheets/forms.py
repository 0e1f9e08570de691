"""What a template is made of: sheets to fill, each with its columns, their notes and one example."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from exports.cells import Cell

_WORDS = Path(__file__).with_name("template_words.csv")


@dataclass(frozen=True)
class Column:
    """One column. `choices`: the codes of its list, or a reference to the cells that hold them (`=…`).

    `several`: a cell may hold several codes, so that the list only helps. `text`: what is typed stays a text
    (« 2015-09 » is no date, « 01 » no 1).
    """

    header: str
    note: str
    example: str
    choices: tuple[str, ...] | str = ()
    several: bool = False
    text: bool = False


@dataclass(frozen=True)
class Number:
    """A number as it is published: `pattern` is its format, a percentage is a fraction under « % »."""

    value: float
    pattern: str


@dataclass(frozen=True)
class Form:
    """One sheet to fill. `rows`: what is filled already, from the row below the heading on."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell | Number]] = ()


@dataclass(frozen=True)
class Words:
    """Note and example of a column."""

    note: str
    example: str


@lru_cache(maxsize=1)
def words() -> dict[tuple[str, str], Words]:
    """Return the words of each column, by key of its sheet (« survey » for both survey sheets) and its own.

    Earlier years have those of the current table, but for what is said otherwise there.
    The columns of territories are under « region », their examples under the code of the territory.
    """
    with _WORDS.open(encoding="utf-8", newline="") as lines:
        told = {
            (row["sheet_key"], row["column_key"]): Words(row["note"], row["example"])
            for row in csv.DictReader(lines)
        }
    current = {("past", column): said for (sheet, column), said in told.items() if sheet == "territories"}
    return current | told
