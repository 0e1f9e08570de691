"""What regions are compared on by their profile: of the indicators that say the same thing, one."""

from __future__ import annotations

import pandas as pd

from indicators.normalisation import Normalisation
from indicators.rows import each
from indicators.steps import COMPARED, chain
from loaders.store import Store

# From this correlation on, two standardised indicators differ by less than half a deviation (root mean
# square √(2 − 2 × 0.9) = 0.45): they place the regions alike.
SAME = 0.9

# Up to `normalised`: the profile of the territories, in standard deviations.
PROFILE = (
    "territory",
    "criterion=criterion_profile",
    *COMPARED[2:],
    f"normalised=normalised_{Normalisation.ZSCORE}",
)


def dimensions(store: Store) -> pd.DataFrame:
    """Return one row an indicator of the profile that tells regions apart, in the order of the workbook.

    Columns: indicator_code, compared_code (itself when it is compared; else the first compared indicator that
    says the same: |correlation| of `SAME` at least, over half of the regions at least), correlation (of the
    two, from -1 to 1). No two compared ones say the same, and what is left out says the same as the one that
    stands for it, not as one of its likes.
    """
    found: dict[str, tuple[str, float]] = {}
    for row in each(store.frame(chain(*PROFILE, last="same_dimension"), {"same": SAME})):
        code, other = str(row.indicator_code), str(row.compared_code)
        compared = other == code or found.get(other, ("",))[0] == other
        if code not in found and compared:
            found[code] = (other, float(row.correlation))
    rows = [(code, other, correlation) for code, (other, correlation) in found.items()]
    return pd.DataFrame(rows, columns=["indicator_code", "compared_code", "correlation"])


def counting(found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `dimensions` that are compared, the others counting with them."""
    return found[found["indicator_code"] == found["compared_code"]]
