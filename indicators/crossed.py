"""One actor's survey against what is measured: all that rests on the same draws."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators import quadrants
from indicators.both_sides import BothSides
from indicators.gap_signs import gaps
from indicators.unnamed import unnamed_gaps


@dataclass(frozen=True)
class Crossed:
    """What rests on the same draws of one actor's survey."""

    gaps: pd.DataFrame
    quadrants: pd.DataFrame
    spots: pd.DataFrame
    unnamed: pd.DataFrame

    @classmethod
    def of(cls, gaps: pd.DataFrame, placed: pd.DataFrame, unnamed: pd.DataFrame) -> Crossed:
        """Find the spots among the quadrants."""
        return cls(gaps, placed, quadrants.spots(placed), unnamed)

    def of_wave(self, wave: str) -> Crossed:
        """Keep one wave: the same draws, so that a gap has one sign whatever is shown beside it."""
        frames = (self.gaps, self.quadrants, self.spots, self.unnamed)
        return Crossed(*(frame[frame["wave"] == wave].reset_index(drop=True) for frame in frames))


def cross(sides: BothSides, intervals: pd.DataFrame) -> Crossed:
    """Draw once what both sides rest on; `intervals`: rows of `rank_intervals` of the same arguments."""
    told = gaps(sides)
    return Crossed.of(told, quadrants.quadrants(sides, told), unnamed_gaps(sides, intervals))
