"""One table of a workbook: frozen heading, filter, widths, coloured statuses."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TypeAlias

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.cells import Cell, cell, rows, starts_formula
from exports.sheets.styles import Styles
from wording import mentions

STATUS = "Statut"
VALUE = "Valeur"
Shown: TypeAlias = Mapping[tuple[str, str, float], int]
_NARROWEST, _WIDEST = 9, 60
# Widths are chosen on the first rows: a longer text further down is cut on screen, not in the cell.
_MEASURED = 300
# What Excel takes in one cell.
LONGEST_TEXT = 32_767


def write_table(
    place: Worksheet, looks: Styles, frame: pd.DataFrame, shown: Shown, *, fictional: bool
) -> None:
    """Write a frame from the first row on; invented data have a band above the heading."""
    first = write_band(place, looks) if fictional else 0
    headings = [str(cell(str(name))) for name in frame.columns]
    lines = list(rows(frame))
    for column, heading in enumerate(headings):
        place.set_column(column, column, _width(heading, [line[column] for line in islice(lines, _MEASURED)]))
        write_text(place, first, column, heading, looks, looks.header)
    for row, line in enumerate(lines, start=first + 1):
        look = _number_look(dict(zip(headings, line, strict=True)), shown, looks)
        for column, value in enumerate(line):
            number = look if headings[column] == VALUE else looks.number
            _write(place, (row, column), value, looks, number, status=headings[column] == STATUS)
    place.freeze_panes(first + 1, 0)
    place.repeat_rows(0, first)
    if headings:
        place.autofilter(first, 0, first + len(lines), len(headings) - 1)


def write_band(place: Worksheet, looks: Styles) -> int:
    """Say on the first row that the data are invented; return the row that follows."""
    place.set_row(0, 24, looks.band)
    place.write_string(0, 0, mentions.NOT_MEASURED, looks.band)
    return 1


def write_text(place: Worksheet, row: int, column: int, text: str, looks: Styles, look: object) -> None:
    """Write a text as a text; one that would start a formula stays a text when the cell is edited."""
    chosen = looks.quoted if starts_formula(text) and look is looks.cell else look
    place.write_string(row, column, text[:LONGEST_TEXT], chosen)


def _number_look(line: Mapping[str, Cell], shown: Shown, looks: Styles) -> Format:
    """Choose how the value of a line is shown: as in the cell it comes from, when it is that cell's own."""
    value = line.get(VALUE)
    if not isinstance(value, int | float):
        return looks.number
    decimals = shown.get((str(line.get("Feuille")), str(line.get("Cellule")), value))
    return looks.number if decimals is None else looks.shown[decimals]


def _write(
    place: Worksheet, at: tuple[int, int], value: Cell, looks: Styles, number: Format, *, status: bool
) -> None:
    if isinstance(value, bool):
        place.write_string(*at, "oui" if value else "non", looks.cell)
    elif isinstance(value, int | float):
        place.write_number(*at, value, number)
    elif value:
        look = looks.statuses.get(value, looks.cell) if status else looks.cell
        write_text(place, *at, value, looks, look)


def _width(heading: str, values: list[Cell]) -> int:
    longest = max((len(str(value)) for value in [heading, *values] if value is not None), default=0)
    return min(max(longest + 2, _NARROWEST), _WIDEST)
