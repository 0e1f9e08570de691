"""The sixteen domains on one line each: where a region stands between the least and the most fragile."""

from __future__ import annotations

from collections.abc import Collection, Hashable
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
_NOTHING: Row = {"status": "missing", "others": (), "label": "", "unit": "", "year": ""}
# Of a score, which has no unit.
_SCORE_DECIMALS = 2
_SCORED = ["region_code", "code", "score"]
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


COLUMNS = (
    *_NAMED,
    *_KEPT,
    "indicators",
    "low_value",
    "high_value",
    *(name.name for name in fields(Place)),
    *_RANKS,
)


def lines(
    values: pd.DataFrame,
    scored: Collection[str],
    ranks: pd.DataFrame,
    scores: pd.DataFrame,
    domains: pd.DataFrame,
    region: str,
) -> pd.DataFrame:
    """Return one row a domain, in their order: `COLUMNS`.

    `values`: rows of `indicators.values` for every domain, with `domain_code`; `scored`: codes of the
    indicators that scores rest on; `ranks`: rows of `indicators.intervals`; `scores`: of `indicators.index`;
    `domains`: of `indicators.structure`. A domain has the figures of its indicator, `least` and `most` being
    the raw values of the least and most fragile regions; where several are scored (`indicators` tells how
    many), its score, without a label nor a unit. A domain without any figure keeps a row, with nothing in it.
    """
    mine = ranks[(ranks["among"] == "regions") & (ranks["level"] == "domaine")]
    mine = mine[(mine["region_code"] == region) & mine["rank"].notna()]
    ranked = {row["code"]: {name: row[name] for name in _RANKS} for row in records(mine)}
    rows, figured = [], _figured(values)
    shown, whole = _Figures(values, region), _Scores(scores, region)
    for domain in records(domains):
        code = domain["domain_code"]
        named = {name: domain[name] for name in _NAMED}
        own = figured.get(code, [])
        weighed = [indicator for indicator in own if indicator in scored]
        if len(weighed) > 1:
            figures = whole.placed(code)
        else:
            figures = next((shown.placed(indicator) for indicator in weighed or own), _NOTHING)
        rows.append(named | figures | {"indicators": len(weighed)} | ranked.get(code, {}))
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


def _figured(values: pd.DataFrame) -> dict[str, list[str]]:
    """List the indicators of each domain, without those that have no value or no direction."""
    codes = values["indicator_code"]
    valued, lost = set(codes[values["value"].notna()]), set(codes[values["direction"].isna()])
    found: dict[str, list[str]] = {}
    for domain, code in dict.fromkeys(zip(values["domain_code"].tolist(), codes.tolist(), strict=True)):
        if code in valued and code not in lost:
            found.setdefault(domain, []).append(code)
    return found


class _Scores:
    """The scores of the domains of a region beside those of the others: read once, not once a domain."""

    def __init__(self, scores: pd.DataFrame, region: str) -> None:
        found = scores.loc[scores["level"] == "domaine", _SCORED].dropna(subset=["score"])
        self._here = found["region_code"].to_numpy(object) == region
        self._codes = found["code"].to_numpy(object)
        self._values = found["score"].to_numpy(float)

    def placed(self, domain: str) -> dict[Hashable, Any]:
        """Place the score of the region among those of a domain."""
        every = self._codes == domain
        values, own = self._values[every], np.flatnonzero(self._here[every])
        if not len(own):
            return _NOTHING
        at = int(own[0])
        told: Row = {
            "status": "value",
            "value": float(values[at]),
            "decimals": _SCORE_DECIMALS,
            "direction": 1,
        }
        return _NOTHING | told | vars(place(values, at, float("nan"), 1))


class _Figures:
    """The figures of a region beside those of the others: read once, as the scores are."""

    def __init__(self, values: pd.DataFrame, region: str) -> None:
        here = values["region_code"] == region
        self._own = {row["indicator_code"]: row for row in records(values[here])}
        self._here = here.to_numpy(np.bool_)
        self._codes = values["indicator_code"].to_numpy(object)
        self._values = values["value"].to_numpy(float)

    def placed(self, indicator: str) -> dict[Hashable, Any]:
        """Place the figure of the region among those of an indicator."""
        every, one = self._codes == indicator, self._own[indicator]
        france = float("nan") if one["benchmark"] is None else one["benchmark"]
        own = int(np.flatnonzero(self._here[every])[0])
        where = place(self._values[every], own, france, one["direction"])
        found: dict[Hashable, Any] = {name: one[name] for name in _KEPT}
        found.update(vars(where).items())
        found.update(low_value=one["low"], high_value=one["high"])
        return found
