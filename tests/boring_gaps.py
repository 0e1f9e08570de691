"""The two other readings of the gap, the boring way: standardised and native, and ranks read from notes.

Keys are (region, domain, wave, measure). Only the objective side is read from the published workbook; the
figures may come from another one, which the caller gives.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from tests import boring

Key = tuple[str, str, str, str]
NOTE = "note_fragilite_sur_10"
FIGURES_NEEDED = 5


def notes(actor: str, workbook: Path = boring.WORKBOOK) -> dict[Key, float]:
    """Every usable value of an actor for a region of today."""
    return {
        (region, figure.domain, figure.wave, figure.measure): figure.value
        for figure in boring.usable(actor, workbook)
        for region in figure.regions
        if region in boring.REGIONS and figure.value is not None
    }


def native(actor: str, workbook: Path = boring.WORKBOOK) -> dict[Key, float]:
    """Note out of 10 minus the objective score by min–max, 0 to 10."""
    objective = boring.domain_scores("minmax")
    result = {}
    for key, note in notes(actor, workbook).items():
        score = objective[key[0], key[1]][0]
        if key[3] == NOTE and score is not None:
            result[key] = note - score
    return result


def standardised(actor: str, workbook: Path = boring.WORKBOOK) -> dict[Key, float]:
    """z(perceived) - z(objective) among the regions that have both, five figures at least."""
    objective = boring.domain_scores("zscore")
    told = notes(actor, workbook)
    result = {}
    for domain, wave, measure in dict.fromkeys(key[1:] for key in told):
        both = [
            region
            for region in boring.REGIONS
            if (region, domain, wave, measure) in told and objective[region, domain][0] is not None
        ]
        if len(both) < FIGURES_NEEDED:
            continue
        felt = z([told[region, domain, wave, measure] for region in both])
        measured = z([float(objective[region, domain][0] or 0) for region in both])
        for region, one, other in zip(both, felt, measured, strict=True):
            result[region, domain, wave, measure] = one - other
    return result


def z(numbers: Sequence[float]) -> list[float]:
    """Population z-scores."""
    mean = sum(numbers) / len(numbers)
    squares = 0.0
    for number in numbers:
        squares += (number - mean) ** 2
    return [(number - mean) / math.sqrt(squares / len(numbers)) for number in numbers]


def ranks_of_notes(actor: str, workbook: Path = boring.WORKBOOK) -> dict[Key, int]:
    """Objective rank minus the rank of the note, where a region has a note for all 16 domains."""
    objective = boring.domain_ranks()
    told = notes(actor, workbook)
    result = {}
    for (region, domain, wave, measure), own in told.items():
        vector = [value for key, value in told.items() if (key[0], key[2], key[3]) == (region, wave, measure)]
        if len(vector) == 16:
            higher = 0
            for value in vector:
                if value > own:
                    higher += 1
            result[region, domain, wave, measure] = objective[region, domain] - (higher + 1)
    return result


def centred(gaps: dict[Key, float]) -> dict[Key, float]:
    """Rank gaps minus their mean over the regions of one domain, wave and measure, from five regions on."""
    result = {}
    for domain, wave, measure in dict.fromkeys(key[1:] for key in gaps):
        here = {key: gap for key, gap in gaps.items() if key[1:] == (domain, wave, measure)}
        if len(here) >= 5:
            total = 0.0
            for gap in here.values():
                total += gap
            for key, gap in here.items():
                result[key] = gap - total / len(here)
    return result


def felt_distances(actor: str, workbook: Path = boring.WORKBOOK) -> dict[Key, float]:
    """Every value of a region minus the one published for France: same wave, measure and domain."""
    usable = boring.usable(actor, workbook)
    country = {
        (figure.domain, figure.wave, figure.measure): figure.value
        for figure in usable
        if figure.regions == ["FR"] and figure.value is not None
    }
    result = {}
    for figure in usable:
        france = country.get((figure.domain, figure.wave, figure.measure))
        for region in figure.regions:
            if region in boring.REGIONS and france is not None and figure.value is not None:
                result[region, figure.domain, figure.wave, figure.measure] = figure.value - france
    return result


def measured_distances() -> dict[tuple[str, str], tuple[float, float]]:
    """Of the published workbook, region by domain: minus France in the unit, then in deviations.

    One indicator a domain has values there. Higher = more fragile.
    """
    result = {}
    for row in boring.rows():
        numbers = [row.numbers[code] for code in boring.REGIONS if code in row.numbers]
        if row.direction is None or "FR" not in row.numbers or len(numbers) < 2:
            continue
        mean = sum(numbers) / len(numbers)
        deviation = math.sqrt(sum((number - mean) ** 2 for number in numbers) / len(numbers))
        for code in boring.REGIONS:
            if code in row.numbers:
                apart = row.direction * (row.numbers[code] - row.numbers["FR"])
                result[code, row.domain] = apart, apart / deviation
    return result
