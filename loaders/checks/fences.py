"""Tukey's outer fences: which of a few numbers lie far out, the numbers themselves being no help to hide."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from statistics import quantiles

# J. W. Tukey, Exploratory Data Analysis (1977), chapter 2: « far out » is beyond three times the distance
# between the quartiles. A quarter of the regions would have to be wrong together to hide one another.
_OUTER = 3.0
_FEWEST = 2


def far_values(numbers: Sequence[Decimal], step: Decimal = Decimal(0)) -> set[Decimal]:
    """Return the numbers beyond an outer fence, as they are or, where all are positive, in logarithms.

    A difference shows a value that is too high, a ratio one that is too low: ten times less than 8 % is only
    seven points away. `step`: of the last printed decimal; quartiles nearer than that are one step apart,
    and with none where they are equal nothing is far.
    """
    if len(numbers) < _FEWEST:
        return set()
    plain = [float(number) for number in numbers]
    far = _outside(plain, float(step))
    if min(plain) > 0:
        middle = quantiles(plain, n=2)[0]
        far |= _outside([math.log(number) for number in plain], math.log1p(float(step) / middle))
    return {numbers[place] for place in far}


def _outside(numbers: Sequence[float], least: float) -> set[int]:
    """Return the places of the numbers beyond an outer fence; `least`: of the quartiles apart."""
    low, _, high = quantiles(numbers, n=4, method="inclusive")
    width = max(high - low, least)
    if width == 0:
        return set()
    return {
        place
        for place, number in enumerate(numbers)
        if not low - _OUTER * width <= number <= high + _OUTER * width
    }
