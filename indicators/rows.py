"""The rows of a frame, one by one: with a field a column, or as dicts where None is what is missing."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any, TypeAlias

import pandas as pd

Row = dict[Hashable, Any]
Fields: TypeAlias = Any  # a row of a frame, with a field a column: pandas types none of them


def records(rows: pd.DataFrame) -> list[Row]:
    """Return the rows in order; NaN, <NA> and NaT become None."""
    return rows.astype(object).where(rows.notna(), None).to_dict("records")


def each(frame: pd.DataFrame) -> Iterator[Fields]:
    """Yield the rows, with a field a column."""
    yield from frame.itertuples(index=False)
