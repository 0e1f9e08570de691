"""The only module that opens a workbook with openpyxl: from bytes to sheets of raw cells."""

from __future__ import annotations

import datetime
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

from loaders import guard, package
from loaders.addresses import address
from loaders.number_format import shown
from loaders.records import RawCell

# openpyxl validates little and fails as Python does when a file is not what Excel would have written. The
# file has passed `guard` and `package` by then: whatever is left is damage, and gets one sentence.
_READING_ERRORS = (
    ArithmeticError,
    AttributeError,
    InvalidFileException,
    LookupError,
    MemoryError,
    RecursionError,
    SyntaxError,
    TypeError,
    *guard.ARCHIVE_ERRORS,
)

_Value = bool | int | float | str | datetime.date | datetime.time | datetime.timedelta | None
_VALUES = (bool, int, float, str, datetime.date, datetime.time, datetime.timedelta)


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells by (row, column) from 1, and for each merged cell the one that holds its text."""

    name: str
    cells: dict[tuple[int, int], RawCell]
    anchors: dict[tuple[int, int], tuple[int, int]]
    hidden: bool
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]

    def at(self, row: int, column: int) -> RawCell | None:
        """The cell at this place; inside a merged area, the cell that holds the text of the area."""
        return self.cells.get(self.anchors.get((row, column), (row, column)))

    def is_merged(self, row: int, column: int) -> bool:
        """True when the place belongs to a merged area."""
        return (row, column) in self.anchors


def read(data: bytes) -> tuple[Sheet, ...]:
    """All sheets of a workbook. Raises `WorkbookRefused` when it is not one, is hostile, or is damaged."""
    with guard.open_archive(data) as archive:
        package.check_parts(archive)
    try:
        with warnings.catch_warnings():
            # What openpyxl warns about (styles, extensions, print areas) is nothing a reader of figures can
            # act on.
            warnings.simplefilter("ignore")
            formulas = load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
            results = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        return sheets(formulas, results)
    except _READING_ERRORS as error:
        raise guard.refuse(
            "archive_illisible",
            "Le classeur est endommagé : son contenu ne peut pas être lu.",
            "L’ouvrir dans Excel ou LibreOffice et l’enregistrer à nouveau.",
        ) from error


def sheets(formulas: Workbook, results: Workbook) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook opened twice: with its formulas, and with their results."""
    return tuple(
        _sheet(written, computed)
        for written, computed in zip(formulas.worksheets, results.worksheets, strict=True)
    )


def _sheet(written: Worksheet, computed: Worksheet) -> Sheet:
    anchors = {
        (row, column): (area.min_row, area.min_col)
        for area in written.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    areas = {(area.min_row, area.min_col): area.coord for area in written.merged_cells.ranges}
    return Sheet(
        name=written.title,
        cells={place: _raw_cell(cell, computed, areas.get(place, "")) for place, cell in _filled(written)},
        anchors=anchors,
        hidden=written.sheet_state != "visible",
        hidden_rows=frozenset(row for row, size in written.row_dimensions.items() if size.hidden),
        hidden_columns=_hidden_columns(written),
    )


def _filled(sheet: Worksheet) -> Iterator[tuple[tuple[int, int], Cell]]:
    """The cells that hold something.

    The public iterators walk the whole rectangle, up to 17 billion places when one cell sits in the last
    corner: hence the dictionary behind them.
    """
    for place, cell in sorted(sheet._cells.items()):  # noqa: SLF001
        if not isinstance(cell, MergedCell) and cell.value is not None:
            yield place, cell


def _raw_cell(cell: Cell, computed: Worksheet, merged_range: str) -> RawCell:
    result = computed._cells[cell.row, cell.column]  # noqa: SLF001 - see `_filled`
    value = _plain(result.value)
    code = cell.number_format
    return RawCell(
        sheet=computed.title,
        cell=address(cell.row, cell.column),
        row_number=cell.row,
        column_number=cell.column,
        value=value,
        text=_text(value, code),
        number_format=code,
        formula=_formula(cell),
        is_error=result.data_type == "e",
        merged_range=merged_range,
    )


def _plain(value: object) -> _Value:
    """What a computed cell can hold; openpyxl's types also allow what only formulas and rich text use."""
    return value if isinstance(value, _VALUES) else str(value) if value is not None else None


def _text(value: object, code: str) -> str:
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, int | float):
        # Numbers without a written form (infinite, or hundreds of digits) are refused later, by name.
        return shown(value, code) if isfinite(value) and abs(value) < 1e20 else str(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return "" if value is None else str(value)


def _formula(cell: Cell) -> str:
    if cell.data_type != "f":
        return ""
    value = cell.value
    if isinstance(value, ArrayFormula):
        return value.text or "="
    return "=TABLE()" if isinstance(value, DataTableFormula) else str(value)


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    return frozenset(
        column
        for size in sheet.column_dimensions.values()
        if size.hidden
        for column in range(size.min or 0, min(size.max or 0, 16_384) + 1)
    )
