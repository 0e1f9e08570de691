"""A declared correction: applied while the source holds the mistake, gone once it does not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from loaders.edition import LoadedEdition
from loaders.findings import WorkbookRefused
from loaders.records import Declaration, IndicatorValue
from loaders.reference import Reference, build_reference
from loaders.tables import read_tables
from tests.loaders.books import TABLE, Book, slim
from tests.loaders.outcomes import findings, load_book, loaded, real_edition

LABEL, HEADER = "Nombre d'associations", "Bourgogne - Franche - Comté"


def with_text(text: object) -> Book:
    book = slim()
    grid = book[TABLE]
    grid.set(grid.row(LABEL), grid.column(HEADER), text)
    return book


def value(edition: LoadedEdition) -> IndicatorValue:
    return next(item for item in edition.values if (item.indicator_code, item.region_code) == ("DS.8", "27"))


def declared(**changes: str) -> Reference:
    """The reference tables with the shipped declaration changed."""
    reference = build_reference(read_tables())
    (declaration,) = reference.declarations
    return replace(reference, declarations=(replace(declaration, **changes),))


def test_the_shipped_correction_is_applied_and_visible() -> None:
    edition = real_edition()
    item = value(edition)
    assert (item.low, item.high, item.status) == (Decimal(55000), Decimal(60000), "range")
    assert (item.corrected, item.published_raw, item.raw) == (True, "55 00 à 60 000", "55 000 à 60 000")
    assert "10,9" in item.correction_reason
    (correction,) = edition.corrections
    assert (correction.state, correction.cell, correction.date) == ("appliquee", "O15", "2026-11-21")
    assert [finding.cell for finding in findings(edition, "correction_appliquee", "info")] == ["O15"]
    # The doubt about the source stays, corrected or not.
    assert [finding.cell for finding in findings(edition, "fourchette_mal_formee", "alerte")] == ["O15"]


def test_the_reason_given_is_true() -> None:
    figures = {(item.indicator_code, item.region_code): item for item in real_edition().values}
    people = {code: figures["DS.1", code].value or Decimal(0) for _, code in figures if code != "FR"}
    ranges = {
        code: (figures["DS.8", code].low or Decimal(0), figures["DS.8", code].high or Decimal(0))
        for code in people
    }
    others = [bounds for code, bounds in ranges.items() if code != "27"]
    assert max(high / low for low, high in others) < Decimal("1.17")
    assert round(Decimal(60000) / 5500, 1) == Decimal("10.9")
    per_thousand = [
        1000 * bound / people[code] for code, bounds in ranges.items() if code != "27" for bound in bounds
    ]
    assert (int(min(per_thousand)), round(max(per_thousand))) == (16, 28)
    assert round(1000 * Decimal(5500) / people["27"]) == 2
    assert [round(1000 * Decimal(bound) / people["27"]) for bound in (55000, 60000)] == [20, 21]


@pytest.mark.parametrize("text", ["55 000 à 60 000", "54 000 à 60 000", None, "n.d."])
def test_it_expires_when_the_source_changes(text: object) -> None:
    edition = loaded(with_text(text))
    assert not value(edition).corrected
    assert edition.corrections[0].state == "perimee"
    (finding,) = findings(edition, "correction_perimee", "alerte")
    assert finding.cell == "O15"
    assert "ne contient plus" in finding.message
    assert not findings(edition, "correction_appliquee")


def test_the_kind_of_spaces_does_not_matter() -> None:
    assert value(loaded(with_text("55\u00a000 à  60\u202f000"))).corrected


def test_it_follows_its_figure_when_rows_and_columns_move() -> None:
    book = slim()
    book[TABLE].move(rows=lambda row: row + 2 if row > 10 else row, columns=lambda column: column + 1)
    edition = loaded(book)
    assert value(edition).corrected
    assert edition.corrections[0].cell == value(edition).cell == "P17"


def test_it_says_when_its_indicator_is_gone() -> None:
    book = slim()
    grid = book[TABLE]
    grid.set(grid.row(LABEL), grid.column("INDICE"), "DS.88")
    edition = loaded(book)
    assert edition.corrections[0].state == "introuvable"
    assert findings(edition, "correction_introuvable", "info")


@pytest.mark.parametrize("corrected", ["beaucoup", "55 00 à 60 000", "1.234"])
def test_an_unreadable_declaration_is_refused(corrected: str) -> None:
    with pytest.raises(WorkbookRefused, match="correction déclarée"):
        load_book(slim(), reference=declared(corrected=corrected))


def test_a_number_can_be_corrected_too() -> None:
    reference = declared(indicator_code="Frenv.1", region_code="93", published="7,55", corrected="7,65")
    edition = load_book(slim(), reference=reference)
    item = next(
        item for item in edition.values if (item.indicator_code, item.region_code) == ("Frenv.1", "93")
    )
    assert (item.value, item.published_raw, item.corrected) == (Decimal("7.65"), "7,55", True)


def test_an_absence_can_be_declared() -> None:
    edition = load_book(slim(), reference=declared(corrected="n.d."))
    assert (value(edition).status, value(edition).corrected) == ("not_available", True)


def test_no_declaration_no_correction() -> None:
    reference = replace(build_reference(read_tables()), declarations=())
    edition = load_book(slim(), reference=reference)
    assert edition.corrections == ()
    assert (value(edition).status, value(edition).raw) == ("not_available", "55 00 à 60 000")


def test_a_declaration_is_what_the_table_says() -> None:
    (declaration,) = build_reference(read_tables()).declarations
    assert isinstance(declaration, Declaration)
    assert (declaration.sheet, declaration.cell) == (TABLE, "O15")
