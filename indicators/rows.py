"""The rows of a frame, one by one: with a field a column, or as dicts where None is what is missing."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Hashable, Iterator
from functools import lru_cache, reduce
from operator import and_
from typing import Any, TypeAlias

import pandas as pd

Row = dict[Hashable, Any]
Fields: TypeAlias = Any  # a row of a frame, with a field a column: pandas types none of them


def records(rows: pd.DataFrame) -> list[Row]:
    """Return the rows in order, their values Python's own; NaN, <NA> and NaT become None."""
    # Column by column: four times faster than through a frame of objects, and a page reads hundreds.
    names, columns = rows.columns.tolist(), [_known(column) for _, column in rows.items()]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def by(frame: pd.DataFrame, name: str) -> dict[str, list[Row]]:
    """Return the `records` of each code of a column, in order: a frame read once for all its regions."""
    found: dict[str, list[Row]] = {}
    for row in records(frame):
        found.setdefault(row[name], []).append(row)
    return found


def _known(column: pd.Series[Any]) -> list[Any]:
    lacks = column.array.isna()
    if not lacks.any():
        return column.tolist()
    return [None if lack else value for value, lack in zip(column.tolist(), lacks, strict=True)]


def each(frame: pd.DataFrame) -> Iterator[Fields]:
    """Yield the rows, with a field a column."""
    columns = [column.tolist() for _, column in frame.items()]
    yield from map(_fields(tuple(map(str, frame.columns)))._make, zip(*columns, strict=True))


@lru_cache(maxsize=256)
def _fields(names: tuple[str, ...]) -> Fields:
    """Return a class of rows; pandas makes one at each reading, which costs more than forty rows."""
    return namedtuple("Row", names, rename=True)


def of(frame: pd.DataFrame, **codes: str | None) -> pd.DataFrame:
    """Return the rows that have these codes, numbered anew; None: any."""
    asked = [frame[name] == code for name, code in codes.items() if code is not None]
    return frame[reduce(and_, asked)].reset_index(drop=True) if asked else frame
