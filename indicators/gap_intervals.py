"""An interval on every gap, reading by reading, and the share of the draws in which its sign holds.

As for ranks, the interval is the hull of the gap and of the 5–95 % intervals under each level of noise: it
contains the gap, and more noise never narrows it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indicators.both_sides import BothSides
from indicators.draw_table import Floats
from indicators.gap_draws import Reading, readings
from indicators.intervals import tails
from indicators.noise import Noise

LEVELS = (Noise.ROUNDING, Noise.SAMPLING, Noise.WEIGHTS, Noise.NORMALISATION)


@dataclass(frozen=True, slots=True)
class DrawnGaps:
    """What N draws say of n figures: `point`, `low`, `high` (n) and `last` (n x N), under all the noise."""

    point: Floats
    low: Floats
    high: Floats
    last: Floats


def drawn_gaps(sides: BothSides) -> dict[Reading, DrawnGaps]:
    """Draw the gaps under each level of noise up to the one asked, and take the hull."""
    ends = readings(sides, Noise.NONE, 2)
    moved = [readings(sides, level, sides.draws) for level in LEVELS if level <= sides.noise]
    return {reading: _hull(ends[reading], [drawn[reading] for drawn in moved]) for reading in Reading}


def _hull(ends: Floats, moved: list[Floats]) -> DrawnGaps:
    """`ends`: n x 2, the same number twice, but for a rank published as « 2 ou 3 »."""
    low, high, last = ends.min(axis=1), ends.max(axis=1), ends
    point = np.where(low == high, low, np.nan)
    # What cannot be computed has no draw to sort.
    known = ~np.isnan(low)
    for last in moved:
        below, above = tails(last[known])
        low[known], high[known] = np.minimum(low[known], below), np.maximum(high[known], above)
    return DrawnGaps(point, low, high, last)
