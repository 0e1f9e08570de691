"""What chance alone gives where a domain is felt at one rank everywhere: the gap is a measured rank, moved.

The survey adds a constant. If the measured rank of the domain were drawn among the domains of each region,
each place as likely as any other, the mean gap would be the middle rank minus the felt one: 8.5 - 1 = +7.5.
A count of regions has its chance too, whatever each of them feels: of 16 places, 15 come after the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from indicators.arrays import Floats

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


@dataclass(frozen=True, slots=True)
class Count:
    """In how many regions the measured rank comes after the felt one (`after`), or before it.

    observed: by the ranks alone, whatever their intervals; expected by chance; low, high: the ends of nine
    draws in ten.
    """

    regions: int
    after: bool
    observed: int
    expected: float
    low: int
    high: int


def count(sides: Iterable[Side], *, after: bool) -> Count | None:
    """Return what chance gives of a count of regions; a felt rank « 2 ou 3 » is left out; None under two."""
    told = [side for side in sides if side.felt[0] == side.felt[1]]
    if len(told) < LEAST:
        return None
    likely = [_likely(side, after=after) for side in told]
    share = np.ones(1)
    for one in likely:
        share = np.convolve(share, [1 - one, one])
    low, high = _tails(share)
    beyond = [side.measured > side.felt[0] if after else side.measured < side.felt[0] for side in told]
    return Count(len(told), after, sum(beyond), sum(likely), low, high)


def _likely(side: Side, *, after: bool) -> float:
    """Return the share of the measured places that come after the felt one, or before it."""
    places = side.ranked - side.felt[0] if after else side.felt[0] - 1
    return min(max(places, 0), side.ranked) / side.ranked


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
    low, high = _tails(share)  # place 0: every rank is 1
    return 1 + low / len(ranked), 1 + high / len(ranked)


def _tails(share: Floats) -> tuple[int, int]:
    """Return the places of the 5th and 95th centiles of shares that add up to 1."""
    below = np.cumsum(share)
    low, high = (int(np.searchsorted(below, end - 1e-12)) for end in (_TAIL, 1 - _TAIL))
    return low, high
