"""The only module that reads a workbook with openpyxl: from bytes to sheets of raw cells.

openpyxl reads the cells (numbers, dates, errors, formulas); the rest of what it can read of a workbook is
left alone, because a drawing, a comment or a date of the document that it cannot read would lose the figures.
"""

from __future__ import annotations

import datetime
import warnings
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import cast
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import iterparse
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from loaders.file import guard, package
from loaders.file.addresses import address
from loaders.file.contents import MAIN, Contents, transitional
from loaders.file.number_format import shown
from loaders.file.richtext import Piece, Written, pieces, written
from loaders.file.sheet import Sheet, shown_sheet
from loaders.file.styles import CellStyle, read_styles
from loaders.records import RawCell

# openpyxl validates little and fails as Python does when a file is not what Excel would have written. The
# file has passed `guard` and `package` by then: whatever is left is damage, and gets one sentence.
_READING_ERRORS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    SyntaxError,
    TypeError,
    *guard.ARCHIVE_ERRORS,
)

_Place = tuple[int, int]
_Value = bool | int | float | str | datetime.date | datetime.time | datetime.timedelta | None
_VALUES = (bool, int, float, str, datetime.date, datetime.time, datetime.timedelta)
_TRUE = {"1", "true"}
_LAST_COLUMN = 16_384


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a workbook; `strict` when it is written as Excel's « Open XML Strict »."""

    sheets: tuple[Sheet, ...]
    strict: bool


def read(data: bytes) -> Book:
    """Read a workbook. Raises `WorkbookRefused` when it is not one, is hostile, or is damaged."""
    with guard.open_archive(data) as archive:
        contents = package.check_parts(archive)
        try:
            with warnings.catch_warnings():
                # What openpyxl warns about is nothing a reader of figures can act on.
                warnings.simplefilter("ignore")
                return Book(_sheets(archive, contents), contents.strict)
        except _READING_ERRORS as error:
            raise guard.refuse(
                "archive_illisible",
                "Le classeur est endommagé\u202f: son contenu ne peut pas être lu.",
                "L’ouvrir dans Excel ou LibreOffice et l’enregistrer à nouveau.",
            ) from error


def _sheets(archive: zipfile.ZipFile, contents: Contents) -> tuple[Sheet, ...]:
    styles: Sequence[CellStyle] = (CellStyle(),)
    strings: list[tuple[Piece, ...]] = []
    if contents.styles:
        styles = read_styles(_root(archive, contents.styles), BUILTIN_FORMATS)
    if contents.strings:
        strings = [pieces(node) for node in _root(archive, contents.strings).iterfind(f"{MAIN}si")]
    found = []
    for sheet in contents.sheets:
        with package.opened(archive, sheet.part) as part:
            cells = _Cells(part, strings, styles, date1904=contents.date1904)
            cells.read(sheet.name)
            found.append(cells.sheet(sheet.name, hidden=sheet.hidden))
    return tuple(found)


def _root(archive: zipfile.ZipFile, part: str) -> Element:
    """The whole of a small part, under the names of the usual standard."""
    with package.opened(archive, part) as stream:
        for _, element in iterparse(stream, forbid_dtd=True):
            root = transitional(cast("Element", element))
    return root


class _Cells(WorkSheetParser):
    """openpyxl's reading of the cells of one sheet, with what is merged and what is hidden.

    openpyxl has two readings, formulas or results: here each cell is read once and gives both.
    """

    def __init__(
        self,
        source: package.Bounded,
        strings: Sequence[tuple[Piece, ...]],
        styles: Sequence[CellStyle],
        *,
        date1904: bool,
    ) -> None:
        super().__init__(
            source,
            # Handed back as they are for the cells that name them.
            cast("list[str]", strings),
            data_only=True,
            epoch=MAC_EPOCH if date1904 else WINDOWS_EPOCH,
            date_formats={n for n, style in enumerate(styles) if is_date_format(style.number_format)},
            timedelta_formats={
                n for n, style in enumerate(styles) if is_timedelta_format(style.number_format)
            },
        )
        self._styles = styles
        self._name = ""
        self._found: dict[_Place, RawCell] = {}
        self._merged: list[tuple[int, int, int, int]] = []

    def read(self, name: str) -> None:
        """Read all the cells, the merged areas and what is hidden. Raises one of `_READING_ERRORS`."""
        self._name = name
        element = None
        for _, element in iterparse(self.source, forbid_dtd=True):
            tag = transitional(element).tag.removeprefix(MAIN)
            if tag == "row":
                self.parse_row(element)
                element.clear()
            elif tag == "col":
                self.parse_column_dimensions(element)
            elif tag == "mergeCell":
                self._merged.append(CellRange(element.get("ref")).bounds)
        if element is None or element.tag != f"{MAIN}worksheet":
            raise ParseError(name)

    def parse_cell(self, element: Element) -> dict[str, object]:
        """Read one cell; called by openpyxl for each cell of a row."""
        inline = element.find(f"{MAIN}is")
        if inline is not None:
            element.remove(inline)
        cell = super().parse_cell(element)
        result: object = cell["value"] if inline is None else pieces(inline)
        if result is None and element.get("t") == "str" and element.find(f"{MAIN}v") is not None:
            result = ""  # a formula that was computed and shows nothing: Excel and LibreOffice write this
        formula = "" if element.find(f"{MAIN}f") is None else _formula(self.parse_formula(element))  # type: ignore[no-untyped-call]
        if result is not None or formula:
            place = (int(str(cell["row"])), int(str(cell["column"])))
            style = self._styles[int(str(cell["style_id"]))]
            is_error = cell["data_type"] == "e"
            self._found[place] = raw_cell(self._name, place, result, style, formula, is_error=is_error)
        return cell

    def sheet(self, name: str, *, hidden: bool) -> Sheet:
        """The sheet, once read."""
        hidden_columns = frozenset(
            column
            for size in self.column_dimensions.values()
            if _is_hidden(size)
            for column in range(int(size["min"]), min(int(size["max"]), _LAST_COLUMN) + 1)
        )
        rows = frozenset(int(row) for row, size in self.row_dimensions.items() if _is_hidden(size))
        return shown_sheet(
            name,
            self._found,
            self._merged,
            hidden=hidden,
            hidden_rows=rows,
            hidden_columns=hidden_columns,
        )


def raw_cell(
    sheet: str,
    place: tuple[int, int],
    result: object,
    style: CellStyle,
    formula: str = "",
    *,
    is_error: bool = False,
) -> RawCell:
    """A cell from what it holds: a value, or the pieces of a text. The area it is merged in comes later."""
    text = _written(result, style)
    value = text.text if isinstance(result, str | tuple) else _plain(result)
    return RawCell(
        sheet=sheet,
        cell=address(*place),
        row_number=place[0],
        column_number=place[1],
        value=None if text.look.struck else value,
        text="" if text.look.struck else text.text,
        number_format=style.number_format,
        formula=formula,
        is_error=is_error,
        merged_range="",
        struck=text.struck,
        raised=bool(text.look.height),
    )


def _is_hidden(size: dict[str, str]) -> bool:
    return size.get("hidden") in _TRUE


def _written(result: object, style: CellStyle) -> Written:
    """What the cell shows, with its marks raised and without what is crossed out."""
    if isinstance(result, tuple):
        return written(result, style.look)
    text = _text(_plain(result), style.number_format)
    return written((Piece(text, None),), style.look) if style.look.struck else Written(text, "", style.look)


def _formula(value: object) -> str:
    if isinstance(value, ArrayFormula):
        return value.text or "="
    return "=TABLE()" if isinstance(value, DataTableFormula) else str(value)


def _plain(value: object) -> _Value:
    """What a computed cell can hold; openpyxl's types also allow what only formulas and rich text use."""
    return value if isinstance(value, _VALUES) else str(value) if value is not None else None


def _text(value: object, code: str) -> str:
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, int | float):
        # Numbers without a written form (infinite, or hundreds of digits) are refused later, by name.
        written = isfinite(value) and (value == 0 or 1e-20 <= abs(value) < 1e20)
        return shown(value, code) if written else str(value)
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return _moment(value)
    return "" if value is None else str(value)


def _moment(value: datetime.date | datetime.time | datetime.timedelta) -> str:
    """A date as a French reader writes it, its hour only when it has one: 04/08/2024, 08:04, 32:00."""
    if isinstance(value, datetime.timedelta):
        minutes = round(value / datetime.timedelta(minutes=1))
        return f"{'-' if minutes < 0 else ''}{abs(minutes) // 60}:{abs(minutes) % 60:02}"
    hour = "" if type(value) is datetime.date else f"{value:%H:%M:%S}".removesuffix(":00")
    if isinstance(value, datetime.time):
        return hour
    day = f"{value.day:02}/{value.month:02}/{value.year:04}"
    return day if hour in {"", "00:00"} else f"{day} {hour}"
