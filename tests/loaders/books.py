"""Workbooks for tests: the real one as grids that can be bent, and written back to bytes in no time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from loaders.file import workbook as reader
from loaders.file.sheet import Sheet, shown_sheet
from loaders.file.styles import CellStyle
from loaders.records import RawCell

REAL = Path(__file__).resolve().parents[2] / "data" / "indicateurs_regionaux.xlsx"
TABLE = "Données territoriales"
HEADER_ROW = 4
# Enough rows of the other sheets to have every kind of them, few enough to be fast.
KEPT_ROWS = 8


@dataclass
class Grid:
    """One sheet: (row, column) → (value, number format), and merged areas (top, left, bottom, right)."""

    cells: dict[tuple[int, int], tuple[Any, str]] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    def set(self, row: int, column: int, value: Any, number_format: str = "General") -> None:
        if value is None:
            self.cells.pop((row, column), None)
        else:
            self.cells[row, column] = (value, number_format)

    def get(self, row: int, column: int) -> Any:
        return self.cells.get((row, column), (None, ""))[0]

    def column(self, header: str, header_row: int = HEADER_ROW) -> int:
        """The number of the column with this header, line breaks ignored."""
        for (row, column), (value, _) in self.cells.items():
            if row == header_row and str(value).replace("\n", " ") == header:
                return column
        raise KeyError(header)

    def row(self, text: str) -> int:
        """The number of the row that holds this text."""
        return next(
            row for (row, _), (value, _) in self.cells.items() if " ".join(str(value).split()) == text
        )

    def move(
        self,
        rows: Callable[[int], int] = lambda row: row,
        columns: Callable[[int], int] = lambda column: column,
    ) -> None:
        """Send every cell and every merged area elsewhere."""
        self.cells = {(rows(row), columns(column)): content for (row, column), content in self.cells.items()}
        self.merges = [
            (rows(top), columns(left), rows(bottom), columns(right))
            for top, left, bottom, right in self.merges
        ]


Book = dict[str, Grid]


@lru_cache(maxsize=1)
def _real() -> Book:
    book: Book = {}
    for sheet in load_workbook(REAL):
        grid = Grid()
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    grid.cells[cell.row, cell.column] = (cell.value, cell.number_format)
        grid.merges = [area.bounds for area in sheet.merged_cells.ranges]
        grid.merges = [(top, left, bottom, right) for left, top, right, bottom in grid.merges]
        book[sheet.title] = grid
    return book


def whole() -> Book:
    """A copy of the real workbook."""
    return {name: Grid(dict(grid.cells), list(grid.merges)) for name, grid in _real().items()}


def slim() -> Book:
    """The real table of indicators and domains, and the first rows of the other sheets."""
    book = whole()
    for name, grid in book.items():
        if name not in {TABLE, "Domaines"}:
            grid.cells = {place: content for place, content in grid.cells.items() if place[0] <= KEPT_ROWS}
            grid.merges = []
    return book


Look = Literal["strike", "superscript"]


def to_bytes(book: Book, looks: dict[tuple[str, int, int], Look] | None = None) -> bytes:
    """The workbook as an .xlsx file; `looks`: cells crossed out or raised as a whole."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, grid in book.items():
        sheet = workbook.create_sheet(name)
        for (row, column), (value, number_format) in grid.cells.items():
            cell = sheet.cell(row, column, value)
            if number_format != "General":
                cell.number_format = number_format
        for top, left, bottom, right in grid.merges:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    for (name, row, column), look in (looks or {}).items():
        font = Font(strike=True) if look == "strike" else Font(vertAlign=look)
        workbook[name].cell(row, column).font = font
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def to_sheets(book: Book) -> tuple[Sheet, ...]:
    """The workbook as the loaders read it from a file, in a fraction of the time that the file takes.

    What a file changes on its way (a formula has no result, a day becomes a moment) goes through a file of
    its own, without the rest.
    """
    read = _through_a_file(
        tuple(
            (name, *place, type(value).__name__, value, number_format)
            for name, grid in book.items()
            for place, (value, number_format) in grid.cells.items()
            if _filed(value)
        )
    )
    return tuple(_to_sheet(name, grid, read) for name, grid in book.items())


Filed = tuple[str, int, int, str, Any, str]


@lru_cache(maxsize=256)
def _through_a_file(filed: tuple[Filed, ...]) -> dict[tuple[str, int, int], RawCell]:
    book: Book = {}
    for name, row, column, _, value, number_format in filed:
        book.setdefault(name, Grid()).cells[row, column] = (value, number_format)
    sheets = reader.read(to_bytes(book)).sheets if book else ()
    return {(sheet.name, *place): cell for sheet in sheets for place, cell in sheet.cells.items()}


def _to_sheet(name: str, grid: Grid, read: dict[tuple[str, int, int], RawCell]) -> Sheet:
    cells = {
        place: _raw_cell(name, place, type(value).__name__, value, number_format)
        for place, (value, number_format) in grid.cells.items()
        if not _filed(value)
    }
    cells |= {(row, column): cell for (sheet, row, column), cell in read.items() if sheet == name}
    areas = [(left, top, right, bottom) for top, left, bottom, right in grid.merges]
    return shown_sheet(name, cells, areas)


@lru_cache(maxsize=20_000)
def _raw_cell(name: str, place: tuple[int, int], _kind: str, value: Any, number_format: str) -> RawCell:
    """A cell is what it was in the book before; `_kind`: 1, 1.0 and True are one key."""
    return reader.raw_cell(name, place, value, CellStyle(number_format))


def _filed(value: Any) -> bool:
    """Whether openpyxl may read a value otherwise than it wrote it."""
    if type(value) is str:
        return value == "" or value.startswith(("=", "#"))
    return type(value) not in {bool, int, float} or abs(value) > 2**53


def parts(data: bytes) -> dict[str, bytes]:
    """The files inside an .xlsx."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def part_of(book: Book, name: str) -> str:
    """The archive member that holds a sheet written by `to_bytes`."""
    return f"xl/worksheets/sheet{list(book).index(name) + 1}.xml"


def with_cells_xml(book: Book, sheet: str, cells: dict[tuple[int, int], str]) -> bytes:
    """The workbook with the XML of some cells replaced: what Excel writes and openpyxl cannot."""
    files = parts(to_bytes(book))
    name = part_of(book, sheet)
    text = files[name].decode()
    for (row, column), xml in cells.items():
        place = address(row, column)
        pattern = rf'<c r="{place}"[^>]*?(?:/>|>.*?</c>)'
        replacement = xml.replace("PLACE", place)
        text, count = re.subn(pattern, lambda _, by=replacement: by, text, count=1, flags=re.DOTALL)  # type: ignore[misc]
        if count != 1:
            raise KeyError(place)
    files[name] = text.encode()
    return zipped(files)


def with_cell_xml(book: Book, sheet: str, row: int, column: int, xml: str) -> bytes:
    """The workbook with the XML of one cell replaced."""
    return with_cells_xml(book, sheet, {(row, column): xml})


def as_excel_writes(data: bytes) -> bytes:
    """The same workbook with its texts in a shared table, as Excel and LibreOffice write them."""
    files = parts(data)
    texts: list[str] = []

    def share(match: re.Match[str]) -> str:
        texts.append(match[2])
        return f'<c{match[1]} t="s"><v>{len(texts) - 1}</v></c>'

    inline = r'<c((?: r="[^"]*"| s="[^"]*")*) t="inlineStr"><is>(.*?)</is></c>'
    for name in list(files):
        if name.startswith("xl/worksheets/sheet"):
            shared = re.sub(inline, share, files[name].decode(), flags=re.DOTALL)
            files[name] = shared.replace(' t="inlineStr" />', " />").encode()
    items = "".join(f"<si>{text}</si>" for text in texts)
    files["xl/sharedStrings.xml"] = (
        f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>'.encode()
    )
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    _append(
        files, "[Content_Types].xml", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{office}"/>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="rId999" Type="{kind}" Target="sharedStrings.xml"/>'
    _append(files, "xl/_rels/workbook.xml.rels", relation)
    return zipped(files)


def _append(files: dict[str, bytes], name: str, element: str) -> None:
    head, closing, tail = files[name].decode().rpartition("</")
    files[name] = f"{head}{element}{closing}{tail}".encode()


def address(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"
