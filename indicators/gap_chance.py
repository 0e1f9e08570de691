"""What chance alone gives where a domain is felt at one rank everywhere: the gap is a measured rank, moved.

The survey adds a constant. If the measured rank of the domain were drawn among the domains of each region,
each place as likely as any other, the mean gap would be the middle rank minus the felt one: 8.5 - 1 = +7.5.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

# Under this, a mean of regions is not worth a comparison.
LEAST = 2
_TAIL = 0.05


@dataclass(frozen=True, slots=True)
class Side:
    """Both sides of one gap, in ranks: measured, out of how many, and the two ends of what is felt."""

    measured: int
    ranked: int
    felt: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Chance:
    """The mean gap (in ranks): observed, expected by chance, and the ends of nine draws in ten."""

    regions: int
    felt: int
    observed: float
    expected: float
    low: float
    high: float


def chance(sides: Iterable[Side]) -> Chance | None:
    """Return what chance gives; None unless several regions have one and the same felt rank."""
    told = list(sides)
    felt = {side.felt for side in told}
    if len(told) < LEAST or len(felt) != 1 or len(set(next(iter(felt)))) != 1:
        return None
    rank = next(iter(felt))[0]
    low, high = _ends([side.ranked for side in told])
    return Chance(
        regions=len(told),
        felt=rank,
        observed=sum(side.measured for side in told) / len(told) - rank,
        expected=sum((side.ranked + 1) / 2 for side in told) / len(told) - rank,
        low=low - rank,
        high=high - rank,
    )


def _ends(ranked: list[int]) -> tuple[float, float]:
    """Return the 5th and 95th centiles of the mean of one uniform rank a region (exact)."""
    share = np.ones(1)
    for count in ranked:
        share = np.convolve(share, np.full(count, 1 / count))
    below = np.cumsum(share)  # place 0: every rank is 1
    low, high = (int(np.searchsorted(below, end - 1e-12)) for end in (_TAIL, 1 - _TAIL))
    return 1 + low / len(ranked), 1 + high / len(ranked)
