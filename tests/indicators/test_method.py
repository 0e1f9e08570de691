"""The reader's choices: what is a method, and what is refused with a way out."""

from __future__ import annotations

from typing import Any

import pytest

from indicators.method import Aggregation, Method, MethodError, Weighting
from indicators.normalisation import Normalisation


def test_the_default_is_the_reading_of_the_observatory() -> None:
    method = Method()
    assert (method.normalisation, method.weighting, method.aggregation, method.minimum_coverage) == (
        Normalisation.ZSCORE,
        Weighting.EQUAL_DOMAINS,
        Aggregation.ARITHMETIC,
        0.5,
    )


def test_texts_become_choices_and_one_method_is_one_key() -> None:
    texts: Any = {"normalisation": "minmax", "weighting": "axes_egaux", "aggregation": "geometrique"}
    written = Method(**texts)
    chosen = Method(Normalisation.MINMAX, Weighting.EQUAL_AXES, aggregation=Aggregation.GEOMETRIC)
    assert written == chosen
    assert {written: 1}[chosen] == 1
    assert written.weighting is Weighting.EQUAL_AXES


REFUSED: list[tuple[dict[str, Any], list[str]]] = [
    ({"normalisation": "médiane"}, ["médiane", "zscore, minmax, rank ou percent"]),
    ({"weighting": "au hasard"}, ["au hasard", "lecteur"]),
    ({"aggregation": "max"}, ["max", "geometrique_entre ou geometrique_dans"]),
    ({"aggregation": "geometrique"}, ["zscore", "minmax"]),
    ({"aggregation": "geometrique", "normalisation": "rank"}, ["rank", "minmax"]),
    ({"aggregation": "geometrique", "normalisation": "percent"}, ["percent", "minmax"]),
    ({"aggregation": "geometrique_entre"}, ["zscore", "minmax"]),
    ({"outliers": "retirées"}, ["retirées", "gardees, ramenees ou logarithme"]),
    ({"outliers": "ramenees", "normalisation": "rank"}, ["rank", "zscore", "minmax"]),
    ({"outliers": "logarithme", "normalisation": "percent"}, ["percent", "telles que publiées"]),
    ({"goalposts": (("a", 0.0, 1.0),)}, ["minmax", "retirez les bornes"]),
    ({"goalposts": (("a", 1.0, 1.0),), "normalisation": "minmax"}, ["a", "1,0", "plus petit d’abord"]),
    ({"goalposts": (("a", 0.0, float("inf")),), "normalisation": "minmax"}, ["a", "inf"]),
    ({"goalposts": (("a", float("nan"), 1.0),), "normalisation": "minmax"}, ["a", "nan"]),
    ({"goalposts": (("a", 0.0, 1.0), ("a", 0.0, 2.0)), "normalisation": "minmax"}, ["a", "deux fois"]),
    ({"minimum_coverage": 1.01}, ["1,01", "de 0 à 1"]),
    ({"minimum_coverage": -0.1}, ["−0,1", "de 0 à 1"]),
    ({"minimum_coverage": float("nan")}, ["nan", "de 0 à 1"]),
    ({"weighting": "priorites_acteur"}, ["demande un acteur"]),
    ({"actor": "maires"}, ["maires", "priorites_acteur"]),
    ({"domain_weights": (("emploi", 1.0),)}, ["lecteur"]),
    ({"weighting": "lecteur"}, ["0 en tout"]),
    ({"weighting": "lecteur", "domain_weights": (("emploi", 0.0), ("sante", 0))}, ["0 en tout"]),
    ({"weighting": "lecteur", "domain_weights": (("emploi", -1.0),)}, ["emploi", "−1,0", "positif"]),
    ({"weighting": "lecteur", "domain_weights": (("emploi", float("inf")),)}, ["emploi", "inf"]),
    ({"weighting": "lecteur", "domain_weights": (("emploi", float("nan")),)}, ["emploi", "nan"]),
    ({"weighting": "lecteur", "domain_weights": (("emploi", 1.0), ("emploi", 2.0))}, ["emploi", "deux"]),
]


@pytest.mark.parametrize(("choices", "words"), REFUSED)
def test_what_cannot_be_computed_is_refused_in_one_sentence(
    choices: dict[str, Any], words: list[str]
) -> None:
    with pytest.raises(MethodError) as refused:
        Method(**choices)
    sentence = str(refused.value)
    assert [word for word in words if word not in sentence] == []
    assert sentence.endswith(".")
    assert "\u202f: " in sentence, "the way out follows the colon"


def test_two_orders_are_one_method() -> None:
    one = Method(flipped=("b", "a"))
    assert one == Method(flipped=("a", "b"))
    assert hash(one) == hash(Method(flipped=("a", "b")))
    ends = (("b", 0.0, 1.0), ("a", 2.0, 3.0))
    assert Method(Normalisation.MINMAX, goalposts=ends) == Method(Normalisation.MINMAX, goalposts=ends[::-1])


def test_bounds_of_the_coverage_are_allowed() -> None:
    assert Method(minimum_coverage=0).minimum_coverage == 0
    assert Method(minimum_coverage=1).minimum_coverage == 1
