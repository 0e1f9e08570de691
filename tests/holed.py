"""The published workbook with a few values taken out, and every rank they could lead to, by plain loops."""

from __future__ import annotations

import tempfile
from functools import cache
from itertools import product
from pathlib import Path

from openpyxl import load_workbook

from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from tests import boring

# Region by domain: three values of domains that one indicator measures.
HOLES = (("53", "emploi"), ("94", "emploi"), ("53", "sante"))


@cache
def results() -> Results:
    """What the workbook gives once these values are taken out."""
    book = load_workbook(boring.WORKBOOK)
    for region, domain in HOLES:
        sheet, _, cell = _row(domain).cells[region].partition("!")
        book[sheet][cell].value = None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "essai_troue_FICTIF.xlsx")
        book.save(path)
        return Results(Store.in_memory(load(path)))


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


def _row(domain: str) -> boring.Row:
    """Return the indicator that measures a domain."""
    return next(row for row in boring.rows() if row.domain == domain and row.numbers)
