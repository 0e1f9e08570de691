"""Values that stand far from all the others: the usual rule, and the two usual treatments.

An indicator fails the rule when its skewness is over 2 either way and its kurtosis over 3.5: both as of a
sample (G1 and G2 of Joanes and Gill, The Statistician, 1998; e1071's type 2, a spreadsheet's SKEW and KURT;
kurtosis in excess of the normal law's), as in COINr and the COIN Tool of the European Commission (JRC).
DuckDB's `skewness` and `kurtosis` are the same, which a test holds.
"""

from __future__ import annotations

import numpy as np

from indicators.arrays import Flags, Floats
from indicators.reader_options import Outliers

SKEWNESS, KURTOSIS = 2.0, 3.5
# COINr's `winmax`: an indicator of which more has to be moved is better told by its logarithm.
MOST_MOVED = 5
# COINr's `log_CT`: a hundredth of the range keeps the logarithm of the lowest value finite.
_SHIFT = 0.01
_FEWEST = 4  # a kurtosis is of four values at least


def moments(columns: Floats) -> tuple[Floats, Floats]:
    """Return the skewness and the kurtosis of each column of R x K values; NaN values are left out.

    NaN where a column has fewer than four values or is constant.
    """
    count = np.maximum((~np.isnan(columns)).sum(axis=0), _FEWEST - 1).astype(np.float64)
    centred = np.nan_to_num(columns - np.nansum(columns, axis=0) / count)
    second, third, fourth = ((centred**power).sum(axis=0) for power in (2, 3, 4))
    few = (count < _FEWEST) | (second <= 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        skewness = count * np.sqrt(count - 1) / (count - 2) * third / second**1.5
        kurtosis = (count + 1) * count * fourth / second**2 - 3 * (count - 1)
        kurtosis *= (count - 1) / ((count - 2) * (count - 3))
    return np.where(few, np.nan, skewness), np.where(few, np.nan, kurtosis)


def failing(columns: Floats) -> Flags:
    """Say which columns of R x K values fail the rule."""
    skewness, kurtosis = moments(columns)
    return np.asarray((np.abs(skewness) > SKEWNESS) & (kurtosis > KURTOSIS))


def treated(columns: Floats, outliers: Outliers) -> Floats:
    """Return R x K values with those of the failing columns treated; NaN stays, and so do other columns."""
    if outliers is Outliers.KEPT:
        return columns
    found = columns.copy()
    wrong = np.flatnonzero(failing(columns))
    if wrong.size:
        treat = _winsorised if outliers is Outliers.WINSORISED else _logarithms
        found[:, wrong] = treat(columns[:, wrong])
    return found


def _winsorised(columns: Floats) -> Floats:
    """Bring the most extreme value back to the next one, on the side of the skew, until the rule passes.

    One value at a time (equal ones together), five moved at most, and never down to a single value.
    """
    found, moved = columns.copy(), np.zeros(columns.shape, np.bool_)
    still = np.arange(columns.shape[1])
    while still.size:
        side = np.where(moments(found[:, still])[0] >= 0, 1.0, -1.0)
        turned = side * found[:, still]
        top = turned == np.nanmax(turned, axis=0)
        after = np.nanmax(np.where(top, np.nan, turned), axis=0)
        apart = np.nanmin(turned, axis=0) < after
        allowed = apart & ((moved[:, still] | top).sum(axis=0) <= MOST_MOVED)
        still, top, after = still[allowed], top[:, allowed], (side * after)[allowed]
        found[:, still] = np.where(top, after, found[:, still])
        moved[:, still] |= top
        still = still[failing(found[:, still])]
    return found


def logarithms_from(columns: Floats) -> tuple[Floats, Floats]:
    """Return the side of each column where values are far (1 or -1), and where its logarithm starts there."""
    side = np.where(moments(columns)[0] >= 0, 1.0, -1.0)
    low, high = np.nanmin(side * columns, axis=0), np.nanmax(side * columns, axis=0)
    return side, np.asarray(low - _SHIFT * (high - low), np.float64)


def _logarithms(columns: Floats) -> Floats:
    """Return the logarithm of the distance to the end that is not stretched: the order stays."""
    side, origin = logarithms_from(columns)
    return np.asarray(side * np.log(side * columns - origin), np.float64)
