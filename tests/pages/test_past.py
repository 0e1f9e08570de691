"""The facade of earlier years: everything a page needs of one indicator, or nothing where it has no past."""

from collections.abc import Iterator
from functools import partial

import pandas as pd
import pytest

from charts.look import Look
from charts.palette import DARK, LIGHT
from exports.figures.past import CHANGE
from exports.numbers import Status
from exports.stamp import Stamp
from indicators.method import Method
from indicators.past import past, since
from pages.facade import edition, provenance, taken
from pages.facade import past as facade
from tests import earlier_years, opened
from tests.loaders.books import slim
from wording.slug import slug

LOOK = Look("53", (560, 475), LIGHT)


@pytest.fixture(autouse=True)
def evolved() -> Iterator[None]:
    edition.use(edition.Edition(earlier_years.store()))
    yield
    edition.use(edition.Edition(opened.published().store))


def test_all_that_a_page_needs_is_in_one_call() -> None:
    found = facade.past_of("Freco.1", "53", LOOK, Method())
    assert found is not None
    assert found.title.startswith("Taux de chômage, Bretagne\u202f: −0,8\u00a0point")
    assert len(found.sentences) == 3
    assert found.drawing is not None
    assert found.drawing.alternative.startswith(f"{found.title}. Courbes")
    assert found.table.column_names == ["Année", "**Bretagne**", "France", "Cellules et précisions"]
    assert found.table.num_rows == 4
    assert (found.subtitle, found.source) == (
        "Taux de chômage, en\u202f%, par année (l’axe ne part pas de 0).",
        "COMISIS OW",
    )
    assert facade.past_of("Freco.1", "53", LOOK, Method()) is found
    assert facade.picture("Freco.1", "53", Method(), LOOK) == found.drawing.specification


def test_an_indicator_without_a_past_gives_nothing() -> None:
    assert facade.past_of("Frétale.2", "53", LOOK, Method()) is None
    with pytest.raises(LookupError):
        facade.picture("Frétale.2", "53", Method(), LOOK)
    edition.use(edition.Edition(opened.published().store))
    assert facade.past_of("Freco.1", "53", LOOK, Method()) is None


def test_a_year_without_any_figure_is_told_and_not_drawn() -> None:
    book = slim()
    changes: dict[str, object] = {"Année": 2012, "SOURCES": None}
    earlier_years.add(book, earlier_years.UNEMPLOYMENT, changes, [None] * 14)
    edition.use(edition.Edition(earlier_years.opened(book)))
    found = facade.past_of("Freco.1", "", Look("", (340, 340), DARK), Method())
    assert found is not None
    assert found.drawing is None
    assert found.sentences == ()
    assert found.table.num_rows == 2


def test_the_numbers_are_those_of_the_years_and_of_their_differences() -> None:
    rows = facade.numbers("Freco.1")
    told = past(earlier_years.store(), "Freco.1")
    years, changes = rows[rows["measure"] != CHANGE], rows[rows["measure"] == CHANGE]
    assert years["cell"].tolist() == told["cell"].tolist()
    pd.testing.assert_series_equal(years["value"], told["value"], check_index=False)
    assert years.loc[years["status"] == Status.MISSING, ["region", "period"]].to_numpy().tolist() == [
        ["Corse", "2015 (T1)"]
    ]
    assert set(years.loc[years["period"] == "2009 (T1)", "note"]) == {
        "définition changée ensuite\u202f: enquête rénovée"
    }
    assert changes["value"].tolist() == since(told)["change"].tolist()
    assert set(changes["unit"]) == {"points"}
    assert changes.set_index("region").loc["Occitanie", "note"] == "stable à l’arrondi près"


def test_it_is_taken_away_and_shown_on_a_whole_screen() -> None:
    about = Stamp("Taux de chômage")
    draw = partial(facade.picture, "Freco.1", "53", Method())
    (screen,) = taken.on_screen(about, partial(facade.numbers, "Freco.1"), draw, LOOK, 16 / 9)
    assert "Bretagne 7,2" in screen
    assert "définition changée" in screen


def test_its_provenance_names_the_cells_and_the_documents_of_each_year() -> None:
    asked = {"region": "94", "resultat": "indicateur", "domaine": "emploi", "acteur": "citoyens", "vague": ""}
    asked["indicateur"] = slug("Freco.1")
    found = provenance.trail_of(tuple(asked.items()), Method())
    assert found.cells[:3] == tuple(f"{earlier_years.SHEET}!W{row}" for row in (7, 6, 5))
    assert found.documents == tuple(
        f"Document\u202f: COMISIS OW, {year} (T1)." for year in (2019, 2009, 2012, 2015)
    )
    asked |= {"resultat": ""}
    assert provenance.trail_of(tuple(asked.items()), Method()).documents == found.documents[:1]
