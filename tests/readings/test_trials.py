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
from loaders.store import Store
from readings.phrases import trials
from readings.provenance.documents import document

GEOMETRIC = Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)


def test_the_number_of_scored_indicators_is_that_of_the_workbook(published: Store) -> None:
    assert trials.scored(published, "emploi") == 1
    assert trials.scored(published, "diversite_handicap") == 1  # the other row is published empty
    every: Any = index.index_scores(published)
    for axis in every.loc[every["level"] == "axe", "code"].unique():
        assert 1 < trials.scored(published, axis) < trials.scored(published, "ensemble")


@pytest.mark.parametrize("method", [Method(), GEOMETRIC])
def test_what_is_said_to_vary_is_what_can_move_a_rank(published: Store, method: Method) -> None:
    """Domains of one indicator: weights and normalisation move no rank that rounding does not."""
    table = draw_table(published, method)
    rounding, every = (
        ranks(draw(table, method, noise, 200).domains, 0) for noise in (Noise.ROUNDING, Noise.NORMALISATION)
    )
    for place, code in enumerate(table.domains):
        said = trials.trials(published, code, method)
        alone = trials.scored(published, code) == 1
        assert ("poids" in said.partition(".")[0]) == (not alone)
        assert (rounding[:, place] == every[:, place]).all() or not alone


def test_the_words_name_nothing_that_is_not_drawn() -> None:
    one, several, geometric = (
        trials.worded(count, method) for count, method in ((1, Method()), (2, Method()), (2, GEOMETRIC))
    )
    assert "varie l’arrondi des valeurs publiées." in one
    assert "erreurs de mesure n’y sont pas" in one
    assert "varient l’arrondi des valeurs publiées, les poids et le calcul des scores." in several
    assert geometric.endswith("l’arrondi des valeurs publiées et les poids.")
    measured = trials.worded(1, Method(), errors=1)
    assert measured.endswith("quand varient l’arrondi des valeurs publiées et l’erreur de mesure.")
    assert "l’erreur de mesure quand elle est publiée, les poids" in trials.worded(3, Method(), errors=2)
    assert all("au moins 90\u202f%" in said for said in (one, several, geometric))


def test_a_year_alone_is_no_document() -> None:
    assert document("INSEE", "2016") == "Document\u202f: INSEE, 2016."
    assert document("", "2019-2018") == "Document non publié (chiffres de 2019-2018)."
    assert document("INSEE", "") == "Document\u202f: INSEE."
    assert document("", "") == "Document non publié."
