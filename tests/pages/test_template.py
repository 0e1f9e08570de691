"""The workbook to fill: what is offered in it, and that the loaders read it once it is filled."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from exports.sheets.forms import words
from exports.sheets.template import EXAMPLE, HEADING
from exports.stamp import Stamp
from indicators.results import Results
from loaders.edition import LoadedEdition, load
from loaders.findings import WorkbookRefused
from loaders.reference import Reference, build_reference
from loaders.store import Store
from loaders.tables import read_tables
from pages.facade.template import template
from tests import earlier_years, fictional
from tests.boring import WORKBOOK, headers
from tests.opened import published

ABOUT = Stamp("Modèle de classeur à remplir")
# openpyxl reads the lists of codes, and says that it drops nothing else.
HEADER_ROW = HEADING + 1


@pytest.fixture(scope="module")
def results() -> Results:
    return published()


@pytest.fixture(scope="module")
def reference() -> Reference:
    return build_reference(read_tables())


@pytest.fixture(scope="module")
def empty(results: Results) -> bytes:
    return template(results, ABOUT, filled=False)


@pytest.fixture(scope="module")
def filled(results: Results) -> bytes:
    return template(results, ABOUT, filled=True)


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def read(book: Workbook) -> LoadedEdition:
    content = BytesIO()
    book.save(content)
    return load(content.getvalue(), "rempli.xlsx")


def write(book: Workbook, name: str, lines: Sequence[Mapping[str, Any]]) -> None:
    """Fill the sheet under its heading, as a reader does."""
    columns = headers(book[name], HEADER_ROW)
    for number, line in enumerate(lines, start=HEADER_ROW + 1):
        for header, value in line.items():
            book[name].cell(number, columns[header], value)


def test_nothing_filled_is_refused_and_no_example_is_read(empty: bytes) -> None:
    with pytest.raises(WorkbookRefused) as refused:
        load(empty, "modele.xlsx")
    assert [finding.kind for finding in refused.value.findings if finding.level == "erreur"] == [
        "tableau_vide"
    ]


def test_the_filled_template_is_the_published_edition_again(filled: bytes) -> None:
    again, published = load(filled, "modele.xlsx"), load(WORKBOOK)
    assert {(one.indicator_code, one.region_code): one for one in again.values} == {
        (one.indicator_code, one.region_code): one for one in published.values
    }
    assert again.indicators == published.indicators
    assert again.domains == published.domains
    assert [one.state for one in again.corrections] == [one.state for one in published.corrections]
    assert not again.perceptions


def test_the_filled_template_keeps_the_earlier_years() -> None:
    kept = earlier_years.edition()
    again = load(template(Results(earlier_years.store()), ABOUT, filled=True), "modele.xlsx")

    def told(edition: LoadedEdition) -> set[tuple[object, ...]]:
        years = {
            (one.indicator_code, one.period): (one.year, one.source, one.rupture) for one in edition.years
        }
        return {
            (one.region_code, one.value, one.status, one.decimals, *years[one.indicator_code, one.period])
            for one in edition.past
        }

    assert told(again) == told(kept)
    assert len(again.past) == len(kept.past) == 5 * 14


def test_another_indicator_of_another_year(empty: bytes, reference: Reference) -> None:
    book = opened(empty)
    values = {region.name: 5 + position / 2 for position, region in enumerate(reference.regions)}
    line = {"DONNEES": "Axe social", "DIMENSION": "Santé", "CRITERES": "Soins", "INDICATEURS": "Médecins"}
    line |= {
        "SOURCES": "Insee",
        "INDICE": "SAN.9",
        "Année": "2024",
        "Domaine": "sante",
        "Unité": "pour 1 000 hab.",
    }
    write(book, "Données territoriales", [line | values | {"Sens": -1, "Poids": 1, "France métropole": 8.4}])
    loaded = read(book)
    assert [one.label for one in loaded.indicators] == ["Médecins"]
    assert {one.region_code: float(one.value or 0) for one in loaded.values} == {
        region.region_code: values[region.name] for region in reference.regions
    } | {"FR": 8.4}
    assert not [finding for finding in loaded.findings if finding.level == "erreur"]


def test_the_full_survey_is_read_as_it_was_filled_in(filled: bytes) -> None:
    book = opened(filled)
    asked = fictional.lines()
    write(book, "Perceptions", [{name: value for name, value in line.items() if value} for line in asked])
    figures = read(book).perceptions
    assert len(figures) == len(asked) == 2016
    for figure, line in zip(figures, asked, strict=True):
        told = (figure.actor_code, *figure.region_codes, figure.domain_code, figure.measure)
        assert told == tuple(line[name] for name in ("Acteur", "Codes région", "Domaine", "Mesure"))
        assert float(figure.value or 0) == line["Valeur"]
        assert figure.sample_size == line["Effectif"]
        assert figure.wave in fictional.WAVES


def test_every_heading_has_a_note_and_the_example_stands_above(empty: bytes, reference: Reference) -> None:
    book = opened(empty)
    named = {sheet.sheet_key: sheet.name for sheet in reference.sheets}
    assert book.sheetnames == ["Lisez-moi", *(named[key] for key in named if key in reference.columns)]
    for key, specs in reference.columns.items():
        place = book[named[key]]
        assert place["A2"].value == EXAMPLE
        found = {cell.value: cell.comment for cell in place[HEADER_ROW]}
        assert all(found[spec.header] and str(found[spec.header]) for spec in specs), key
        assert any(cell.value for cell in place[HEADER_ROW - 1]), key


def test_every_word_is_used(reference: Reference) -> None:
    surveys = {"perceptions": "survey", "alliances": "survey"}
    used = {
        (surveys.get(sheet, sheet), spec.column_key)
        for sheet, specs in reference.columns.items()
        for spec in specs
    }
    regions = {"region", "FR", *(region.region_code for region in reference.regions)}
    tables = ("territories", "past")
    assert {key for key in words() if key not in used} <= {(t, code) for t in tables for code in regions}


def test_codes_are_chosen_in_lists(empty: bytes) -> None:
    lists = {
        str(rule.sqref).split(":")[0]: rule
        for rule in opened(empty)["Perceptions"].data_validations.dataValidation
    }
    columns = headers(opened(empty)["Perceptions"], HEADER_ROW)
    by_header: dict[str, Any] = {
        header: lists.get(f"{chr(64 + column)}5") for header, column in columns.items()
    }
    assert by_header["Domaine"].formula1 == "Domaines!$A$5:$A$104"
    assert "citoyens,entreprises" in by_header["Acteur"].formula1
    assert "note_fragilite_sur_10" in by_header["Mesure"].formula1
    # Several regions may stand in one cell.
    assert not by_header["Codes région"].showErrorMessage
    assert by_header["Acteur"].showErrorMessage
    assert by_header["Source"] is None


def test_a_hostile_label_stays_a_text(tmp_path: Path) -> None:
    book = load_workbook(WORKBOOK)
    hostile = book["Domaines"]["B2"]
    hostile.value = "@SUM(A1)"
    book.save(tmp_path / "hostile.xlsx")
    made = template(Results(Store.in_memory(load(tmp_path / "hostile.xlsx"))), ABOUT, filled=False)
    cell = opened(made)["Domaines"].cell(HEADER_ROW + 1, 2)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("@SUM(A1)", "s", True)


def test_same_edition_same_bytes(results: Results, filled: bytes) -> None:
    assert template(results, ABOUT, filled=True) == filled
