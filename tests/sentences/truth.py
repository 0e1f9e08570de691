"""What is true of the workbooks, by plain loops (`tests.boring`): what the claims are held against.

Nothing of the product is asked, but the bounds of the intervals of the gaps: what is made of them (a sign, or
none) is decided here a second time.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd

from tests import boring, boring_gaps
from tests.boring import REGIONS
from tests.sentences.visit import workbook

ACTORS = ("citoyens", "entreprises", "associations", "maires", "elus_locaux")
# (actor, region, domain, wave) → by measure, the sign that its figure allows.
Signs = dict[tuple[str, str, str, str], dict[str, str]]
READINGS = ("rank", "standardised", "native")
POSITIVE, NEGATIVE, SAME, NONE = "plus", "moins", "même", "non établi"


@cache
def rows_of(domain: str) -> list[boring.Row]:
    """Return the indicators of a domain that have a number for some region."""
    return [row for row in boring.rows() if row.domain == domain and set(row.numbers) & set(REGIONS)]


@cache
def region_ranks(domain: str) -> dict[str, int]:
    """Return the rank of each region in a domain, 1 = the most fragile; ties share the better rank."""
    scores = {region: boring.domain_scores("zscore")[region, domain][0] for region in REGIONS}
    known = {region: round(score, 9) for region, score in scores.items() if score is not None}
    return {region: 1 + sum(other > own for other in known.values()) for region, own in known.items()}


def inside_rank(region: str, domain: str) -> int | None:
    """Return the rank of a domain inside a region, 1 = the most fragile."""
    return boring.domain_ranks().get((region, domain))


@cache
def figures(data: str) -> list[boring.Figure]:
    """Return the rows of « Perceptions » that may speak of fragility, whoever speaks."""
    return [figure for actor in ACTORS for figure in boring.usable(actor, workbook(data))]


@cache
def published_pairs(data: str) -> set[tuple[str, str, str]]:
    """Return (actor, region, wave) of every figure of a survey, whatever it measures."""
    found = set()
    for name in ("Perceptions", "Alliances"):
        for row in sheet_rows(data, name):
            for region in row.get("Codes région", "").split():
                found.add(
                    (row.get("Acteur", ""), region, f"{row.get('Programme')} {row.get('Date', '')[:4]}")
                )
    return found


@cache
def sheet_rows(data: str, name: str) -> list[dict[str, str]]:
    """Return the rows of a sheet by heading, as texts; nothing when the workbook has no such sheet."""
    book = openpyxl.load_workbook(workbook(data), read_only=True, data_only=True)
    if name not in book.sheetnames:
        return []
    heads, *rows = book[name].iter_rows(values_only=True)
    return [
        {str(head): "" if value is None else str(value) for head, value in zip(heads, row, strict=False)}
        for row in rows
        if any(value is not None for value in row)
    ]


@cache
def sizes(data: str) -> set[tuple[str, str, str]]:
    """Return (actor, wave, region) of the figures whose number of answers the workbook gives."""
    found = set()
    for row in sheet_rows(data, "Perceptions"):
        # Some sizes are printed in the words of the base only.
        if row.get("Effectif") or re.search(r"\d{2,} (?:personnes|répondants)", row.get("Base", "")):
            for region in row["Codes région"].split():
                found.add((row["Acteur"], f"{row['Programme']} {row['Date'][:4]}", region))
    return found


@cache
def signs(data: str) -> Signs:
    """Return the sign that each figure allows to state, decided from its readings and their bounds."""
    from tests.sentences.collect import results  # noqa: PLC0415 - a worker that states no gap draws none

    found: Signs = {}
    for actor in ACTORS:
        gaps = results(data).crossed(actor, None).gaps
        for row in gaps.to_dict("records"):
            key = (actor, str(row["region_code"]), str(row["domain_code"]), str(row["wave"]))
            measure = str(row["measure"])
            found.setdefault(key, {})[measure] = _sign(row, points(data, actor, key, measure))
    return found


@cache
def signs_by_place(data: str) -> dict[tuple[str, str, str], dict[str, dict[str, str]]]:
    """Return the same by (actor, region, domain), then by wave."""
    found: dict[tuple[str, str, str], dict[str, dict[str, str]]] = {}
    for (actor, region, domain, wave), own in signs(data).items():
        found.setdefault((actor, region, domain), {})[wave] = own
    return found


def points(data: str, actor: str, key: tuple[str, str, str, str], measure: str) -> dict[str, float]:
    """Return the readings of a gap, recomputed: each of them that can be."""
    book, (_, region, domain, wave) = workbook(data), key
    asked = (region, domain, wave, measure)
    ranks = _ranks(actor, book)
    found = {
        "rank": ranks.get(asked),
        "standardised": _standardised(actor, book).get(asked),
        "native": _native(actor, book).get(asked),
    }
    return {name: number for name, number in found.items() if number is not None}


def _sign(row: Mapping[Hashable, Any], known: Mapping[str, float]) -> str:
    """Decide: all the readings have one sign, their bounds too, and a note never decides alone."""
    sides = {name: side for name in READINGS if (side := _side(row, name))}
    stated = set(sides.values())
    if set(sides) <= {"native"} or len(stated) != 1:
        return NONE
    side = stated.pop()
    expected = {POSITIVE: 1, NEGATIVE: -1, SAME: 0}.get(side)
    agree = all((number > 0) - (number < 0) == expected for number in known.values())
    return side if agree else NONE


def _side(row: Mapping[Hashable, Any], reading: str) -> str:
    """Say on which side of 0 the interval of a reading is; "" for a reading that cannot be computed."""
    ends = [row[f"{reading}_gap_{end}"] for end in ("low", "high")]
    if any(pd.isna(end) for end in ends):
        return ""
    low, high = map(float, ends)
    if low == high == 0:
        return SAME
    return POSITIVE if low > 0 else NEGATIVE if high < 0 else NONE


def rank_gaps(data: str, actor: str) -> dict[boring_gaps.Key, float]:
    """Return the gaps in ranks of one actor, recomputed."""
    return _ranks(actor, workbook(data))


@cache
def _ranks(actor: str, workbook: Path) -> dict[boring_gaps.Key, float]:
    exact: dict[boring_gaps.Key, float] = dict(boring_gaps.ranks_of_notes(actor, workbook))
    ranks = boring.domain_ranks()
    for figure in boring.usable(actor, workbook):
        if figure.low is not None and figure.low == figure.high:
            for region in set(figure.regions) & set(REGIONS):
                if (region, figure.domain) in ranks:
                    key = (region, figure.domain, figure.wave, figure.measure)
                    exact[key] = ranks[region, figure.domain] - figure.low
    return exact


@cache
def _standardised(actor: str, workbook: Path) -> dict[boring_gaps.Key, float]:
    return boring_gaps.standardised(actor, workbook)


@cache
def _native(actor: str, workbook: Path) -> dict[boring_gaps.Key, float]:
    return boring_gaps.native(actor, workbook)


@cache
def asked_twice(data: str, actor: str) -> list[str]:
    """Return the questions (measure, domain, detail, place) that an actor is asked in two waves or more."""
    waves: dict[str, set[str]] = {}
    for name in ("Perceptions", "Alliances"):
        for row in sheet_rows(data, name):
            if row.get("Acteur") == actor and row.get("Valeur"):
                asked = "|".join(
                    row.get(head, "") for head in ("Mesure", "Domaine", "Détail", "Codes région")
                )
                waves.setdefault(asked, set()).add(row.get("Date", "")[:4])
    return [asked for asked, dates in waves.items() if len(dates) > 1]
