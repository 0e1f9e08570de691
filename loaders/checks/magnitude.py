"""A figure that is ten, a hundred or a thousand times its row: most often a fraction, a lost comma, a unit.

Distances are powers of ten from the middle of the row. Nothing is changed: a question is asked, whose answer
is in the published document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median, median_low

from loaders.checks.fences import far_values
from loaders.checks.spread import FEWEST_REGIONS
from loaders.checks.totals import is_additive
from loaders.file.number_format import decimals, unformatted
from loaders.findings import Findings
from loaders.sheets.row import IndicatorRow
from wording.numbers import number

# Five times the middle of a row, or a fifth of it: worth a question when a power of ten brings it back.
_APART = 0.7
# A tenth is also the difference between a metropolis and a mountain: asked only of rows whose other figures
# are within a factor of 1.8 of their middle, and whose France is among them (a metropolis would pull it).
_CLOSE = 0.25
# The least room around the middle: figures all alike would leave none.
_ROOM = 0.1
_POWERS = (2, 3, 1, 6)
_YEARS = range(1950, 2051)
_SIZES = {1: "dix", 2: "cent", 3: "mille", 6: "un million de"}


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A number and the power of ten that would bring it back among the others."""

    value: Decimal
    power: int

    @property
    def other(self) -> Decimal:
        """The number that it may stand for."""
        return self.value.scaleb(self.power)


def check_magnitude(row: IndicatorRow, findings: Findings) -> set[str]:
    """Ask of each figure far from its row whether it is another one: a power of ten, a year, a lost sign.

    Return the cells that were asked about.
    """
    numbers = {value.cell: value.value for value in row.regions if value.value}
    if len(numbers) < FEWEST_REGIONS or is_additive(row):
        return set()
    # Zero surrounds nothing, and has no size to compare.
    france = row.france.value or None
    if france and not _may_be_a_sum(france, list(numbers.values())):
        numbers[row.france.cell] = france
    powers = {cell: question(found) for cell, found in misplaced(numbers, france).items()}
    told = powers | years(numbers) or _signs(numbers)
    for cell, doubt in told.items():
        findings.alert(
            "ordre_de_grandeur",
            row.indicator.sheet,
            cell,
            f"«\u00a0{row.indicator.label}\u00a0»\u202f: {doubt}",
            "Vérifier dans le document publié\u202f; la valeur est gardée telle quelle.",
        )
    return set(told)


def misplaced(numbers: Mapping[str, Decimal], france: Decimal | None) -> dict[str, Misplaced]:
    """Return the numbers (by cell) that a power of ten would bring back among the others, and that power.

    `france`: the mean that the regions surround; without it a factor of ten is never asked about.
    """
    sizes = {cell: _size(value) for cell, value in numbers.items()}
    middle = median(sizes.values())
    if all(abs(size - middle) > _APART for size in sizes.values()):
        # Of two sizes, half the row each, none is near the middle: one half is asked about, beside the other.
        middle = median_low(sizes.values())
    away = {cell: size - middle for cell, size in sizes.items() if abs(size - middle) > _APART}
    rest = [abs(size - middle) for cell, size in sizes.items() if cell not in away]
    # What the row may do by itself: a fraction in it must not hide behind a metropolis, nor the reverse.
    width = max([_ROOM, *rest])
    tight = width <= _CLOSE and france is not None and abs(_size(france) - middle) <= width
    found = {}
    for cell, distance in away.items():
        for power in _POWERS:
            left = abs(abs(distance) - power)
            if left <= width and (tight or power > 1) and power - left > left:
                found[cell] = Misplaced(numbers[cell], -power if distance > 0 else power)
                break
    return found


def years(numbers: Mapping[str, Decimal]) -> dict[str, str]:
    """Return what is said of the numbers (by cell) that are a year in a row of something else."""
    middle = median(map(abs, numbers.values()))
    return {
        cell: f"{value} est une année plutôt qu’une valeur de la ligne."
        for cell, value in numbers.items()
        if value == int(value) and int(value) in _YEARS and abs(_size(value) - _size(middle)) > _APART
    }


def question(found: Misplaced) -> str:
    """« environ cent fois moins que les autres : 0,081 ou 8,1 ? »."""
    times = f"environ {_SIZES[abs(found.power)]} fois {'moins' if found.power > 0 else 'plus'} que les autres"
    return f"{times}\u202f: {written(found.value)} ou {written(found.other)}\u202f?"


def written(value: Decimal) -> str:
    """Write a number that stands in a question: with the decimals that it shows."""
    return number(float(value), unformatted(value, decimals(value)))


def _size(value: Decimal) -> float:
    """Return the power of ten of a number that is not zero, too small for a float or not."""
    return float(abs(value).log10())


def _may_be_a_sum(france: Decimal, numbers: Sequence[Decimal]) -> bool:
    return abs(sum(numbers) - france) <= abs(france) / 2


def _signs(numbers: Mapping[str, Decimal]) -> dict[str, str]:
    """One number of the other sign than all others, far from them, that would be among them without it."""
    negative = [cell for cell, value in numbers.items() if value < 0]
    alone = negative if len(negative) == 1 else [cell for cell in numbers if cell not in negative]
    if len(alone) != 1:
        return {}
    value = numbers[alone[0]]
    others = [other for cell, other in numbers.items() if cell != alone[0]]
    if value not in far_values(list(numbers.values())) or not min(others) <= -value <= max(others):
        return {}
    doubt = f"seul nombre de son signe sur la ligne\u202f: {written(value)} ou {written(-value)}\u202f?"
    return {alone[0]: doubt}
