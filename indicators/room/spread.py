"""Notes or guesses of some people: their middle, their half, and what other people of the kind might say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indicators.noise import DRAWS_PAGE, SEED, TAIL

Numbers = npt.NDArray[np.float64]

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


def spread(values: Numbers) -> Spread:
    """Return the spread of numbers, none missing, at least one; quartiles are linear between answers."""
    quarters = np.percentile(values, (25, 50, 75))
    low, high = interval(values) if len(values) >= FEW else (None, None)
    return Spread(
        count=len(values),
        mean=float(values.mean()),
        median=float(quarters[1]),
        first_quarter=float(quarters[0]),
        third_quarter=float(quarters[2]),
        low=low,
        high=high,
    )


def interval(values: Numbers) -> tuple[float, float]:
    """Return where the mean is in 90 % of the draws of as many people among them (percentile bootstrap).

    Efron and Tibshirani, « An Introduction to the Bootstrap », 1993, chapter 13. The same answers give the
    same interval, whatever their order.
    """
    ordered = np.sort(values)
    means = ordered[draws(len(ordered))].mean(axis=1)
    low, high = np.percentile(means, _ENDS)
    return float(low), float(high)


def draws(people: int) -> npt.NDArray[np.int64]:
    """Return who is drawn in each draw: rows of places among `people`, with repetition."""
    return np.random.default_rng(SEED).integers(0, people, size=(DRAWS_PAGE, people))


def ends(rank: float, drawn: Numbers) -> tuple[int, int]:
    """Return the ranks between which 90 % of the draws are, and the rank itself (`indicators.intervals`)."""
    low = np.percentile(drawn, _ENDS[0], method="lower")
    high = np.percentile(drawn, _ENDS[1], method="higher")
    return int(min(rank, low)), int(max(rank, high))
