"""The earlier years of an indicator: which compare with the current one, and how far each figure has moved.

A difference is that of the figures as published, so that a reader finds it again by subtracting them.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from indicators.rows import each
from indicators.steps import chain
from loaders.store import Store

_SAME = ["indicator_code", "region_code"]
_NOW = ["period", "year", "value", "decimals", "sheet", "cell"]


def past(store: Store, indicator: str = "") -> pd.DataFrame:
    """Return every year of an indicator (`""`: of all) that has an earlier one, the current year too.

    One row an indicator x year x territory, oldest first, France before the regions; no row for an indicator
    without a past. Columns: indicator_code, label, domain_code, direction, unit, region_code, period, year
    (as published), value, low, high (in `unit`), status, decimals (shown), note, source, rupture (what
    changed in the definition after that year), earlier, joined (no rupture before the next year), comparable
    (none before the current one), raw, sheet, cell; change: the current value minus this one, in `unit`,
    missing where they do not compare or one is not published; change_decimals: how many of it are known;
    stable: whether the roundings of both could alone make the change.
    """
    rows = store.frame(chain(last="past_value"), {"indicator": indicator})
    now = rows.loc[~rows["earlier"], [*_SAME, "value", "decimals"]]
    pairs = rows.merge(now, on=_SAME, how="left", suffixes=("", "_now"))
    known = pairs["earlier"] & pairs["comparable"] & pairs["value"].notna() & pairs["value_now"].notna()
    moved = [_moved(row) if one else (None, None, None) for row, one in zip(each(pairs), known, strict=True)]
    told = pd.DataFrame(moved, columns=["change", "change_decimals", "stable"], index=rows.index)
    kinds: Any = {"change": "float64", "change_decimals": "Int64", "stable": "boolean"}
    return rows.join(told.astype(kinds))


def since(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the change of each territory since its first year that compares with the current one.

    `rows`: see `past`; no row for a territory without such a year. Columns: those of `past`, about that year,
    and now_period, now_year, now_value, now_decimals, now_sheet, now_cell.
    """
    first = rows[rows["change"].notna()].drop_duplicates(_SAME)
    now = rows.loc[~rows["earlier"], [*_SAME, *_NOW]]
    return first.merge(now.rename(columns={name: f"now_{name}" for name in _NOW}), on=_SAME)


def _moved(row: Any) -> tuple[float, int, bool]:  # noqa: ANN401 - a row of a frame
    """Subtract two figures as published; tell a change that is less than half a last digit of each."""
    before, now = int(row.decimals), int(row.decimals_now)
    change = _shown(row.value_now, now) - _shown(row.value, before)
    margin = (Decimal(1).scaleb(-before) + Decimal(1).scaleb(-now)) / 2
    return float(change), max(before, now), abs(change) < margin


def _shown(value: float, decimals: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
