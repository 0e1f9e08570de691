"""The training workbook: the published one, more indicators under its own, and other surveys."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.boring import WORKBOOK as PUBLISHED
from tests.boring import header_code, headers
from tests.fictional import fill
from tests.training import surveys, years
from tests.training.cells import cells
from tests.training.indicators import Invented, invented, values

WORKBOOK = PUBLISHED.with_name("formation_FICTIF.xlsx")
WARNING = (
    "DONNÉES FICTIVES, pour la formation\u202f: toutes les lignes de «\u00a0Perceptions\u00a0» et, dans "
    "«\u00a0Données territoriales\u00a0» et «\u00a0Années antérieures\u00a0», toutes celles dont l’INDICE "
    "commence par FICTIF sont inventées."
)
SOURCE = "Données FICTIVES (sujet suivi par {})"
_SHEET, _HEADER = "Données territoriales", 4
# One indicator in six counts double, one in six half.
_WEIGHTS = (0.5, 1, 1, 1, 1, 2)
# One indicator in four has its error published, one of these in five as half a 95 % interval.
_ERROR, _WITH_ERROR, _AS_INTERVAL = "Erreur", 0.25, 0.2


def make() -> Workbook:
    """Return the workbook, made anew."""
    book = load_workbook(PUBLISHED)
    book["Lisez-moi"]["A1"] = WARNING
    sheet = book[_SHEET]
    sheet["A3"] = WARNING
    sheet.cell(_HEADER, sheet.max_column + 1, _ERROR)
    columns = headers(sheet, _HEADER)
    places = {code: column for text, column in columns.items() if (code := header_code(text))}
    population = _population(sheet, columns, places)
    axes = {str(row[0]): str(row[4]) for row in book["Domaines"].iter_rows(min_row=2, values_only=True)}
    past = book.create_sheet(years.SHEET, book.sheetnames.index(_SHEET) + 1)
    for name, column in [*columns.items(), (years.RUPTURE, len(columns) + 1)]:
        past.cell(1, column, name)
    for number, one in enumerate(invented()):
        now = values(one, population)
        row = _row(sheet, columns, _told(one, axes[one.domain]) | {_ERROR: _error(one)})
        _fill(sheet, row, places, one, cells(one, now))
        for then in years.earlier(number, one, now):
            told = _told(then.one, axes[one.domain]) | {years.RUPTURE: then.rupture or None}
            row = _row(past, columns | {years.RUPTURE: len(columns) + 1}, told)
            _fill(past, row, places, one, then.values)
    fill(book["Perceptions"], surveys.lines(population))
    return book


def _row(sheet: Worksheet, columns: dict[str, int], told: Mapping[str, str | float | None]) -> int:
    row = sheet.max_row + 1
    for name, words in told.items():
        sheet.cell(row, columns[name], words)
    return row


def _fill(
    sheet: Worksheet, row: int, places: dict[str, int], one: Invented, held: Mapping[str, float | str | None]
) -> None:
    for code, value in held.items():
        sheet.cell(row, places[code], value).number_format = _number_format(one)


def _population(sheet: Worksheet, columns: dict[str, int], places: dict[str, int]) -> dict[str, float]:
    """Inhabitants of each territory, which the table has."""
    row = next(cell.row for cell in next(sheet.iter_cols(columns["INDICE"])) if cell.value == "DS.1")
    return {code: float(str(sheet.cell(row, column).value)) for code, column in places.items()}


def _told(one: Invented, axis: str) -> dict[str, str | float]:
    return {
        "DIMENSION": axis,
        "CRITERES": one.criterion,
        "INDICATEURS": one.label,
        "SOURCES": SOURCE.format(one.producer),
        "INDICE": one.code,
        "Année": one.year,
        "Domaine": one.domain,
        "Sens": one.direction,
        "Unité": one.unit,
        "Poids": Random(f"{one.code}, poids").choice(_WEIGHTS),
    }


def _error(one: Invented) -> str | float | None:
    """Invent the standard error of an indicator, a tenth to a quarter of its spread; None for most."""
    chance = Random(f"{one.code}, erreur")
    if chance.random() >= _WITH_ERROR:
        return None
    error = one.spread * chance.uniform(0.1, 0.25)
    if chance.random() < _AS_INTERVAL:
        return f"± {1.96 * error:.2g}".replace(".", ",")
    return float(f"{error:.2g}")


def _number_format(one: Invented) -> str:
    whole = "#,##0" if one.level >= 1000 else "0"
    return f"{whole}.{'0' * one.decimals}" if one.decimals else whole
