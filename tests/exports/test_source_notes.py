"""What a source says beside a number, or instead of it, is shown where the number is, and taken away."""

import pandas as pd
import pytest
from openpyxl.utils import coordinate_to_tuple

from charts import palette
from charts.rows import drawn
from exports.whole.content import tables
from indicators import identity, structure
from indicators.positions import Positions
from indicators.provenance import provenance
from indicators.results import Results
from indicators.rows import records
from indicators.values import region_values
from loaders.store import Store
from readings.compare import lines as compared
from readings.domain.words_measured import figure_words, indicator_table
from readings.overview.overview import overview
from readings.overview.views import View
from readings.provenance.step_words import number_read
from readings.territory import identity_words, line_words
from tests.loaders.books import TABLE, slim
from tests.loaders.outcomes import loaded, real_edition

HELD = {
    "FR": ("8,4 (e)", "8,4\u202f% (estimé)"),
    "44": ("8,4 (p)", "8,4\u202f% (provisoire)"),
    "75": ("s", "secret statistique"),
    "84": ("///", "sans objet"),
    "28": ("<0,1", "inférieur à 0,1"),
    "27": ("n.d.", "non publié"),
    "53": ("8,4¹", "8,4\u202f% (renvoi 1 de la source)"),
    "24": ("-", "non publié"),
}
SAID = {code: said for code, (_, said) in HELD.items() if code != "FR"}


@pytest.fixture(scope="module")
def results() -> Results:
    """The published workbook with marks in its unemployment, a density and a felt note."""
    book = slim()
    cells = {(item.indicator_code, item.region_code): item.cell for item in real_edition().values}  # noqa: PD011
    for code, (held, _) in HELD.items():
        book[TABLE].set(*coordinate_to_tuple(cells["Freco.1", code]), held)
    book[TABLE].set(*coordinate_to_tuple(cells["densite", "94"]), "38,9 (r)")
    book[TABLE].set(*coordinate_to_tuple(cells["densite", "FR"]), "s")
    book["Perceptions"].set(3, book["Perceptions"].column("Valeur", 1), "7,1 (r)")
    return Results(Store.in_memory(loaded(book)))


@pytest.fixture(scope="module")
def values(results: Results) -> pd.DataFrame:
    return region_values(results.store, "emploi").assign(domain_code="emploi")


def told(frame: pd.DataFrame, column: str) -> dict[str, str]:
    return {
        code: said for code, said in zip(frame["region_code"], frame[column], strict=True) if code in SAID
    }


def test_on_the_sheet_of_a_domain(results: Results, values: pd.DataFrame) -> None:
    assert told(values.assign(said=[figure_words(row) for row in records(values)]), "said") == SAID
    reading = indicator_table(structure.catalogue(results.store), values, "emploi")["Comment le lire"].iloc[0]
    assert "France\u202f: 8,4\u202f% (estimé)" in reading


def test_on_the_first_page(results: Results) -> None:
    frame = overview(results, "emploi", View.OBJECTIVE).frame
    rows, _ = drawn(frame, quantity="indicator_value", unit="%", decimals=1, direction=1, page=palette.LIGHT)
    assert told(rows, "full") == SAID


def test_in_the_portrait_of_a_region(results: Results, values: pd.DataFrame) -> None:
    ranks = pd.DataFrame(columns=["among", "level", "region_code", "code", "rank", "low", "high", "ranked"])
    domains = structure.domains(results.store)
    domains = domains[domains["domain_code"] == "emploi"]
    placed = Positions(values, (), ranks, results.index_scores(), domains)
    for code, said in SAID.items():
        rows = line_words.worded(placed.lines(code))
        assert rows["value_text"].tolist() == [said]
        assert rows["france_text"].tolist() == ["8,4\u202f% (estimé)"]


def test_on_the_identity_card(results: Results) -> None:
    card = identity_words.identity_table(identity.identity(results.store, "94"))
    density = card[card["Repère"] == "Densité"]
    assert density["Région"].str.endswith("(révisé)").tolist() == [True]
    assert density["France"].tolist() == ["secret statistique"]


def test_in_a_comparison(results: Results, values: pd.DataFrame) -> None:
    (line,) = compared.lines(values, list(SAID), results.vocabulary())
    assert dict(zip(SAID, line.figures, strict=True)) == SAID
    assert line.france == "8,4\u202f% (estimé)"


def test_in_the_trail_of_a_score(results: Results) -> None:
    for code in ("44", "75"):
        steps = records(provenance(results.store, code, "indicateur", "Freco.1"))
        assert next(number_read(step) for step in steps if step["step"] == "typed") == SAID[code]


def test_in_the_whole_data(results: Results) -> None:
    made = {table.name: frame for table, frame in tables(results).items()}
    rows = made["valeurs"]
    notes = told(rows[rows["indicator_code"] == "Freco.1"], "note")
    assert notes == {
        "44": "provisoire",
        "75": "secret statistique",
        "84": "sans objet",
        "28": "inférieur à 0,1",
        "27": "",
        "53": "renvoi 1 de la source",
        "24": "",
    }
    assert "révisé" in set(made["perceptions"]["note"])
