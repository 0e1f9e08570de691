"""How far apart some regions are on each indicator, in shares of how far apart all of them are."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd


def separation(values: pd.DataFrame, codes: Collection[str]) -> dict[str, float]:
    """Return, by indicator, the range of the regions of these codes over that of every region (0 to 1).

    `values`: rows of `indicators.values.region_values`. An indicator whose regions all have one value, or of
    which fewer than two of these regions have one, is left out.
    """
    known = values[["indicator_code", "region_code", "value"]].dropna().astype({"value": "float64"})
    among, every = known[known["region_code"].isin(codes)], _ranges(known)
    here = _ranges(among)[among.groupby("indicator_code").size() > 1]
    shares = (here / every[every > 0]).dropna()
    return {str(code): float(share) for code, share in shares.items()}


def _ranges(values: pd.DataFrame) -> pd.Series[float]:
    grouped = values.groupby("indicator_code")["value"]
    return grouped.max() - grouped.min()
