"""What each element decides of a score a second time, the boring way: plain loops over regions.

Like `tests.boring_index`: nothing of ours imported, lists of floats in, floats out; None where nothing can be
said. A score is None where a region has none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

Scores = Sequence[float | None]


def both(one: Scores, other: Scores) -> tuple[list[float], list[float]]:
    """The regions that have both."""
    kept = [(x, y) for x, y in zip(one, other, strict=True) if x is not None and y is not None]
    return [x for x, _ in kept], [y for _, y in kept]


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def covariance(one: Sequence[float], other: Sequence[float]) -> float:
    x, y = mean(one), mean(other)
    return mean([(a - x) * (b - y) for a, b in zip(one, other, strict=True)])


def pearson(one: Scores, other: Scores) -> float | None:
    x, y = both(one, other)
    if len(x) < 5 or len(set(x)) == 1 or len(set(y)) == 1:
        return None
    return covariance(x, y) / math.sqrt(covariance(x, x) * covariance(y, y))


def shares(weights: Sequence[float], elements: Sequence[Scores], whole: Scores) -> list[float]:
    """Covariance of what each brings with the whole, over its variance; what is missing brings nothing."""
    told = [place for place, score in enumerate(whole) if score is not None]
    brought: list[list[float]] = [[] for _ in elements]
    for place in told:
        here = [element[place] for element in elements]
        total = sum(weight for weight, score in zip(weights, here, strict=True) if score is not None)
        for part, weight, score in zip(brought, weights, here, strict=True):
            part.append(0.0 if score is None else weight / total * score)
    summed = [sum(parts) for parts in zip(*brought, strict=True)]
    return [covariance(part, summed) / covariance(summed, summed) for part in brought]


def main_effect(element: Scores, whole: Scores) -> float | None:
    """Variance of the local line that foretells best each region left out, over that of the whole."""
    x, y = both(element, whole)
    if len(x) < 10 or len(set(x)) == 1 or len(set(y)) == 1:
        return None
    deviation = math.sqrt(covariance(x, x))
    best, effect = math.inf, 0.0
    for width in (math.inf, 2.0, 1.0, 0.5):
        missed = 0.0
        for place, own in enumerate(x):
            others = [number for number in range(len(x)) if number != place]
            line = local(own, [x[one] for one in others], [y[one] for one in others], width * deviation)
            missed += (y[place] - line) ** 2
        if missed < best:
            drawn = [local(own, x, y, width * deviation) for own in x]
            best, effect = missed, covariance(drawn, drawn) / covariance(y, y)
    return min(effect, 1.0)


def local(at: float, x: Sequence[float], y: Sequence[float], width: float) -> float:
    """The height at a place of the line through the points, the nearest ones weighing most."""
    nearest = min((one - at) ** 2 for one in x)
    weights = [math.exp((nearest - (one - at) ** 2) / (2 * width**2)) for one in x]
    total = sum(weights)
    middle = sum(weight * one for weight, one in zip(weights, x, strict=True)) / total
    level = sum(weight * one for weight, one in zip(weights, y, strict=True)) / total
    common = spread = 0.0
    for weight, one, other in zip(weights, x, y, strict=True):
        common += weight * (one - middle) * (other - level)
        spread += weight * (one - middle) ** 2
    return level + (common / spread * (at - middle) if spread else 0.0)


def alpha(elements: Sequence[Scores]) -> float | None:
    """Cronbach's, standardised: the mean correlation of the pairs, stretched to their number."""
    found = [pearson(one, other) for place, one in enumerate(elements) for other in elements[place + 1 :]]
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None
    average = mean(known)
    return len(elements) * average / (1 + (len(elements) - 1) * average)
