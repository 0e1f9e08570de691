"""Every score and rank of the index against plain loops over the workbook."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from indicators.index import index_scores
from indicators.method import Aggregation, Method, Weighting
from indicators.normalisation import Normalisation
from loaders.store import Store
from tests import boring, boring_index

WEIGHTS = {"emploi": 3.0, "sante": 1.0, "diversite_handicap": 0.5, "environnement": 2.0}
ACTOR = "entreprises"


def method_of(normalisation: str, **choices: Any) -> Method:
    """The product's method for the name of a plain computation."""
    if normalisation == boring_index.GEOMETRIC:
        return Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC, **choices)
    return Method(Normalisation(normalisation), **choices)


def compare(found: pd.DataFrame, expected: dict[boring_index.Key, float]) -> None:
    """Same keys, same scores, same ranks among as many; what has no score has no rank."""
    rows: Any = found[found["score"].notna()]
    scores = {(row.region_code, row.level, row.code): row.score for row in rows.itertuples()}
    assert scores == {key: pytest.approx(value, abs=1e-9) for key, value in expected.items()}
    ranks = {(row.region_code, row.level, row.code): row.rank for row in rows.itertuples()}
    assert ranks == boring_index.ranks(expected)
    assert found.loc[found["score"].isna(), "rank"].isna().all()


@pytest.mark.parametrize("normalisation", [*boring.METHODS, boring_index.GEOMETRIC])
def test_equal_domains(published: Store, normalisation: str) -> None:
    expected = boring_index.index(normalisation)
    assert len(expected) == 13 * (16 + 4 + 1)
    compare(index_scores(published, method_of(normalisation)), expected)


@pytest.mark.parametrize("normalisation", [*boring.METHODS, boring_index.GEOMETRIC])
def test_equal_axes(published: Store, normalisation: str) -> None:
    expected = boring_index.index(normalisation, by_axes=True)
    found = index_scores(published, method_of(normalisation, weighting=Weighting.EQUAL_AXES))
    compare(found, expected)
    assert expected != boring_index.index(normalisation)


@pytest.mark.parametrize("normalisation", [*boring.METHODS, boring_index.GEOMETRIC])
def test_the_readers_weights(published: Store, normalisation: str) -> None:
    expected = boring_index.index(normalisation, WEIGHTS)
    chosen = method_of(normalisation, weighting=Weighting.READER, domain_weights=tuple(WEIGHTS.items()))
    compare(index_scores(published, chosen), expected)


def test_an_actors_priorities(published: Store) -> None:
    """Companies: ten notes for France in 2015, the only vector on more than half of the domains."""
    notes = {
        figure.domain: figure.value
        for figure in boring.usable(ACTOR)
        if figure.regions == ["FR"] and figure.measure == "note_fragilite_sur_10" and figure.value is not None
    }
    assert len(notes) == 10
    found = index_scores(published, Method(weighting=Weighting.ACTOR, actor=ACTOR))
    compare(found, boring_index.index("zscore", notes))


def test_the_two_computations_can_disagree(published: Store) -> None:
    """The comparison sees a score that moves by a millionth, and a rank that moves by one."""
    expected = boring_index.index("zscore")
    found = index_scores(published)
    first = expected["11", "domaine", "emploi"]
    with pytest.raises(AssertionError):
        compare(found, expected | {("11", "domaine", "emploi"): first + 1e-6})
    wrong = found.assign(rank=found["rank"].where(found["region_code"] != "11", 13))
    with pytest.raises(AssertionError):
        compare(wrong, expected)


def test_the_plain_geometric_mean_is_one() -> None:
    """6 to the power of a third for 1, 2, 3 before the worst: the closed form of the specification."""
    shown = {"a": 10.0, "b": 9.0, "c": 8.0}
    whole = boring_index.mean(
        shown, dict.fromkeys(shown, 1.0), dict.fromkeys(shown, 1.0), boring_index.GEOMETRIC
    )
    assert whole == pytest.approx(11 - math.cbrt(6))
