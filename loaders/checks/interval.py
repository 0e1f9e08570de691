"""Published figures as intervals: 8,4 stands for anything between 8,35 and 8,45."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from loaders.records import IndicatorValue


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers a published figure may stand for, ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """True when both may stand for one same number."""
        return self.low <= other.high and other.low <= self.high

    def scaled(self, factor: Decimal) -> Interval:
        """The interval multiplied by a positive number."""
        return Interval(self.low * factor, self.high * factor)

    def over(self, divisor: Interval) -> Interval | None:
        """The quotients of two intervals; None when the divisor may be 0 or negative."""
        if divisor.low <= 0:
            return None
        quotients = [end / bound for end in (self.low, self.high) for bound in (divisor.low, divisor.high)]
        return Interval(min(quotients), max(quotients))


def unit_in_last_place(decimals: int) -> Decimal:
    """The step between two neighbouring published values: 0.1 for one decimal."""
    return Decimal(1).scaleb(-decimals)


def interval(value: IndicatorValue, decimals: int) -> Interval | None:
    """What a figure published with this many decimals may stand for; None without a figure."""
    if value.low is not None and value.high is not None:
        return Interval(value.low, value.high)
    if value.value is None:
        return None
    half = unit_in_last_place(decimals) / 2
    return Interval(value.value - half, value.value + half)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of several intervals."""
    items = list(intervals)
    return Interval(
        sum((item.low for item in items), Decimal(0)), sum((item.high for item in items), Decimal(0))
    )
