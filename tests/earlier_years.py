"""The published workbook with invented earlier years: its rows, copied as an analyst moves them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from loaders.edition import LoadedEdition
from loaders.store import Store
from tests.loaders.books import HEADER_ROW, TABLE, Book, Grid, slim
from tests.loaders.outcomes import load_book
from tests.loaders.published import REGIONS
from tests.opened import lasting

SHEET, RUPTURE = "Années antérieures", "Rupture"
UNEMPLOYMENT, HOUSING, POVERTY = "Taux de chomage", "Nbr logements / habitant", "Taux de pauvreté"
RENEWED = "enquête rénovée"
FIRST_REGION = 10

# By year of the rate of unemployment, in the order of the published columns; None is an empty cell.
RATES: dict[str, list[float | None]] = {
    "2015 (T1)": [10.0, 9.9, 9.8, 8.8, 10.2, 9.0, 8.8, 9.6, 8.9, 11.7, 12.6, 8.8, 11.6, None],
    "2012 (T1)": [9.0, 9.1, 8.9, 7.9, 9.6, 8.2, 8.0, 8.6, 8.3, 10.3, 11.5, 8.0, 10.9, 9.3],
    "2009 (T1)": [8.0, 8.2, 8.0, 7.4, 8.6, 7.5, 7.0, 7.6, 7.1, 9.3, 10.8, 7.3, 10.0, 8.6],
}


def add(book: Book, label: str, changes: Mapping[str, object], figures: Sequence[float | None] = ()) -> int:
    """Copy a row of the current table to the sheet of earlier years, changed; return its number there.

    `changes`: by heading, None empties the cell. `figures`: France, then the regions in the order of the
    columns; () keeps the current ones.
    """
    table = book[TABLE]
    grid = book.setdefault(SHEET, _headed(table))
    row = max(number for number, _ in grid.cells) + 1
    source = table.row(label)
    for (number, column), (value, number_format) in table.cells.items():
        if number == source:
            grid.set(row, column, value, number_format)
    for place, figure in enumerate(figures):
        grid.set(row, FIRST_REGION + place, figure)
    for heading, value in changes.items():
        grid.set(row, grid.column(heading), value)
    return row


def _headed(table: Grid) -> Grid:
    grid = Grid({place: content for place, content in table.cells.items() if place[0] == HEADER_ROW})
    grid.set(HEADER_ROW, max(column for _, column in grid.cells) + 1, RUPTURE)
    return grid


def evolved() -> Book:
    """Unemployment since 2009 with a break after that year, housing since 2011, poverty before a break."""
    book = slim()
    for year, figures in RATES.items():
        add(
            book,
            UNEMPLOYMENT,
            {"Année": year, RUPTURE: RENEWED if year.startswith("2009") else None},
            figures,
        )
    add(book, HOUSING, {"Année": 2011}, _housing(book))
    add(
        book,
        POVERTY,
        {"Année": 2012, RUPTURE: "nouveau seuil", "Domaine": None, "Sens": None},
        [13.0 + place for place in range(14)],
    )
    return book


def _housing(book: Book) -> list[float | None]:
    table = book[TABLE]
    row = table.row(HOUSING)
    now = [table.get(row, FIRST_REGION + place) for place in range(len(REGIONS))]
    # The first regions have not changed, the others have a hundredth less.
    return [value if place < 4 else round(value - 0.01, 2) for place, value in enumerate(now)]


def opened(book: Book) -> Store:
    """A workbook of tests as a store."""
    return Store.in_memory(load_book(book, "essai.xlsx"))


@lru_cache(maxsize=1)
def edition() -> LoadedEdition:
    """The evolved workbook, loaded once."""
    return load_book(evolved(), "essai.xlsx")


@lru_cache(maxsize=1)
def store() -> Store:
    """The evolved workbook as a store, made once."""
    return lasting(Store.in_memory(edition()))
