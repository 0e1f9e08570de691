"""The sixteen domains on one line each: where a region stands between the least and the most fragile."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from indicators.arrays import Floats
from indicators.rows import Row, by, records

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
_RANKED = ["region_code", "code", *_RANKS]
_FIGURED = ["region_code", "indicator_code", *_KEPT, "low", "high"]


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


class Positions:
    """Where each region stands on each domain: the frames are read once for all regions.

    `values`: rows of `indicators.values` for every domain, with `domain_code`; `scored`: codes of the
    indicators that scores rest on; `ranks`: rows of `indicators.intervals`; `scores`: of `indicators.index`;
    `domains`: of `indicators.structure`.
    """

    def __init__(
        self,
        values: pd.DataFrame,
        scored: Collection[str],
        ranks: pd.DataFrame,
        scores: pd.DataFrame,
        domains: pd.DataFrame,
    ) -> None:
        known = ranks[(ranks["among"] == "regions") & (ranks["level"] == "domaine") & ranks["rank"].notna()]
        self._ranked = {(row["region_code"], row["code"]): row for row in records(known[_RANKED])}
        self._domains, self._figured, self._scored = records(domains), _figured(values), scored
        self._figures = by(values[_FIGURED], "indicator_code")
        valued = scores.loc[scores["level"] == "domaine", _SCORED].dropna(subset=["score"])
        self._scores = by(valued, "code")

    def lines(self, region: str) -> pd.DataFrame:
        """Return one row a domain, in their order: `COLUMNS`.

        A domain has the figures of its indicator, `least` and `most` being the raw values of the least and
        most fragile regions; where several are scored (`indicators` tells how many), its score, without a
        label nor a unit. A domain without any figure keeps a row, with nothing in it.
        """
        found = [self._line(domain, region) for domain in self._domains]
        return pd.DataFrame(found).reindex(columns=list(COLUMNS))

    def _line(self, domain: Row, region: str) -> Row:
        code = domain["domain_code"]
        own = self._figured.get(code, [])
        weighed = [indicator for indicator in own if indicator in self._scored]
        if len(weighed) > 1:
            figures = self._score(code, region)
        else:
            placed = (self._figure(indicator, region) for indicator in weighed or own)
            figures = next(placed, _NOTHING)
        rank = self._ranked.get((region, code), {})
        return (
            {name: domain[name] for name in _NAMED}
            | figures
            | {"indicators": len(weighed)}
            | {name: rank[name] for name in _RANKS if rank}
        )

    def _score(self, domain: str, region: str) -> Row:
        """Place the score of a region among those of a domain."""
        every = self._scores.get(domain, [])
        regions = [row["region_code"] for row in every]
        if region not in regions:
            return _NOTHING
        own = regions.index(region)
        scores = np.array([row["score"] for row in every])
        told: Row = {"status": "value", "value": scores[own], "decimals": _SCORE_DECIMALS, "direction": 1}
        return _NOTHING | told | vars(place(scores, own, float("nan"), 1))

    def _figure(self, indicator: str, region: str) -> Row:
        """Place the figure of a region among those of an indicator."""
        every = self._figures[indicator]
        own = [row["region_code"] for row in every].index(region)
        one, values = every[own], np.array([_number(row["value"]) for row in every])
        where = place(values, own, _number(one["benchmark"]), one["direction"])
        kept: Row = {name: one[name] for name in _KEPT}
        return kept | vars(where) | {"low_value": one["low"], "high_value": one["high"]}


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


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)
