"""The index a second time, the boring way: axes, the whole, ranks among the regions, and how weights act.

Like `tests.boring`, which reads the workbook: plain loops, nothing of ours imported. Scores are dictionaries
by (region, level, code), with the codes of the levels as the product names them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

import openpyxl

from tests import boring

Key = tuple[str, str, str]
GEOMETRIC = "geometrique"
EQUAL_AXES = "axes_egaux"


@cache
def axes() -> dict[str, str]:
    """Domain code → axis code, from the sheet « Domaines »."""
    sheet = openpyxl.load_workbook(boring.WORKBOOK, data_only=True)["Domaines"]
    columns = boring.headers(sheet, 1)
    found = {}
    for number in range(2, sheet.max_row + 1):
        domain = sheet.cell(number, columns["Code"]).value
        axis = sheet.cell(number, columns["Code axe"]).value
        if domain is not None:
            found[str(domain)] = str(axis)
    return found


@cache
def domain_scores(method: str) -> dict[tuple[str, str], tuple[float | None, float]]:
    """(region, domain) → (score, coverage); `geometrique` multiplies 11 - F, F on 1–10."""
    if method != GEOMETRIC:
        return boring.domain_scores(method)
    result: dict[tuple[str, str], tuple[float | None, float]] = {}
    table = boring.rows()
    for domain in dict.fromkeys(row.domain for row in table):
        members = [row for row in table if row.domain == domain]
        planned = sum(row.weight for row in members)
        for region in boring.REGIONS:
            product, weight = 1.0, 0.0
            for row in members:
                tenths = boring.scores(row, "minmax")
                if region in tenths:
                    product *= (11 - (1 + 0.9 * tenths[region])) ** row.weight
                    weight += row.weight
            enough = weight > 0 and weight / planned >= boring.MINIMUM_COVERAGE
            result[region, domain] = (11 - product ** (1 / weight) if enough else None, weight / planned)
    return result


def index(
    method: str, weights: Mapping[str, float] | None = None, *, by_axes: bool = False
) -> dict[Key, float]:
    """(region, level, code) → score, for every domain, axis and the whole that has one.

    `weights` by domain (missing: 1 each). `by_axes`: the whole is the mean of the axes, not of the domains.
    """
    scored = domain_scores(method)
    axis_of = axes()
    chosen = dict.fromkeys(axis_of, 1.0) if weights is None else {**dict.fromkeys(axis_of, 0.0), **weights}
    result: dict[Key, float] = {}
    for region in boring.REGIONS:
        shown = {
            domain: own for (place, domain), (own, _) in scored.items() if place == region and own is not None
        }
        covered = {domain: scored[region, domain][1] for domain in shown}
        for domain, own in shown.items():
            result[region, "domaine", domain] = own
        for axis in dict.fromkeys(axis_of.values()):
            inside = {domain: weight for domain, weight in chosen.items() if axis_of[domain] == axis}
            axis_score = mean(shown, covered, inside, method)
            if axis_score is not None:
                result[region, "axe", axis] = axis_score
        if by_axes:
            parts = [
                value for (place, level, _), value in result.items() if place == region and level == "axe"
            ]
            result[region, "ensemble", "ensemble"] = plain_mean(parts, method)
        else:
            whole = mean(shown, covered, chosen, method)
            if whole is not None:
                result[region, "ensemble", "ensemble"] = whole
    return result


def mean(
    shown: Mapping[str, float], covered: Mapping[str, float], weights: Mapping[str, float], method: str
) -> float | None:
    """Weighted mean of the domains that have a score; None when less than half of the weight is covered."""
    total = sum(weights.values())
    if total == 0:
        return None
    own, weight, coverage = (1.0 if method == GEOMETRIC else 0.0), 0.0, 0.0
    for domain, value in shown.items():
        part = weights.get(domain, 0.0)
        weight += part
        coverage += part * covered[domain]
        if method == GEOMETRIC:
            own *= (11 - value) ** part
        else:
            own += part * value
    if weight == 0 or round(coverage / total, 9) < boring.MINIMUM_COVERAGE:
        return None
    return 11 - own ** (1 / weight) if method == GEOMETRIC else own / weight


def plain_mean(parts: list[float], method: str) -> float:
    """Mean of the axes."""
    if method == GEOMETRIC:
        return 11 - math.prod(11 - part for part in parts) ** (1 / len(parts))
    return sum(parts) / len(parts)


def ranks(scored: Mapping[Key, float]) -> dict[Key, int]:
    """Rank among the regions: 1 = most fragile, ties (9 decimals) share the better rank."""
    result = {}
    for (region, level, code), own in scored.items():
        better = 0
        for (_, other_level, other_code), other in scored.items():
            if (other_level, other_code) == (level, code) and round(other, 9) > round(own, 9):
                better += 1
        result[region, level, code] = better + 1
    return result
