"""The comparison to take away: every difference, as numbers, with what each edition is."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from exports.editions.frames import comparison_workbook
from exports.stamp import Stamp
from indicators.editions.effects import Effects, effects
from indicators.results import Results
from indicators.vocabulary import Vocabulary, either
from loaders.editions.changes import compare
from loaders.editions.table import table
from loaders.store import Store
from tests import made

CODES = (made.FRANCE, "11", "24", "27")


def results(*numbers: object, told: bool = False) -> Results:
    indicators = [made.indicator("e", "emploi", 5), made.indicator("s", "sante", 6)]
    figures = [made.figure(2, ["11"], "emploi", perimeter="Nord")] if told else []
    columns: dict[str, dict[str, object]] = {
        "e": dict(zip(CODES, (0, *numbers), strict=True)),
        "s": dict(zip(CODES, (0, 1, 2, 3), strict=True)),
    }
    return Results(Store.in_memory(made.edition(columns, indicators, figures)))


@pytest.fixture(scope="module")
def found() -> tuple[Effects, Vocabulary]:
    before, after = results(1, 2, 3), results(2, 1, None, told=True)
    return effects(before, after, table(compare(before.store, after.store).changes)), either(
        before.vocabulary(), after.vocabulary()
    )


def read(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def rows(sheet: Any) -> list[dict[str, object]]:
    """Return the rows under the headings, which follow a band when the data are invented."""
    lines = [list(line) for line in sheet.iter_rows(values_only=True)]
    first = next(
        number for number, line in enumerate(lines) if "Avant" in line or "Écart avant (rangs)" in line
    )
    return [dict(zip(map(str, lines[first]), line, strict=True)) for line in lines[first + 1 :]]


def test_each_sheet_has_every_difference_as_numbers(found: tuple[Effects, Vocabulary]) -> None:
    changed, known = found
    change = table(()).reindex(columns=table(()).columns)
    book = read(comparison_workbook(Stamp("Trois scores changent"), change, changed, known, ["Ancienne : a"]))
    assert book.sheetnames == ["À propos", "Notes", "Cellules", "Scores", "Rangs", "Écarts"]
    scores = rows(book["Scores"])
    assert [row["Avant"] for row in scores] == [_cell(value) for value in changed.scores["before_score"]]
    assert [row["Après"] for row in scores] == [_cell(value) for value in changed.scores["after_score"]]
    assert {row["Rang parmi"] for row in rows(book["Rangs"])} <= {"les régions", "les domaines de la région"}
    gaps = rows(book["Écarts"])
    assert {row["Périmètre de l’enquête"] for row in gaps} == {"Nord"}
    assert [row["Sens avant"] for row in gaps] == [None] * len(gaps)


def test_a_cell_of_the_workbook_is_never_a_formula(found: tuple[Effects, Vocabulary]) -> None:
    change = {name: [""] for name in table(()).columns} | {
        "kind": ["modifiee"], "sheet": ["Perceptions"], "before": ["=1+1"], "after": ["@SUM(A1)"]
    }  # fmt: skip
    stamp = Stamp("Une cellule change", fictional=True)
    book = read(comparison_workbook(stamp, pd.DataFrame(change), *found, []))
    cells = rows(book["Cellules"])
    assert (cells[0]["Changement"], cells[0]["Feuille"]) == ("modifiée", "Perceptions")
    assert all(cell.data_type != "f" for line in book["Cellules"].iter_rows() for cell in line)
    assert "DONNÉES FICTIVES" in str(book["Cellules"]["A1"].value)


def _cell(value: Any) -> object:
    return None if pd.isna(value) else pytest.approx(value)
