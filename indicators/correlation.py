"""Pearson's correlation over the regions that have both scores, and the regions it rests on."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from indicators.draw_table import Flags, Floats

# Of fewer regions no correlation is given: two are always on a line, three or four nearly so.
FEWEST = 5
# A deviation under this share of the largest score is that of a constant, up to the order of a sum.
_EVEN = 1e-9


def correlations(first: Floats, second: Floats) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Return K x L correlations (-1 to 1) of the columns of R x K and R x L scores, and the regions of each.

    A region counts where it has both. NaN for fewer than `FEWEST` regions, and where one of the two has the
    same score in all of them.
    """
    left, right = standard(first), standard(second)
    has, had = (~np.isnan(scores) * 1.0 for scores in (first, second))
    regions = has.T @ had
    count = np.maximum(regions, 1)
    mine, others = left.T @ had, has.T @ right
    spreads = (left**2).T @ had - mine**2 / count, has.T @ right**2 - others**2 / count
    given = (regions >= FEWEST) & (spreads[0] > _EVEN) & (spreads[1] > _EVEN)
    norm = np.sqrt(np.where(given, spreads[0] * spreads[1], 1))
    found = np.clip((left.T @ right - mine * others / count) / norm, -1, 1)
    return np.where(given, found, np.nan), regions.astype(np.int64)


def standard(scores: Floats) -> Floats:
    """Return R x K scores as columns of mean 0 and variance 1; 0 where there is none or all are equal."""
    known: Flags = ~np.isnan(scores)
    count = np.maximum(known.sum(axis=0), 1)
    held = np.where(known, scores, 0)
    centred = np.where(known, held - held.sum(axis=0) / count, 0)
    deviation = np.sqrt((centred**2).sum(axis=0) / count)
    even = deviation <= _EVEN * np.abs(held).max(axis=0, initial=0)
    return np.asarray(np.where(even, 0, centred / np.where(even, 1, deviation)), np.float64)
