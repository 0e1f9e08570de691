"""The published workbook with a few values taken out, and every rank they could lead to, by plain loops."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from statistics import mean, pstdev

from openpyxl import load_workbook

from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from tests import boring, boring_draws

# Region by domain: three values of domains that one indicator measures.
HOLES = (("53", "emploi"), ("94", "emploi"), ("53", "sante"))


@cache
def workbook() -> Path:
    """The workbook without these values, written once for all the tests of a process, and gone with it."""
    book = load_workbook(boring.WORKBOOK)
    for region, domain in HOLES:
        sheet, _, cell = _row(domain).cells[region].partition("!")
        book[sheet][cell].value = None
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder, "essai_troue_FICTIF.xlsx")
    book.save(path)
    return path


@cache
def results() -> Results:
    """What the workbook gives once these values are taken out."""
    return Results(Store.in_memory(load(workbook())))


@cache
def reached(domain: str) -> dict[str, tuple[int, int]]:
    """Return the best and the worst rank of each region: every absent value at both ends, one by one."""
    row = _row(domain)
    holes = [region for region, holed in HOLES if holed == domain]
    oriented = {
        code: (row.direction or 0) * row.numbers[code]
        for code in boring.REGIONS
        if code in row.numbers and code not in holes
    }
    ends = (min(oriented.values()), max(oriented.values()))
    ranks: dict[str, list[int]] = {code: [] for code in boring.REGIONS}
    fillings = [dict(zip(holes, filling, strict=True)) for filling in product(ends, repeat=len(holes))]
    # As they are ranked today, without the absent ones, then with every filling of these.
    for filled in (oriented, *(oriented | more for more in fillings)):
        for code, value in filled.items():
            ranks[code].append(1 + sum(other > value for other in filled.values()))
    return {code: (min(found), max(found)) for code, found in ranks.items() if found}


@cache
def together(domains: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """Return the same of the mean of several domains, each in deviations from the mean of its regions."""
    known = {
        domain: {region: value for region, value in own.items() if (region, domain) not in HOLES}
        for domain, own in boring_draws.columns().items()
        if domain in domains
    }
    holes = [(region, domain) for region, domain in HOLES if domain in known]
    both = [(min(known[domain].values()), max(known[domain].values())) for _, domain in holes]
    ranks: dict[str, list[int]] = {code: [] for code in boring.REGIONS}
    for filling in ((), *product(*both)):
        filled = {domain: dict(own) for domain, own in known.items()}
        for (region, domain), value in zip(holes, filling, strict=bool(filling)):
            filled[domain][region] = value
        scores = {domain: boring_draws.comparable(own, "zscore") for domain, own in filled.items()}
        for code, rank in _placed(list(scores.values())).items():
            ranks[code].append(rank)
    return {code: (min(found), max(found)) for code, found in ranks.items() if found}


def _placed(scores: list[dict[str, float]]) -> dict[str, int]:
    """Return the rank of each region by the mean of the scores it has, at least half of them."""
    own = {code: [one[code] for one in scores if code in one] for code in boring.REGIONS}
    means = {
        code: round(sum(some) / len(some), 9) for code, some in own.items() if 2 * len(some) >= len(scores)
    }
    return {code: 1 + sum(other > mean for other in means.values()) for code, mean in means.items()}


@cache
def inside() -> dict[tuple[str, str], tuple[int, int]]:
    """Return the best and the worst rank of each domain inside each region, in the same way."""
    rows = [row for row in boring.rows() if row.domain and row.direction and row.numbers]
    holes = set(HOLES)
    kept = {
        row.domain: {
            code: (row.direction or 0) * number
            for code, number in row.numbers.items()
            if code in boring.REGIONS and (code, row.domain) not in holes
        }
        for row in rows
        if row.domain
    }
    found: dict[tuple[str, str], list[int]] = {}
    ends = [(min(kept[domain].values()), max(kept[domain].values())) for _, domain in HOLES]
    for filling in (None, *product(*ends)):
        filled = {domain: dict(values) for domain, values in kept.items()}
        for (region, domain), value in zip(HOLES, filling or (), strict=False):
            filled[domain][region] = value
        for place, rank in _ranked_inside(filled):
            found.setdefault(place, []).append(rank)
    return {place: (min(ranks), max(ranks)) for place, ranks in found.items()}


def _ranked_inside(filled: dict[str, dict[str, float]]) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield the rank of each domain inside each region, by standard deviations between the regions."""
    scores = {
        domain: {code: round((value - mean(every)) / pstdev(every), 9) for code, value in values.items()}
        for domain, values in filled.items()
        for every in [list(values.values())]
    }
    for region in boring.REGIONS:
        own = {domain: values[region] for domain, values in scores.items() if region in values}
        for domain, score in own.items():
            yield (region, domain), 1 + sum(other > score for other in own.values())


def _row(domain: str) -> boring.Row:
    """Return the indicator that measures a domain."""
    return next(row for row in boring.rows() if row.domain == domain and row.numbers)
