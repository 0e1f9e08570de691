"""Draws a second time, the boring way: one at a time, plain loops, random numbers of another generator.

The published workbook, our starting weights. Nothing of ours is imported, and nothing is shared with the
product but the rules: an even draw in the rounding interval, a normal error of a share of what separates the
regions, gamma weights around equal ones, one normalisation of three and one mean of two, each as likely.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

import openpyxl

from tests import boring, boring_index

Ranked = dict[tuple[str, str], int]  # (region, code) to rank; codes of the domains, of the axes, `ensemble`
NORMALISATIONS = ("zscore", "minmax", "rank")
MEANS = ("simple", "geometric")
# A weight moves by a quarter of itself.
CONCENTRATION = 16.0
SOURCES = ("figures", "weights", "normalisation", "mean")


@dataclass
class Trial:
    """What one draw is made of."""

    figures: dict[tuple[str, str], float]  # (domain, region), higher is more fragile
    weights: dict[str, float]  # of the domains
    normalisation: str
    mean: str


@cache
def decimals() -> dict[str, int]:
    """Domain to the decimals that its row shows, at most: « 8 » among « 8,4 » is 8,0."""
    sheet = openpyxl.load_workbook(boring.WORKBOOK, data_only=True)["Données territoriales"]
    found = {}
    for row in boring.rows():
        shown = []
        for code, place in row.cells.items():
            cell = sheet[place.partition("!")[2]]
            pattern = cell.number_format.partition(".")[2]
            written = sum(letter in "0#" for letter in pattern.partition("%")[0])
            if cell.number_format == "General":
                text = repr(float(cell.value)).partition(".")[2]
                written = 0 if text == "0" else len(text)
            if code != "FR":
                shown.append(written)
        if shown:
            found[row.domain] = max(shown)
    return found


@cache
def columns() -> dict[str, dict[str, float]]:
    """Domain to its oriented values by region; one row a domain has any, in the published workbook."""
    found = {}
    for row in boring.rows():
        own = {code: value * (row.direction or 0) for code, value in row.numbers.items() if code != "FR"}
        if own:
            assert row.domain not in found
            found[row.domain] = own
    return found


def spread(values: list[float]) -> float:
    """Standard deviation of the regions, all of them."""
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))


def trial(dice: random.Random, error: float) -> Trial:
    """Draw every source."""
    figures = {}
    for domain, own in columns().items():
        half, deviation = 0.5 * 10 ** -decimals()[domain], error * spread(list(own.values()))
        for region, value in own.items():
            figures[domain, region] = value + dice.uniform(-half, half) + dice.gauss(0, deviation)
    weights = {domain: dice.gammavariate(CONCENTRATION, 1) for domain in columns()}
    return Trial(figures, weights, dice.choice(NORMALISATIONS), dice.choice(MEANS))


def scores(one: Trial) -> dict[tuple[str, str], float]:
    """(region, code) to score: domains, axes, `ensemble`."""
    found: dict[tuple[str, str], float] = {}
    for domain, own in columns().items():
        values = {region: one.figures[domain, region] for region in own}
        for region, value in comparable(values, one.normalisation).items():
            found[region, domain] = value
        if one.mean == "geometric":
            low = min(found[region, domain] for region in own)
            high = max(found[region, domain] for region in own)
            for region in own:
                found[region, domain] = 1 + 9 * (found[region, domain] - low) / (high - low)
    axis_of = boring_index.axes()
    groups = {axis: [d for d in columns() if axis_of[d] == axis] for axis in dict.fromkeys(axis_of.values())}
    groups["ensemble"] = list(columns())
    for region in boring.REGIONS:
        for code, members in groups.items():
            total = sum(one.weights[domain] for domain in members)
            if one.mean == "geometric":
                left = [one.weights[d] * math.log(11 - found[region, d]) for d in members]
                found[region, code] = 11 - math.exp(sum(left) / total)
            else:
                found[region, code] = sum(one.weights[d] * found[region, d] for d in members) / total
    return found


def comparable(values: dict[str, float], normalisation: str) -> dict[str, float]:
    """Deviations, 0 to 10, or ranks, the highest being the most fragile."""
    listed = list(values.values())
    if normalisation == "zscore":
        mean, deviation = sum(listed) / len(listed), spread(listed)
        return {region: (value - mean) / deviation for region, value in values.items()}
    if normalisation == "minmax":
        low, high = min(listed), max(listed)
        return {region: 10 * (value - low) / (high - low) for region, value in values.items()}
    return {
        region: float(len(listed) - sum(other > value for other in listed))
        for region, value in values.items()
    }


def among_regions(scored: dict[tuple[str, str], float], code: str) -> dict[str, int]:
    """Region to rank, 1 = most fragile."""
    own = {region: scored[region, code] for region in boring.REGIONS if (region, code) in scored}
    return {region: 1 + sum(other > value for other in own.values()) for region, value in own.items()}


def shares(error: float, draws: int, seed: int) -> dict[tuple[str, str], Counter[int]]:
    """(region, code) to how often each rank among the regions comes."""
    dice = random.Random(seed)
    found: dict[tuple[str, str], Counter[int]] = {}
    codes = [*columns(), *dict.fromkeys(boring_index.axes().values()), "ensemble"]
    for _ in range(draws):
        scored = scores(trial(dice, error))
        for code in codes:
            for region, rank in among_regions(scored, code).items():
                found.setdefault((region, code), Counter())[rank] += 1
    return found


def mixed(first: Trial, other: Trial, source: str) -> Trial:
    """The first trial, but for one source, which is that of the other."""
    return replace(first, **{source: getattr(other, source)})


def effects(error: float, draws: int, seed: int) -> dict[tuple[str, str], tuple[float, float]]:
    """(region, source) to first order and total effect on the overall rank, from pairs of trials.

    First order: the covariance of two ranks that have this source in common and nothing else. Total: half the
    mean square of what the rank moves by when this source alone is drawn again. Both over the variance.
    """
    dice = random.Random(seed)
    told: dict[str, list[dict[str, int]]] = {name: [] for name in ("first", "other", *SOURCES)}
    for _ in range(draws):
        one, two = trial(dice, error), trial(dice, error)
        made = {"first": one, "other": two} | {source: mixed(one, two, source) for source in SOURCES}
        for name, each in made.items():
            told[name].append(among_regions(scores(each), "ensemble"))
    found = {}
    for region in boring.REGIONS:
        first, other = ([ranks[region] for ranks in told[name]] for name in ("first", "other"))
        variance = spread([*map(float, first), *map(float, other)]) ** 2
        for source in SOURCES:
            moved = [ranks[region] for ranks in told[source]]
            mean_moved, mean_other = sum(moved) / draws, sum(other) / draws
            both = sum(a * b for a, b in zip(moved, other, strict=True)) / draws - mean_moved * mean_other
            again = sum((a - b) ** 2 for a, b in zip(first, moved, strict=True)) / (2 * draws)
            found[region, source] = (both / variance, again / variance)
    return found
