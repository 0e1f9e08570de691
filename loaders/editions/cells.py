"""The cells of an edition that hold something, sheet by sheet, and the columns of the sheets we know."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from loaders.naming import collapse, key
from loaders.reference import Reference
from loaders.sheets.layout import LAST_HEADER_ROW
from loaders.store import Store

# Prefixes of column names that no reference table declares one by one.
REGION, UNKNOWN = "region ", "autre "


@dataclass(frozen=True, slots=True)
class Written:
    """One cell: what Excel shows (`text`), and what it stores (`value`, 8.54 where it shows 8,5)."""

    row: int
    column: int
    cell: str
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name in the code (see data/reference/columns.csv), and in words."""

    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class SheetCells:
    """One sheet. `sheet_key` is "" and `columns` is empty when it is not a table we know."""

    name: str
    sheet_key: str
    header_row: int
    columns: dict[int, Column]
    cells: tuple[Written, ...]

    def rows(self) -> dict[int, list[Written]]:
        """Row number → the cells under the headings; nothing for a sheet without a table."""
        found: defaultdict[int, list[Written]] = defaultdict(list)
        for cell in self.cells:
            if cell.column in self.columns and cell.row > self.header_row:
                found[cell.row].append(cell)
        return dict(found)


def sheets(store: Store, reference: Reference) -> list[SheetCells]:
    """Return the sheets of an edition, those we know first and in their usual order."""
    rows: defaultdict[str, list[Written]] = defaultdict(list)
    for sheet, row, column, cell, text, kind, stored in store.rows(_CELLS):
        value = stored.removesuffix(".0") if kind == "float" else stored
        rows[sheet].append(Written(row, column, cell, text, value))
    order = [spec.sheet_key for spec in reference.sheets]
    found = [_sheet(name, tuple(cells), reference) for name, cells in rows.items()]
    known = [*order, ""]
    return sorted(found, key=lambda sheet: known.index(sheet.sheet_key))


_CELLS = """
    SELECT sheet, row_number, column_number, cell, text, value_type, coalesce(value, '')
    FROM raw.cell WHERE text <> '' ORDER BY sheet, row_number, column_number
"""


def _sheet(name: str, cells: tuple[Written, ...], reference: Reference) -> SheetCells:
    sheet_key = next((spec.sheet_key for spec in reference.sheets if key(name) in spec.accepted), "")
    known = _known(sheet_key, reference)
    if not known:
        return SheetCells(name, sheet_key, 0, {}, cells)
    header_row = _header_row(cells, known)
    columns = {
        cell.column: known.get(key(cell.text), Column(f"{UNKNOWN}{key(cell.text)}", collapse(cell.text)))
        for cell in cells
        if cell.row == header_row
    }
    return SheetCells(name, sheet_key, header_row, columns, cells)


def _known(sheet_key: str, reference: Reference) -> dict[str, Column]:
    """Return the columns that a sheet may have, by the key of every accepted heading."""
    specs = reference.columns.get(sheet_key, ())
    found = {name: Column(spec.column_key, spec.header) for spec in specs for name in spec.accepted}
    if sheet_key in {"territories", "past"}:
        for name, code in reference.region_columns.items():
            found[name] = Column(f"{REGION}{code}", reference.region_name(code))
    return found


def _header_row(cells: tuple[Written, ...], known: dict[str, Column]) -> int:
    """Return the row that names most of the columns: the loader has accepted it, so there is one."""
    named: defaultdict[int, set[str]] = defaultdict(set)
    for cell in cells:
        if cell.row <= LAST_HEADER_ROW and key(cell.text) in known:
            named[cell.row].add(known[key(cell.text)].name)
    return max(named, key=lambda row: len(named[row]), default=0)
