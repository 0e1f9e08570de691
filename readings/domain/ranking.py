"""The regions on one domain, in the order of its score."""

from __future__ import annotations

import pandas as pd

_ENDS = ["region_code", "rank", "ranked", "low", "high"]


def ranking(regions: pd.DataFrame, intervals: pd.DataFrame, domain: str) -> pd.DataFrame:
    """Return one row a region, most fragile first, the ones without a rank at the end.

    `regions`: see `indicators.structure`; `intervals`: see `indicators.intervals`. Columns: region_code,
    name, short_name, rank, ranked, low, high (all four missing where the domain has no score).
    """
    mine = (intervals["among"] == "regions") & (intervals["level"] == "domaine")
    ranks = intervals.loc[mine & (intervals["code"] == domain), _ENDS]
    rows = regions[["region_code", "name", "short_name"]].merge(ranks, on="region_code", how="left")
    return rows.sort_values("rank", kind="stable", ignore_index=True)
