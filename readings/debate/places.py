"""The ranks of the domains of one region, read once for all regions."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.method import Method
from indicators.results import Results
from indicators.rows import Row, by


def places(results: Results, method: Method, region: str, among: str) -> dict[str, Row]:
    """Return by domain the rank of a region and its interval (see `indicators.intervals`), where it has one.

    `among`: 'regions', or 'domaines' for its rank among the domains of the region.
    """
    every = results.once(("places", method, among), lambda: _ranked(results.rank_intervals(method), among))
    return {str(row["code"]): row for row in every.get(region, [])}


def _ranked(ranks: pd.DataFrame, among: str) -> Mapping[str, list[Row]]:
    known = (ranks["among"] == among) & (ranks["level"] == "domaine") & ranks["rank"].notna()
    return by(ranks[known], "region_code")
