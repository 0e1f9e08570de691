"""Every published number a second time, the boring way: plain loops over the workbook.

Nothing of ours is imported: no loader, no store, no SQL, no pandas. Slow, long-winded and easy to check by
eye; when it disagrees with the product, one of the two is wrong. Written for the published workbook, whose
layout it knows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

WORKBOOK = Path(__file__).parents[1] / "data" / "indicateurs_regionaux.xlsx"
# The letters of each header, in lower case, and the INSEE code.
HEADERS = {
    "francemétropole": "FR",
    "iledefrance": "11",
    "centrevaldeloire": "24",
    "bourgognefranchecomté": "27",
    "normandie": "28",
    "hautsdefrance": "32",
    "grandest": "44",
    "paysdelaloire": "52",
    "bretagne": "53",
    "nouvelleaquitaine": "75",
    "occitanie": "76",
    "auvergnerhônealpes": "84",
    "provencealpescôted'azur": "93",
    "corse": "94",
}
REGIONS = [code for code in HEADERS.values() if code != "FR"]
METHODS = ["zscore", "minmax", "rank", "percent"]
MINIMUM_COVERAGE = 0.5


@dataclass
class Row:
    """One row of the table that belongs to a domain; `numbers` by region code, France included."""

    label: str
    domain: str
    direction: int | None
    weight: float
    numbers: dict[str, float]
    cells: dict[str, str]


@dataclass
class Figure:
    """One row of the sheet of perceptions."""

    number: int
    actor: str
    wave: str
    regions: list[str]
    domain: str
    measure: str
    value: float | None
    low: int | None
    high: int | None
    perimeter: str
    subpopulation: str
    reliability: str


def header_code(text: object) -> str | None:
    """« Provence - Alpes - Côte d'Azur », on three lines → 93."""
    letters = "".join(character for character in str(text).lower() if character.isalpha() or character == "'")
    return HEADERS.get(letters)


def headers(sheet: Worksheet, number: int) -> dict[str, int]:
    """Column number of each header of that row."""
    return {str(cell.value): cell.column for cell in sheet[number] if cell.value is not None}


def amount(cell: Any) -> float | None:
    """The number a cell shows, percentages in points; None for an empty cell or a text."""
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return None
    if "%" in cell.number_format:
        return round(cell.value * 100, 10)
    return float(cell.value)


@cache  # the workbook does not change under a test, and opening it is most of the time
def rows() -> list[Row]:
    """The rows of « Données territoriales » that have a domain."""
    sheet = openpyxl.load_workbook(WORKBOOK, data_only=True)["Données territoriales"]
    columns = headers(sheet, 4)
    found = []
    for number in range(5, sheet.max_row + 1):
        domain = sheet.cell(number, columns["Domaine"]).value
        if domain is None:
            continue
        values, cells = {}, {}
        for text, column in columns.items():
            code = header_code(text)
            if code is None:
                continue
            cell = sheet.cell(number, column)
            value = amount(cell)
            if value is not None:
                values[code] = value
                cells[code] = f"{sheet.title}!{cell.coordinate}"
        label = sheet.cell(number, columns["INDICATEURS"]).value
        direction = sheet.cell(number, columns["Sens"]).value
        weight = sheet.cell(number, columns["Poids"]).value
        found.append(
            Row(
                " ".join(str(label).split()),
                str(domain),
                None if direction is None else int(str(direction)),
                float(str(weight)),
                values,
                cells,
            )
        )
    return found


@cache
def figures(workbook: Path = WORKBOOK) -> list[Figure]:
    """The rows of « Perceptions »."""
    sheet = openpyxl.load_workbook(workbook, data_only=True)["Perceptions"]
    columns = headers(sheet, 1)
    found = []
    for number in range(2, sheet.max_row + 1):

        def read(header: str, number: int = number) -> str:
            value = sheet.cell(number, columns[header]).value
            return "" if value is None else str(value)

        low, high = rank_bounds(read("Rang"))
        year = read("Date")[:4] or "(date non publiée)"
        found.append(
            Figure(
                number=number,
                actor=read("Acteur"),
                wave=f"{read('Programme')} {year}",
                regions=read("Codes région").split(),
                domain=read("Domaine"),
                measure=read("Mesure"),
                value=amount(sheet.cell(number, columns["Valeur"])),
                low=low,
                high=high,
                perimeter=read("Périmètre de l’enquête"),
                subpopulation=read("Sous-population"),
                reliability=read("Fiabilité"),
            )
        )
    return found


def rank_bounds(text: str) -> tuple[int | None, int | None]:
    """« 2 ou 3 » → 2, 3; « fin de classement » → nothing."""
    numbers = [int(word) for word in text.split() if word.isdigit()]
    if not numbers:
        return None, None
    return min(numbers), max(numbers)


def scores(row: Row, method: str) -> dict[str, float]:
    """Normalised values of one row over the regions, higher = more fragile; empty when there is no score."""
    if row.direction is None:
        return {}
    published = {code: row.numbers[code] for code in REGIONS if code in row.numbers}
    if len(set(published.values())) < 2:
        return {}
    if method == "percent" and not row.numbers.get("FR"):
        return {}
    return {code: score(row, method, published, code) for code in published}


def score(row: Row, method: str, published: dict[str, float], code: str) -> float:
    """One normalised value."""
    direction = row.direction or 0
    value = published[code]
    if method == "percent":
        france = row.numbers["FR"]
        return 100 * direction * (value - france) / abs(france)
    if method == "rank":
        worse = 0
        for other in published.values():
            if other * direction > value * direction:
                worse += 1
        return len(published) + 1 - (worse + 1)
    if method == "minmax":
        oriented = [other * direction for other in published.values()]
        return 10 * (value * direction - min(oriented)) / (max(oriented) - min(oriented))
    mean = sum(published.values()) / len(published)
    squares = 0.0
    for other in published.values():
        squares += (other - mean) ** 2
    return direction * (value - mean) / math.sqrt(squares / len(published))


@cache
def domain_scores(method: str) -> dict[tuple[str, str], tuple[float | None, float]]:
    """(region, domain) → (score, coverage); no score under half of the domain's weight."""
    result: dict[tuple[str, str], tuple[float | None, float]] = {}
    table = rows()
    for domain in dict.fromkeys(row.domain for row in table):
        members = [row for row in table if row.domain == domain]
        planned = sum(row.weight for row in members)
        for region in REGIONS:
            total, weight = 0.0, 0.0
            for row in members:
                normalised = scores(row, method)
                if region in normalised:
                    total += row.weight * normalised[region]
                    weight += row.weight
            coverage = weight / planned
            enough = weight > 0 and coverage >= MINIMUM_COVERAGE
            result[region, domain] = (total / weight if enough else None, coverage)
    return result


@cache
def domain_ranks() -> dict[tuple[str, str], int]:
    """(region, domain) → rank of the domain inside the region by zscore, 1 = most fragile."""
    scored = domain_scores("zscore")
    ranks = {}
    for (region, domain), (own, _) in scored.items():
        if own is None:
            continue
        better = 0
        for (other_region, _), (other, _) in scored.items():
            if other_region == region and other is not None and round(other, 9) > round(own, 9):
                better += 1
        ranks[region, domain] = better + 1
    return ranks


def usable(actor: str, workbook: Path = WORKBOOK) -> list[Figure]:
    """What an actor is published to say of fragility: no doubt on it, whole population, a domain."""
    measures = ("note_fragilite_sur_10", "part_priorite_pct")
    return [
        figure
        for figure in figures(workbook)
        if figure.actor == actor
        and figure.measure in measures
        and figure.domain
        and figure.subpopulation == ""
        and figure.reliability in ("confirme", "publie")
    ]


def gaps(actor: str) -> dict[tuple[str, str, str, str], tuple[int, int, int]]:
    """(region, domain, wave, measure) → (objective rank, lowest gap, highest gap), for published ranks."""
    ranks = domain_ranks()
    result = {}
    for figure in usable(actor):
        if figure.low is None or figure.high is None:
            continue
        for region in figure.regions:
            if region in REGIONS:
                objective = ranks[region, figure.domain]
                key = (region, figure.domain, figure.wave, figure.measure)
                result[key] = (objective, objective - figure.high, objective - figure.low)
    return result
