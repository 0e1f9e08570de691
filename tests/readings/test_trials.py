"""What an interval covers, said of what can move that very result."""

from __future__ import annotations

from typing import Any

import pytest

from indicators import index
from indicators.draw_table import draw_table
from indicators.draws import draw, ranks
from indicators.method import Aggregation, Method
from indicators.noise import Noise
from indicators.normalisation import Normalisation
from indicators.results import Results
from loaders.store import Store
from readings.phrases import trials
from readings.provenance.documents import document
from wording.measurement import Errors

GEOMETRIC = Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)


def test_the_number_of_scored_indicators_is_that_of_the_workbook(published: Store) -> None:
    results = Results(published)
    assert scored(results, "emploi") == 1
    assert scored(results, "diversite_handicap") == 1  # the other row is published empty
    every: Any = index.index_scores(published)
    for axis in every.loc[every["level"] == "axe", "code"].unique():
        assert 1 < scored(results, axis) < scored(results, "ensemble")


def scored(results: Results, code: str) -> int:
    return trials.errors(results, code, Method()).indicators


@pytest.mark.parametrize("method", [Method(), GEOMETRIC, Method(error=0)])
def test_what_is_said_to_vary_is_what_can_move_a_rank(published: Store, method: Method) -> None:
    """Domains of one indicator: neither weights nor normalisation nor mean moves a rank."""
    table, results = draw_table(published, method), Results(published)
    rounding, figures, every = (
        ranks(draw(table, method, noise, 200).domains, 0)
        for noise in (Noise.ROUNDING, Noise.SAMPLING, Noise.AGGREGATION)
    )
    assert (rounding == figures).all() == (method.error == 0)
    for place, code in enumerate(table.domains):
        said = trials.trials(results, code, method)
        alone = scored(results, code) == 1
        assert ("poids" in said.partition(".")[0]) == (not alone)
        assert ("erreur de mesure supposée" in said.partition(".")[0]) == (method.error > 0)
        assert (figures[:, place] == every[:, place]).all() or not alone


def test_the_words_name_nothing_that_is_not_drawn() -> None:
    one, several = (trials.worded(Errors(count, 0, 0)) for count in (1, 2))
    assert "varie l’arrondi des valeurs publiées." in one
    assert "erreurs de mesure n’y sont pas" in one
    assert several.endswith("varient l’arrondi des valeurs publiées, les poids et le calcul des scores.")
    measured = trials.worded(Errors(1, 1, 0.1))
    assert measured.endswith("quand varient l’arrondi des valeurs publiées et l’erreur de mesure.")
    assert "l’erreur de mesure quand elle est publiée, les poids" in trials.worded(Errors(3, 2, 0))
    assert trials.worded(Errors(1, 1, 0.1), trials.WRITTEN).startswith("L’intervalle du tableau couvre")
    assert all("au moins 90\u202f%" in said for said in (one, several, measured))


def test_an_error_that_is_supposed_is_said_to_be_our_convention() -> None:
    none, some = (trials.worded(Errors(3, published, 0.2)) for published in (0, 1))
    assert "publiées, une erreur de mesure supposée, les poids et le calcul des scores. Aucune err" in none
    assert "publiées, l’erreur de mesure, publiée ou supposée, les poids" in some
    for said in (none, some):
        assert said.endswith(
            "est supposée de 20\u202f% de l’écart-type entre régions\u202f: notre convention, que "
            "«\u00a0Réglages\u00a0» peut mettre à zéro."
        )


def test_a_year_alone_is_no_document() -> None:
    assert document("INSEE", "2016") == "Document\u202f: INSEE, 2016."
    assert document("", "2019-2018") == "Document non publié (chiffres de 2019-2018)."
    assert document("INSEE", "") == "Document\u202f: INSEE."
    assert document("", "") == "Document non publié."
