"""Two frames of results put side by side, row by row, so that what differs can be kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

# What happened to a result from one edition to the other; `""`: it is in both.
APPEARED, GONE, STAYED = "apparu", "disparu", ""
# Two scores equal to this many decimals are the same one.
DECIMALS = 9


def side_by_side(
    before: pd.DataFrame, after: pd.DataFrame, keys: Sequence[str], values: Sequence[str]
) -> pd.DataFrame:
    """Return one row a key of either frame: the keys, then `before_x` and `after_x` of each value x.

    A key met several times is paired in order. What one edition does not have is missing, never 0.
    """
    numbered = [_numbered(frame, keys)[[*keys, "turn", *values]] for frame in (before, after)]
    old, new = (
        frame.rename(columns={name: f"{side}_{name}" for name in values})
        for frame, side in zip(numbered, ("before", "after"), strict=True)
    )
    return new.merge(old, on=[*keys, "turn"], how="outer", sort=False).drop(columns="turn")


def differ(frame: pd.DataFrame, names: Sequence[str]) -> pd.Series:
    """Say in which rows one of the values differs; a missing value is equal to a missing value."""
    different = pd.Series(data=False, index=frame.index)
    for name in names:
        old, new = _plain(frame[f"before_{name}"]), _plain(frame[f"after_{name}"])
        different |= (old != new) & ~(old.isna() & new.isna())
    return different


def became(frame: pd.DataFrame, name: str) -> pd.Series:
    """Return APPEARED where only the new edition has a value, GONE where only the old one, else STAYED."""
    old, new = frame[f"before_{name}"].isna(), frame[f"after_{name}"].isna()
    return pd.Series(np.select([old & ~new, ~old & new], [APPEARED, GONE], STAYED), index=frame.index)


def by_effect(frame: pd.DataFrame, change: str, value: str, *first: str) -> pd.DataFrame:
    """Sort by the size of the change, whatever its sign; what came or went, first, by the size it has.

    `value`: name of what changed; `first`: flags of the rows that go before all others.
    """
    known = frame[f"after_{value}"].fillna(frame[f"before_{value}"])
    stayed = frame["became"] == STAYED
    order = pd.DataFrame({name: ~frame[name].astype(bool) for name in first}, index=frame.index)
    order["stayed"] = stayed
    order["size"] = -frame[change].where(stayed, known).astype("float64").abs()
    order["region"] = frame["region_code"]
    return frame.loc[order.sort_values([*order.columns], kind="stable").index].reset_index(drop=True)


def _numbered(frame: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    return frame.assign(turn=frame.groupby(list(keys), dropna=False).cumcount())


def _plain(column: pd.Series) -> pd.Series:
    """Round numbers as ties are; texts stay. Objects, so that Int64 and float64 compare alike."""
    if pd.api.types.is_numeric_dtype(column):
        return column.astype("float64").round(DECIMALS)
    return column.astype(object)
