"""Years that no figure has yet, or that none had: a slip of the keyboard, unless it is a projection."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from loaders.findings import Findings
from loaders.naming import quote

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# No regional statistics of ours are older.
_FIRST = 1900
_SHOWN = 5


def check_years(told: Iterable[tuple[str, str]], sheet: str, findings: Findings, last: int = 0) -> None:
    """Ask about each year (cell, text) after the next one or before 1900, once for all its cells.

    `last`: the last year of which figures may be published; by the clock, which is why this only asks: a
    workbook is read alike whatever the day.
    """
    last = last or datetime.now(UTC).year + 1
    cells: defaultdict[str, list[str]] = defaultdict(list)
    for cell, text in told:
        if any(not _FIRST <= int(year) <= last for year in _YEAR.findall(text)):
            cells[text].append(cell)
    for text, places in cells.items():
        shown = ", ".join(places[:_SHOWN]) + ("…" if len(places) > _SHOWN else "")
        findings.alert(
            "annee_improbable",
            sheet,
            places[0],
            f"{quote(text)} ({shown})\u202f: une année à venir, ou antérieure à {_FIRST}.",
            "Vérifier l’année dans le document publié\u202f; celle d’une projection est juste.",
        )
