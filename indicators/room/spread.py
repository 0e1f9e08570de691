"""Notes or guesses of some people: their middle, their half, and what other people of the kind might say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from indicators.arrays import Floats
from indicators.noise import DRAWS_PAGE, SEED, TAIL

Counts = npt.NDArray[np.int64]

# Fewer answers than this are shown one by one: an interval would promise more than they carry.
FEW = 30
_ENDS = (100 * TAIL, 100 - 100 * TAIL)


@dataclass(frozen=True)
class Spread:
    """Some numbers in a few. `low`, `high`: of the mean, in 90 % of the draws; None under `FEW` answers."""

    count: int
    mean: float
    median: float
    first_quarter: float
    third_quarter: float
    low: float | None
    high: float | None


def spread(values: Floats) -> Spread:
    """Return the spread of numbers, none missing, at least one; quarters are answers.

    Between the quarters is half of the answers at least: between two answers there may be fewer.
    """
    low, high = interval(values) if len(values) >= FEW else (None, None)
    ordered, last = np.sort(values), len(values) - 1
    return Spread(
        count=len(values),
        mean=float(values.mean()),
        median=float(np.median(values)),
        # `np.percentile` sorts anew for each, and takes ten times longer: a mirror has a hundred spreads.
        first_quarter=float(ordered[last // 4]),
        third_quarter=float(ordered[last - last // 4]),
        low=low,
        high=high,
    )


def interval(values: Floats) -> tuple[float, float]:
    """Return where the mean is in 90 % of the draws of as many people among them (percentile bootstrap).

    Efron and Tibshirani, « An Introduction to the Bootstrap », 1993, chapter 13. The same answers give the
    same interval, whatever their order.
    """
    different, times = np.unique(values, return_counts=True)
    return _interval(tuple(different.tolist()), tuple(times.tolist()))


# The mirror of a room asks for what its questions gave.
@lru_cache(maxsize=500)
def _interval(different: tuple[float, ...], times: tuple[int, ...]) -> tuple[float, float]:
    """Draw how many times each different answer comes: eleven notes, of thirty people or of thousands."""
    low, high = np.percentile(_means(different, times, SEED), _ENDS)
    return float(low), float(high)


def apart(one: Floats, other: Floats) -> tuple[float, float]:
    """Return where the difference of two means is in 90 % of the draws: each room draws its own people."""
    drawn = []
    for room, values in enumerate((one, other), start=1):
        different, times = np.unique(values, return_counts=True)
        # The draws of one room are not those of the other.
        drawn.append(_means(different, times, (SEED, room)))
    low, high = np.percentile(drawn[0] - drawn[1], _ENDS)
    return float(low), float(high)


def _means(
    different: Sequence[float] | Floats, times: Sequence[int] | Counts, seed: int | tuple[int, int]
) -> Floats:
    """Return the mean of each draw of as many people; `times`: how many gave each different answer."""
    people = int(np.sum(times))
    drawn = np.random.default_rng(seed).multinomial(people, np.array(times) / people, size=DRAWS_PAGE)
    means: Floats = drawn @ np.array(different) / people
    return means


def drawn_means(answers: Floats) -> Floats:
    """Return the mean of each column in each draw of as many rows, with repetition; a row is a person."""
    people = len(answers)
    drawn = np.random.default_rng(SEED).integers(0, people, size=(DRAWS_PAGE, people))
    # How many times each draw has each person: means are then one product of matrices.
    places = drawn + people * np.arange(DRAWS_PAGE)[:, None]
    times = np.bincount(places.ravel(), minlength=DRAWS_PAGE * people).reshape(DRAWS_PAGE, people)
    means: Floats = times.astype(float) @ answers / people
    return means


def ends(ranks: Floats, drawn: Floats) -> list[tuple[int, int]]:
    """Return the ranks between which 90 % of the draws are, and the rank itself (`indicators.intervals`).

    `drawn`: a row a draw, a column a rank.
    """
    low = np.percentile(drawn, _ENDS[0], axis=0, method="lower")
    high = np.percentile(drawn, _ENDS[1], axis=0, method="higher")
    return [(int(a), int(b)) for a, b in zip(np.minimum(ranks, low), np.maximum(ranks, high), strict=True)]
