"""What a reader changes of the figures, the boring way: one list at a time, plain loops, nothing of ours.

Values are lists of (region, number) of one indicator, turned so that higher is more fragile.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

Column = dict[str, float]


@dataclass
class Given:
    """One indicator: its domain, its weight, its direction as the workbook says, its published values."""

    domain: str
    weight: float
    direction: int
    numbers: Column


@dataclass
class Choice:
    """What is chosen, in plain words; `inside` and `between`: whether these means are geometric."""

    normalisation: str = "zscore"
    inside: bool = False
    between: bool = False
    outliers: str = "gardees"
    goalposts: Mapping[str, tuple[float, float]] | None = None
    flipped: tuple[str, ...] = ()
    coverage: float = 0.5


def skewness(values: list[float]) -> float:
    """As a spreadsheet's SKEW; 0 where there is none."""
    count, mean = len(values), sum(values) / len(values)
    squares = sum((value - mean) ** 2 for value in values)
    if count < 3 or squares == 0:
        return 0.0
    deviation = math.sqrt(squares / (count - 1))
    cubes = sum(((value - mean) / deviation) ** 3 for value in values)
    return count / ((count - 1) * (count - 2)) * cubes


def kurtosis(values: list[float]) -> float:
    """As a spreadsheet's KURT, in excess of the normal law's; 0 where there is none."""
    count, mean = len(values), sum(values) / len(values)
    squares = sum((value - mean) ** 2 for value in values)
    if count < 4 or squares == 0:
        return 0.0
    deviation = math.sqrt(squares / (count - 1))
    fourths = sum(((value - mean) / deviation) ** 4 for value in values)
    first = count * (count + 1) / ((count - 1) * (count - 2) * (count - 3)) * fourths
    return first - 3 * (count - 1) ** 2 / ((count - 2) * (count - 3))


def fails(values: list[float]) -> bool:
    """The usual rule."""
    return abs(skewness(values)) > 2 and kurtosis(values) > 3.5


def winsorised(column: Column) -> Column:
    """The most extreme value takes the place of the next one, until the rule passes; five moved at most."""
    moved: set[str] = set()
    found = dict(column)
    while fails(list(found.values())):
        high = skewness(list(found.values())) >= 0
        end = max(found.values()) if high else min(found.values())
        others = [value for value in found.values() if value != end]
        if len(set(others)) < 2:
            break
        at_end = {region for region, value in found.items() if value == end}
        if len(moved | at_end) > 5:
            break
        moved |= at_end
        for region in at_end:
            found[region] = max(others) if high else min(others)
    return found


def logarithms(column: Column) -> Column:
    """ln(x - least + 1 % of the range), from the other end where the far values are low."""
    side = 1 if skewness(list(column.values())) >= 0 else -1
    turned = {region: side * value for region, value in column.items()}
    low, high = min(turned.values()), max(turned.values())
    return {region: side * math.log(value - low + 0.01 * (high - low)) for region, value in turned.items()}


def comparable(code: str, row: Given, choice: Choice) -> Column:
    """The scores of one indicator: nothing where all its values are one."""
    direction = -row.direction if code in choice.flipped else row.direction
    column = {region: direction * value for region, value in row.numbers.items()}
    if len(set(column.values())) < 2:
        return {}
    fixed = (choice.goalposts or {}).get(code)
    if fixed is None and fails(list(column.values())):
        if choice.outliers == "ramenees":
            column = winsorised(column)
        elif choice.outliers == "logarithme":
            column = logarithms(column)
    if choice.normalisation == "minmax":
        ends = [direction * end for end in fixed] if fixed else list(column.values())
        low, high = min(ends), max(ends)
        return {
            region: 10 * (min(max(value, low), high) - low) / (high - low) for region, value in column.items()
        }
    mean = sum(column.values()) / len(column)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in column.values()) / len(column))
    return {region: (value - mean) / deviation for region, value in column.items()}


def average(parts: list[tuple[float, float]], *, geometric: bool) -> float:
    """Weighted mean of (weight, score); geometric: 11 - the product of what is left before 11."""
    total = sum(weight for weight, _ in parts)
    if not geometric:
        return sum(weight * score for weight, score in parts) / total
    product = 1.0
    for weight, score in parts:
        product *= (11 - score) ** (weight / total)
    return 11 - product


def domains(rows: Mapping[str, Given], regions: list[str], choice: Choice) -> dict[tuple[str, str], float]:
    """(region, domain) → score, where enough of the weight has one."""
    moved = choice.inside or choice.between
    scored = {code: comparable(code, row, choice) for code, row in rows.items()}
    found = {}
    for region in regions:
        for domain in dict.fromkeys(row.domain for row in rows.values()):
            mine = {code: row for code, row in rows.items() if row.domain == domain}
            planned = sum(row.weight for row in mine.values())
            parts = [
                (row.weight, 1 + 0.9 * scored[code][region] if moved else scored[code][region])
                for code, row in mine.items()
                if region in scored[code]
            ]
            held = sum(weight for weight, _ in parts)
            if held and round(held / planned, 9) >= choice.coverage:
                found[region, domain] = average(parts, geometric=choice.inside)
    return found


def coverage(rows: Mapping[str, Given], region: str, domain: str, choice: Choice) -> float:
    """Share of the weight of a domain that a region has."""
    mine = {code: row for code, row in rows.items() if row.domain == domain}
    held = sum(row.weight for code, row in mine.items() if region in comparable(code, row, choice))
    return held / sum(row.weight for row in mine.values())


def wholes(
    rows: Mapping[str, Given], regions: list[str], every_domain: list[str], choice: Choice
) -> dict[str, float]:
    """Region → the mean of its domains, each for one, where half (or what is asked) is covered."""
    scored, found = domains(rows, regions, choice), {}
    for region in regions:
        mine = {domain: scored[region, domain] for domain in every_domain if (region, domain) in scored}
        covered = sum(coverage(rows, region, domain, choice) for domain in mine) / len(every_domain)
        if mine and round(covered, 9) >= choice.coverage:
            parts = [(1.0, score) for score in mine.values()]
            found[region] = average(parts, geometric=choice.between)
    return found
