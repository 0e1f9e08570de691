"""An interval on every gap, reading by reading, and the share of the draws in which its sign holds.

As for ranks, the interval is the hull of the gap and of the 5–95 % intervals under each level of noise: it
contains the gap, and more noise never narrows it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators.both_sides import BothSides, both_sides
from indicators.draw_table import Floats
from indicators.gap_draws import Reading, readings
from indicators.intervals import tails
from indicators.method import Method
from indicators.noise import DRAWS_PAGE, Noise
from loaders.store import Store

LEVELS = (Noise.ROUNDING, Noise.SAMPLING, Noise.WEIGHTS, Noise.NORMALISATION)
WIDENED = {level: f"widened_by_{level.name.lower()}" for level in LEVELS}
WHO = ["figure_id", "region_code", "domain_code", "actor_code", "wave", "survey", "measure", "kind"]


@dataclass(frozen=True, slots=True)
class DrawnGaps:
    """What N draws say of n figures: `point`, `low`, `high` (n) and `last` (n x N), under all the noise."""

    point: Floats
    low: Floats
    high: Floats
    last: Floats
    widened: dict[Noise, Floats]


def gap_intervals(
    store: Store,
    actor: str,
    wave: str | None = None,
    method: Method | None = None,
    draws: int = DRAWS_PAGE,
    noise: Noise = Noise.NORMALISATION,
) -> pd.DataFrame:
    """Return one row a figure of a region x reading that can be computed.

    Columns: figure_id, region_code, domain_code, actor_code, wave, survey, measure, kind, reading ('rank' in
    ranks | 'standardised' in standard deviations | 'native' in points of 10), gap (missing for a rank « 2 ou
    3 »), low, high (low <= gap <= high), share_positive, share_negative (of the draws, 0 to 1),
    widened_by_rounding, widened_by_sampling, widened_by_weights, widened_by_normalisation (what each level
    adds to the interval, unit of the reading), sampling_known, draws. Raises `MethodError`.
    """
    return intervals_of(both_sides(store, actor, wave, method, draws, noise))


def intervals_of(sides: BothSides) -> pd.DataFrame:
    """Return the rows of `gap_intervals` of one survey whose draws are shared."""
    rows = [_long(sides.felt, reading, gaps, sides.draws) for reading, gaps in drawn_gaps(sides).items()]
    return pd.concat(rows, ignore_index=True)


def drawn_gaps(sides: BothSides) -> dict[Reading, DrawnGaps]:
    """Draw the gaps under each level of noise up to the one asked, and take the hull."""
    ends = readings(sides, Noise.NONE, 2)
    levels = [level for level in LEVELS if level <= sides.noise]
    moved = {level: readings(sides, level, sides.draws) for level in levels}
    return {
        reading: _hull(ends[reading], {level: moved[level][reading] for level in levels})
        for reading in Reading
    }


def _hull(ends: Floats, moved: dict[Noise, Floats]) -> DrawnGaps:
    """`ends`: n x 2, the same number twice, but for a rank published as « 2 ou 3 »."""
    low, high, last, widened = ends.min(axis=1), ends.max(axis=1), ends, {}
    point = np.where(low == high, low, np.nan)
    for level, drawn in moved.items():
        below, above = tails(drawn)
        before, last = high - low, drawn
        low, high = np.minimum(low, below), np.maximum(high, above)
        widened[level] = (high - low) - before
    return DrawnGaps(point, low, high, last, widened)


def _long(felt: pd.DataFrame, reading: Reading, gaps: DrawnGaps, draws: int) -> pd.DataFrame:
    frame = felt[WHO].assign(
        reading=reading.value,
        gap=gaps.point,
        low=gaps.low,
        high=gaps.high,
        share_positive=(gaps.last > 0).mean(axis=1),
        share_negative=(gaps.last < 0).mean(axis=1),
        **{name: gaps.widened.get(level, np.zeros(len(felt))) for level, name in WIDENED.items()},
        sampling_known=felt["sampling_known"],
        draws=draws,
    )
    return frame[frame["low"].notna()].reset_index(drop=True)
