"""Which of two regions is the more fragile, in the same draws.

Two intervals that overlap do not say that two regions cannot be told apart: what moves one rank (a weight, a
normalisation) moves the other with it. So scores are compared inside one draw, and draws are counted; they
are those of `indicators.intervals`, same seed and same noise.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.draw_table import DrawTable, Flags, Floats, draw_table
from indicators.draws import DIGITS, draw
from indicators.intervals import PLAN, level_codes
from indicators.method import Method
from indicators.noise import DRAWS_PAGE, Noise
from indicators.structure import domains, regions
from loaders.store import Store

# Two regions are told apart from so many percent of the draws on, as it is written.
SETTLED = 95
Counts = npt.NDArray[np.int64]
KEY = ["region_code", "other_code", "level", "code"]
COLUMNS = [*KEY, "more", "equal", "compared", "draws"]


def dominance(
    store: Store,
    method: Method | None = None,
    draws: int = DRAWS_PAGE,
    noise: Noise = Noise.AGGREGATION,
) -> pd.DataFrame:
    """Return, of each region against each other, how often it is the more fragile; a row an ordered pair.

    Columns: region_code, other_code, level, code, more, equal (shares, 0 to 1, of the draws that compare the
    two; missing where none does), compared (number of these), draws. The whole, the axes, the domains: all
    of them, those without any figure too. Raises `MethodError`.
    """
    chosen = method or Method()
    table = draw_table(store, chosen)
    places = _places(store)
    if not table.regions:
        return _typed(places.assign(more=np.nan, equal=np.nan, compared=0), draws)
    drawn = draw(table, chosen, noise, draws)
    found = [
        _against(table, level, getattr(drawn, scores))
        for among, level, scores, _ in PLAN
        if among == "regions"
    ]
    rows = places.merge(pd.concat(found, ignore_index=True), on=KEY, how="left")
    return _typed(rows.assign(compared=rows["compared"].fillna(0)), draws)


def points(share: float) -> int:
    """Return a share of the draws (0 to 1) in percent, as it is written: a half is rounded away from zero."""
    return floor(round(100 * share, 6) + 0.5)


def of_regions(rows: pd.DataFrame, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows whose two regions are among these."""
    return rows[rows["region_code"].isin(codes) & rows["other_code"].isin(codes)].reset_index(drop=True)


def _places(store: Store) -> pd.DataFrame:
    """Return every ordered pair of regions at every level."""
    own, listed = regions(store)["region_code"], domains(store)
    levels = pd.DataFrame(
        [
            ("ensemble", "ensemble"),
            *(("axe", code) for code in dict.fromkeys(listed["axis_code"])),
            *(("domaine", code) for code in listed["domain_code"]),
        ],
        columns=["level", "code"],
    )
    pairs = pd.DataFrame({"region_code": own}).merge(pd.DataFrame({"other_code": own}), how="cross")
    apart = pairs[pairs["region_code"] != pairs["other_code"]]
    return apart.merge(levels, how="cross")


def _against(table: DrawTable, level: str, scores: Floats) -> pd.DataFrame:
    """Compare each region with each, draw by draw; R x K x N scores, NaN where there is none."""
    every = np.round(scores, DIGITS)
    # A score that is missing compares with nothing: it is neither higher, nor lower, nor equal.
    known = ~np.isnan(every)
    compared = _counted(shown & known for shown in known)
    arrays = {
        "more": _share(_counted(own > every for own in every), compared),
        "equal": _share(_counted(own == every for own in every), compared),
        "compared": compared,
    }
    places = [table.regions, table.regions, level_codes(table, level)]
    index = pd.MultiIndex.from_product(places, names=["region_code", "other_code", "code"])
    rows = pd.DataFrame({name: array.ravel() for name, array in arrays.items()}, index=index)
    return rows.reset_index().assign(level=level)


def _typed(rows: pd.DataFrame, draws: int) -> pd.DataFrame:
    whole = dict.fromkeys(("compared", "draws"), "Int64")
    return rows.assign(draws=draws)[COLUMNS].astype(dict.fromkeys(KEY, "str") | whole)


def _counted(flags: Iterable[Flags]) -> Counts:
    """Count the draws that are flagged, of each R x K x N."""
    return np.stack([np.count_nonzero(one, axis=2) for one in flags])


def _share(counted: Counts, compared: Counts) -> Floats:
    """Return a share of the compared draws, NaN where none is compared."""
    shares = np.full(compared.shape, np.nan)
    return np.asarray(np.divide(counted, compared, out=shares, where=compared > 0), np.float64)
