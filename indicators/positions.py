"""The sixteen domains on one line each: where a region stands between the least and the most fragile."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.rows import Row, records

_NAMED = ("domain_code", "short_label", "axis_label")
_RANKS = ("rank", "low", "high", "ranked")
_KEPT = (
    "label",
    "year",
    "unit",
    "decimals",
    "direction",
    "value",
    "status",
    "note",
    "benchmark",
    "benchmark_decimals",
    "benchmark_note",
)
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Place:
    """Positions from 0 (least fragile region) to 1 (most fragile); NaN for what cannot be placed."""

    at: float
    quarter: float
    three_quarters: float
    at_france: float
    others: tuple[float, ...]
    least: float
    most: float


COLUMNS = (*_NAMED, *_KEPT, "low_value", "high_value", *(name.name for name in fields(Place)), *_RANKS)


def lines(values: pd.DataFrame, ranks: pd.DataFrame, domains: pd.DataFrame, region: str) -> pd.DataFrame:
    """Return one row an indicator that gives a score, in the order of the domains: `COLUMNS`.

    `values`: rows of `indicators.values` for every domain, with `domain_code`; `ranks`: those of
    `indicators.intervals`; `domains`: of `indicators.structure`. `least` and `most` are the raw values of the
    least and most fragile regions. A domain without any scored indicator keeps a row, with nothing in it.
    """
    mine = ranks[(ranks["among"] == "regions") & (ranks["level"] == "domaine")]
    mine = mine[(mine["region_code"] == region) & mine["rank"].notna()]
    ranked = {row["code"]: {name: row[name] for name in _RANKS} for row in records(mine)}
    rows = []
    for domain in records(domains):
        code = domain["domain_code"]
        named = {name: domain[name] for name in _NAMED}
        found = _figures(values[values["domain_code"] == code], region)
        rows += [named | figures | ranked.get(code, {}) for figures in found]
    return pd.DataFrame(rows).reindex(columns=list(COLUMNS))


def place(values: Floats, own: int, france: float, direction: int) -> Place:
    """Place the values of the regions between the extremes; `own` is the index of the region."""
    oriented = values * direction
    if np.isnan(oriented).all() or np.nanmax(oriented) == np.nanmin(oriented):
        return Place(*(float("nan"),) * 4, (), float("nan"), float("nan"))
    low, high = np.nanmin(oriented), np.nanmax(oriented)
    at = (oriented - low) / (high - low)
    quarters = np.nanquantile(at, [0.25, 0.75])
    others = np.delete(at, own)
    return Place(
        at=float(at[own]),
        quarter=float(quarters[0]),
        three_quarters=float(quarters[1]),
        at_france=float((france * direction - low) / (high - low)),
        others=tuple(float(other) for other in others[~np.isnan(others)]),
        least=float(low * direction),
        most=float(high * direction),
    )


def scored(values: pd.DataFrame) -> list[pd.DataFrame]:
    """Split the figures of a domain (`indicators.values`) by indicator, without those that score nobody."""
    groups = [rows for _, rows in values.groupby("indicator_code", sort=False)]
    return [rows for rows in groups if rows["value"].notna().any() and rows["direction"].notna().all()]


def _figures(values: pd.DataFrame, region: str) -> list[dict[Hashable, Any]]:
    """Return the figures of each scored indicator; one row with nothing in it when there is none."""
    # Read together: an edition has hundreds of indicators.
    mine = {row["indicator_code"]: row for row in records(values[values["region_code"] == region])}
    found = [_placed(rows, mine[rows["indicator_code"].iloc[0]]) for rows in scored(values)]
    return found or [{"status": "missing", "others": (), "label": "", "unit": "", "year": ""}]


def _placed(rows: pd.DataFrame, one: Row) -> dict[Hashable, Any]:
    own = rows["region_code"].tolist().index(one["region_code"])
    france = float("nan") if one["benchmark"] is None else one["benchmark"]
    where = place(rows["value"].to_numpy(float), own, france, one["direction"])
    found: dict[Hashable, Any] = {name: one[name] for name in _KEPT}
    found.update(vars(where).items())
    found.update(low_value=one["low"], high_value=one["high"])
    return found
