"""The numbers of an indicator's years, and how far each territory has moved since the first that compares."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from exports.figures.names import Names
from exports.figures.rows import COMPUTED, Row, ends, missing, noted, one, text
from exports.numbers import numbers
from indicators.past import since
from indicators.rows import Fields, each
from readings.past.words import STABLE
from wording.mentions import WORKBOOK
from wording.typography import typed

CHANGE = "Différence avec l’année la plus récente"
BROKEN = "définition changée ensuite"


def past(rows: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Return one row a year x territory, then one a territory that compares; `rows`: `indicators.past`."""
    told = [_dated(row, names) for row in each(rows)]
    return numbers(pd.DataFrame([*told, *_changes(rows, names)]))


def _about(row: Fields, names: Names) -> Row:
    return names.region(str(row.region_code)) | {
        "domain": names.domains.get(text(row.domain_code), ""),
        "unit": typed(str(row.unit)),
    }


def _dated(row: Fields, names: Names) -> Row:
    known = {"value": one(row.value)} if row.status == "value" else ends(row.low, row.high)
    changed = "" if row.joined else f"{BROKEN}\u202f: {typed(row.rupture)}"
    return (
        _about(row, names)
        | {"measure": typed(str(row.label)), "period": row.year, "sheet": row.sheet, "cell": row.cell}
        | {"source": typed(row.source) or WORKBOOK}
        | (known or missing())
        | {"note": noted(row.note, changed)}
    )


def _changes(rows: pd.DataFrame, names: Names) -> Iterator[Row]:
    for row in each(since(rows)):
        yield _about(row, names) | {
            "measure": CHANGE,
            "value": row.change,
            "unit": "points" if row.unit == "%" else typed(str(row.unit)),
            "period": f"{row.year} – {row.now_year}",
            "source": COMPUTED,
            "note": STABLE if row.stable else "",
        }
