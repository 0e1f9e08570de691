"""Classes of a map: which values share a colour, and how the legend says it in words.

A class always shows values that exist (« 8,2 à 8,6 % »), never the edges of an arithmetic interval. Equal
values never fall in two classes, and a missing value falls in none.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from charts import palette
from charts.palette import Page

# Ranks of a gap (-15 to 15, for 16 domains); the limits are ours, quarters of the longest gap.
_GAP_LIMITS = ((-99, -12), (-11, -8), (-7, -4), (-3, -1), (0, 0), (1, 3), (4, 7), (8, 11), (12, 99))
_RANK_LIMITS = ((11, 99), (7, 10), (4, 6), (2, 3), (1, 1))


@dataclass(frozen=True)
class Band:
    """Values from `low` to `high`, both included, drawn in one colour."""

    low: float
    high: float
    colour: str
    label: str


def fragility(
    values: Iterable[float], direction: int, write: Callable[[float], str], page: Page
) -> list[Band]:
    """Cut published values in at most five classes of about as many regions, from less to more fragile.

    `direction` is +1 when a high value is more fragile, −1 when a low one is; `write` puts a value in words.
    """
    known = sorted(_known(values), reverse=direction < 0)
    groups: dict[int, list[float]] = {}
    for value in known:
        ahead = known.index(value)
        groups.setdefault(ahead * len(palette.FRAGILITY) // len(known), []).append(value)
    colours = _spread(page.growing(palette.FRAGILITY), len(groups))
    return [_band(group, colour, write) for group, colour in zip(groups.values(), colours, strict=True)]


def ranks(values: Iterable[float], write: Callable[[float], str], page: Page) -> list[Band]:
    """Group ranks (1 stands out most) in fixed classes; only those that hold a region are kept."""
    return _kept(values, _RANK_LIMITS, page.growing(palette.FRAGILITY), write)


def gaps(values: Iterable[float], write: Callable[[float], str], page: Page) -> list[Band]:
    """Group gaps of ranks in nine fixed classes around zero; only those that hold a region are kept."""
    return _kept(values, _GAP_LIMITS, page.gap, write)


def colour_of(value: float, bands: Sequence[Band], page: Page) -> str:
    """Return the colour of a value, the grey of what is not published when it is missing."""
    for band in bands:
        if band.low <= value <= band.high:
            return band.colour
    return page.missing


def _kept(
    values: Iterable[float],
    limits: Sequence[tuple[float, float]],
    colours: Sequence[str],
    write: Callable[[float], str],
) -> list[Band]:
    known = sorted(_known(values))
    bands = []
    for (low, high), colour in zip(limits, colours, strict=True):
        inside = known[bisect_left(known, low) : bisect_left(known, high + 0.5)]
        if inside:
            bands.append(_band(inside, colour, write))
    return bands


def _known(values: Iterable[float]) -> list[float]:
    return [float(value) for value in values if not math.isnan(value)]


def _band(group: Sequence[float], colour: str, write: Callable[[float], str]) -> Band:
    low, high = min(group), max(group)
    ends = (group[0], group[-1])
    label = write(low) if low == high else f"{write(ends[0])} à {write(ends[1])}"
    return Band(low, high, colour, label)


def _spread(colours: Sequence[str], count: int) -> list[str]:
    """Keep both ends of a scale when fewer classes are needed; a single class takes the middle."""
    if count == 1:
        return [colours[len(colours) // 2]]
    return [colours[round(step * (len(colours) - 1) / (count - 1))] for step in range(count)]
