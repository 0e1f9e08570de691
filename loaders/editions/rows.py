"""An edition as rows that can be found again in another one, whatever was inserted or moved around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.editions.cells import REGION, Column, SheetCells, Written, sheets
from loaders.editions.subjects import Subject, Subjects, subjects
from loaders.naming import collapse
from loaders.reference import Reference
from loaders.store import Store

# A number as the loader read it: value, low, high, status. Two cells with one reading say the same.
Reading = tuple[float | None, float | None, float | None, str]


@dataclass(frozen=True, slots=True)
class Held:
    """What one cell of a row holds; `reading` None for what is not a figure."""

    column: Column
    cell: str
    text: str
    value: str
    reading: Reading | None

    def says_as(self, other: Held) -> bool:
        """Tell whether two texts are one figure, or one stored value shown with another format."""
        if self.reading is not None and other.reading is not None:
            return self.reading == other.reading
        return self.value == other.value


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where it is, what it is about, its cells by the name of their column.

    A text outside the tables (a title, a note) is a row of one cell, known by its own words.
    """

    sheet: str
    number: int
    subject: Subject
    held: dict[str, Held]
    outside: bool


# Sheet key (or name), identity, which of its kind: « the second row about that ».
Identity = tuple[str, tuple[str, ...], int]


def rows(store: Store, reference: Reference) -> dict[Identity, Row]:
    """Return the rows of an edition, sheet after sheet, in reading order."""
    known, readings = subjects(store), _readings(store)
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    found: dict[Identity, Row] = {}
    for sheet in sheets(store, reference):
        for row in [*_inside(sheet, known, readings), *_outside(sheet, known)]:
            place = (sheet.sheet_key or sheet.name, row.subject.identity)
            seen[place] += 1
            found[*place, seen[place]] = row
    return found


def _inside(sheet: SheetCells, known: Subjects, readings: dict[tuple[str, str], Reading]) -> Iterator[Row]:
    for number, cells in sheet.rows().items():
        subject = known.of(sheet, number, cells)
        if subject is not None:
            held = [_held(sheet, cell, readings) for cell in cells]
            yield Row(sheet.name, number, subject, {item.column.name: item for item in held}, outside=False)


def _outside(sheet: SheetCells, known: Subjects) -> Iterator[Row]:
    """Yield titles, headings, notes: every cell that is in no row of the table."""
    rows = sheet.rows()
    inside = {number for number, cells in rows.items() if known.of(sheet, number, cells) is not None}
    for cell in sheet.cells:
        if cell.row not in inside or cell.column not in sheet.columns:
            column = Column("texte", "")
            held = Held(column, cell.cell, cell.text, cell.value, None)
            subject = Subject(("texte", collapse(cell.text)), "")
            yield Row(sheet.name, cell.row, subject, {column.name: held}, outside=True)


def _held(sheet: SheetCells, cell: Written, readings: dict[tuple[str, str], Reading]) -> Held:
    reading = readings.get((sheet.name, cell.cell))
    return Held(sheet.columns[cell.column], cell.cell, cell.text, cell.value, reading)


def _readings(store: Store) -> dict[tuple[str, str], Reading]:
    return {(sheet, cell): (*numbers, status) for sheet, cell, *numbers, status in store.rows(_READINGS)}


def region_of(column: Column) -> tuple[str, ...]:
    """Return the region of a column of figures (FR: France), nothing for another column."""
    return (column.name.removeprefix(REGION),) if column.name.startswith(REGION) else ()


_READINGS = """
    SELECT sheet, cell, value, low, high, status FROM mart.indicator_value WHERE status <> 'missing'
    UNION ALL
    SELECT sheet, cell, value, low, high, status FROM clean.past_value WHERE status <> 'missing'
    UNION ALL
    SELECT sheet, cell, value, low, high, status FROM clean.figure WHERE raw_value <> ''
    UNION ALL
    SELECT sheet, rank_cell, NULL, rank_low, rank_high, 'rank' FROM clean.figure WHERE rank_low IS NOT NULL
"""
