"""Order, blank rows and columns, merged or repeated labels, typography: none of it may change a figure."""

import io
from collections.abc import Callable

import pytest
from openpyxl import load_workbook

from tests.loaders.books import HEADER_ROW, TABLE, Book, Grid, slim, to_bytes
from tests.loaders.outcomes import findings, loaded, real_edition, same_as_published


def labels(book: Book) -> list[tuple[str, str, str, str]]:
    return [(item.axis_label, item.dimension, item.criterion, item.label) for item in loaded(book).indicators]


REAL_LABELS = [
    (item.axis_label, item.dimension, item.criterion, item.label) for item in real_edition().indicators
]


def unmerge(grid: Grid, *, repeat: bool) -> None:
    """Undo every merged area, the text left in its first cell or repeated in all."""
    for top, left, bottom, right in grid.merges:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if repeat or (row, column) == (top, left):
                    grid.set(row, column, grid.get(top, left))
    grid.merges = []


def rename_headers(grid: Grid, change: Callable[[str], str]) -> None:
    for (row, column), (value, _) in list(grid.cells.items()):
        if row == HEADER_ROW:
            grid.set(row, column, change(value))


@pytest.mark.parametrize("repeat", [False, True])
def test_labels_unmerged_or_repeated(repeat: bool) -> None:
    book = slim()
    unmerge(book[TABLE], repeat=repeat)
    assert labels(book) == REAL_LABELS
    assert same_as_published(loaded(book))


def test_blank_rows_inside_merged_areas() -> None:
    book = slim()
    book[TABLE].move(rows=lambda row: row + (row > 6) + 2 * (row > 20) + (row > 23))
    assert labels(book) == REAL_LABELS
    assert same_as_published(loaded(book))


def test_blank_rows_when_nothing_is_merged() -> None:
    book = slim()
    unmerge(book[TABLE], repeat=False)
    book[TABLE].move(rows=lambda row: row * 2)
    assert labels(book) == REAL_LABELS


def test_blank_columns_anywhere() -> None:
    book = slim()
    book[TABLE].move(columns=lambda column: column * 3)
    assert same_as_published(loaded(book))


def test_columns_in_reverse_order() -> None:
    book = slim()
    book[TABLE].move(columns=lambda column: 40 - column)
    assert same_as_published(loaded(book))
    assert labels(book) == REAL_LABELS


def test_the_header_may_be_on_the_first_row_or_lower() -> None:
    for shift in (-3, 12):
        book = slim()
        grid = book[TABLE]
        grid.cells = {key: content for key, content in grid.cells.items() if key[0] >= HEADER_ROW}
        grid.move(rows=lambda row, by=shift: row + by)  # type: ignore[misc]
        assert same_as_published(loaded(book))


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        lambda text: text.replace("\n", " "),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "\r\n"),
        lambda text: f"  {text}\u202f",
        lambda text: text.replace("é", "e").replace("ô", "o").replace("'", "’"),
        lambda text: text.replace("-", "\u2011"),
        lambda text: text.replace("é", "e\u0301"),
    ],
)
def test_typography_of_headers(change: Callable[[str], str]) -> None:
    book = slim()
    rename_headers(book[TABLE], change)
    assert same_as_published(loaded(book))


def test_aliases_of_headers_and_sheets() -> None:
    book = {("DONNEES" if name == TABLE else name.upper()): grid for name, grid in slim().items()}
    grid = book["DONNEES"]
    names = {"Provence -\nAlpes - Côte\nd'Azur": "PACA", "France\nMétropole": "France", "CRITERES": "Critère"}
    rename_headers(grid, lambda text: names.get(text, text))
    edition = loaded(book)
    assert same_as_published(edition)
    assert {value.sheet for value in edition.values} == {"DONNEES"}


def test_each_row_may_have_its_own_text_formats() -> None:
    book = slim()
    grid = book[TABLE]
    grid.set(grid.row("Taux de chomage"), grid.column("Année"), "2019\u00a0(T1)\n")
    grid.set(grid.row("Nombre d'habitants"), grid.column("Année"), 2019, "#,##0.0")
    edition = loaded(book)
    assert edition.indicators[0].year == "2019"
    assert edition.indicators[13].year == "2019 (T1)"


def test_a_heading_row_is_not_an_indicator() -> None:
    book = slim()
    unmerge(book[TABLE], repeat=False)
    grid = book[TABLE]
    grid.move(rows=lambda row: row + (row >= 18))
    grid.set(18, 1, grid.get(19, 1))
    grid.set(19, 1, None)
    assert labels(book) == REAL_LABELS


def test_a_new_axis_does_not_inherit_the_last_dimension() -> None:
    book = slim()
    unmerge(book[TABLE], repeat=False)
    grid = book[TABLE]
    grid.set(18, 2, None)
    assert loaded(book).indicators[13].dimension == ""
    assert loaded(book).indicators[13].criterion == "Emploi"


def test_a_criterion_alone_is_an_empty_indicator() -> None:
    book = slim()
    grid = book[TABLE]
    grid.set(24, grid.column("INDICATEURS"), None)
    grid.merges.remove((23, 3, 24, 3))
    grid.set(24, 3, "Handicap")
    edition = loaded(book)
    assert (edition.indicators[19].label, edition.indicators[19].indicator_code) == ("Handicap", "handicap")


def test_hidden_parts_are_read_and_mentioned() -> None:
    for part in ("row", "column", "sheet"):
        edition = loaded(_hidden(part))
        assert same_as_published(edition)
        assert [item.sheet for item in findings(edition, "cellules_masquees", "info")] == [TABLE]
    assert not findings(real_edition(), "cellules_masquees")


def _hidden(part: str) -> bytes:
    workbook = load_workbook(io.BytesIO(to_bytes(slim())))
    sheet = workbook[TABLE]
    if part == "row":
        sheet.row_dimensions[18].hidden = True
    elif part == "column":
        sheet.column_dimensions["P"].hidden = True
    else:
        sheet.sheet_state = "hidden"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()
