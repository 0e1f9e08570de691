"""Rows as sentences need them: one dict a row, None for what is missing, whatever its column says."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd

Row = dict[Hashable, Any]


def records(rows: pd.DataFrame) -> list[Row]:
    """Return the rows in order; NaN, <NA> and NaT become None."""
    return rows.astype(object).where(rows.notna(), None).to_dict("records")
