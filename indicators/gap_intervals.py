"""An interval on every gap, reading by reading, and the share of the draws in which its sign holds.

As for ranks, the interval is the hull of the gap itself and of the draws in which all the sources of noise
play together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indicators.both_sides import BothSides
from indicators.draw_table import Floats
from indicators.gap_draws import Reading, readings
from indicators.intervals import tails
from indicators.noise import Noise


@dataclass(frozen=True, slots=True)
class DrawnGaps:
    """What N draws say of n figures: `point`, `low`, `high` (n) and `last` (n x N), the draws."""

    point: Floats
    low: Floats
    high: Floats
    last: Floats


def drawn_gaps(sides: BothSides) -> dict[Reading, DrawnGaps]:
    """Draw the gaps under the noise that is asked, and take the hull."""
    ends = readings(sides, Noise.NONE, 2)
    moved = readings(sides, sides.noise, sides.draws)
    return {reading: _hull(ends[reading], moved[reading]) for reading in Reading}


def _hull(ends: Floats, moved: Floats) -> DrawnGaps:
    """`ends`: n x 2, the same number twice, but for a rank published as « 2 ou 3 »."""
    low, high = ends.min(axis=1), ends.max(axis=1)
    point = np.where(low == high, low, np.nan)
    # What cannot be computed has no draw to sort.
    known = ~np.isnan(low)
    below, above = tails(moved[known])
    low[known], high[known] = np.minimum(low[known], below), np.maximum(high[known], above)
    return DrawnGaps(point, low, high, moved)
