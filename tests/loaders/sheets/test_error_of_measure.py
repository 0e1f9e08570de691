"""The column « Erreur »: a standard error, or half of a 95 % interval, in the unit of the row, or nothing."""

from decimal import Decimal
from typing import Any

import pytest

from loaders.records import Indicator
from tests.loaders.books import HEADER_ROW, TABLE, Book, address, slim
from tests.loaders.outcomes import findings, loaded, refused, same_as_published

UNEMPLOYMENT = "Taux de chomage"


def with_error(value: Any, number_format: str = "General", header: str = "Erreur") -> tuple[Book, str]:
    """The slim book with an error beside one row, and the cell of that error."""
    book = slim()
    grid = book[TABLE]
    column = grid.column("Poids") + 1
    grid.set(HEADER_ROW, column, header)
    grid.set(grid.row(UNEMPLOYMENT), column, value, number_format)
    return book, address(grid.row(UNEMPLOYMENT), column)


def unemployment(book: Book) -> Indicator:
    return next(one for one in loaded(book).indicators if one.label == UNEMPLOYMENT)


@pytest.mark.parametrize(
    ("value", "number_format", "read"),
    [
        (0.15, "General", "0.15"),
        ("0,15", "General", "0.15"),
        (0.0015, "0.00%", "0.15"),
        ("0,15 %", "General", "0.15"),
        ("± 0,294", "General", "0.15"),
        ("+/- 0,294 %", "General", "0.15"),
    ],
)
def test_an_error_is_read_in_the_unit_of_its_row(value: Any, number_format: str, read: str) -> None:
    book, _ = with_error(value, number_format)
    assert unemployment(book).standard_error == Decimal(read)
    assert not findings(loaded(book), "erreur_demesuree")


def test_without_an_error_nothing_is_invented() -> None:
    assert unemployment(slim()).standard_error is None
    empty, _ = with_error(None)
    assert {one.standard_error for one in loaded(empty).indicators} == {None}
    assert same_as_published(loaded(empty))


@pytest.mark.parametrize("value", [0, -0.15, "0,1 à 0,2", "±", "± beaucoup", "± 0", "faible"])
def test_an_error_that_is_no_positive_number_is_refused(value: Any) -> None:
    book, cell = with_error(value)
    kind = "texte_au_lieu_d_un_nombre" if value in {"±", "± beaucoup", "faible"} else "erreur_inconnue"
    assert refused(book, kind, cell).sheet == TABLE


def test_an_error_larger_than_all_that_separates_the_regions_is_asked_about() -> None:
    book, cell = with_error(15)
    (found,) = findings(loaded(book), "erreur_demesuree", "alerte")
    assert found.cell == cell
    assert "15" in found.message
