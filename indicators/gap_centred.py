"""A gap centred on the country: what is left of it once the mean gap of the regions is taken out.

Where a domain is felt first everywhere, its gap is positive everywhere: that difficulty is shared, and only
the rest belongs to the region. The mean is that of the gaps published for the regions by one survey on one
domain, each region counting once: there is no invented France in it. It takes five regions at least.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.both_sides import BothSides
from indicators.draw_table import Floats
from indicators.felt import ACROSS

# Under five gaps, a mean is not that of a country.
REGIONS_NEEDED = 5


def centred(sides: BothSides, gaps: Floats) -> Floats:
    """Return rows x N gaps minus their mean over the regions in each draw (ranks); NaN without a mean.

    `gaps`: rows x N rank gaps of `sides.felt`. A rank published as « 2 ou 3 » is in no mean; a region with
    two figures counts with that of its own territory.
    """
    found = np.full(gaps.shape, np.nan)
    for rows in _means(sides, gaps):
        found[rows] = gaps[rows] - gaps[rows].mean(axis=0)
    return found


def _means(sides: BothSides, gaps: Floats) -> Iterator[npt.NDArray[np.intp]]:
    """Yield the rows of each mean, one a region."""
    felt = sides.felt
    known = ~np.isnan(gaps).any(axis=1) & (felt["rank_low"] == felt["rank_high"]).to_numpy(
        np.bool_, na_value=False
    )
    elsewhere = (felt["perimeter"] != "").to_numpy(np.bool_)
    regions = felt["region_code"].to_numpy()
    for every in sides.groups(ACROSS):
        rows = every[known[every]]
        rows = rows[np.argsort(elsewhere[rows], kind="stable")]
        rows = np.sort(rows[~pd.Series(regions[rows]).duplicated().to_numpy()])
        if len(rows) >= REGIONS_NEEDED:
            yield rows


def shared(frame: pd.DataFrame) -> dict[str, pd.Series[float]]:
    """Return `shared_gap`, the mean that `centred_gap` leaves out (ranks), and `shared_regions`, how many.

    `frame`: the columns of `felt.ACROSS`, rank_gap and centred_gap. Missing where nothing is centred.
    """
    centred_here = frame["centred_gap"]
    regions = centred_here.groupby([frame[name] for name in ACROSS]).transform("count")
    return {
        "shared_gap": frame["rank_gap"] - centred_here,
        "shared_regions": regions.where(centred_here.notna()),
    }
