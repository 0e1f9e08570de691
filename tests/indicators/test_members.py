"""What makes the score of a domain, by plain loops; and orders that can be counted in full."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from indicators.agreement import CHANCE
from indicators.members import Link, _agreement
from indicators.results import Results
from indicators.rows import records
from indicators.scores import indicator_scores
from tests import opened
from tests.training.indicators import named


@pytest.fixture(scope="module")
def large() -> Results:
    return opened.large()


def ranks(values: list[float]) -> list[float]:
    """Mean ranks, by counting who is before."""
    return [
        sum(other > value for other in values) + (sum(other == value for other in values) + 1) / 2
        for value in values
    ]


def spearman(one: list[float], other: list[float]) -> float:
    x, y = ranks(one), ranks(other)
    mean = (len(x) + 1) / 2
    top = sum((a - mean) * (b - mean) for a, b in zip(x, y, strict=True))
    return float(top / (sum((a - mean) ** 2 for a in x) * sum((b - mean) ** 2 for b in y)) ** 0.5)


def test_each_indicator_is_held_against_the_mean_of_the_others(large: Results) -> None:
    every = records(indicator_scores(large.store))
    for domain in ("emploi", "education"):
        found = records(large.members(domain))
        assert len(found) == named(domain)
        held: dict[str, dict[str, float]] = {}
        weight: dict[str, float] = {}
        for row in every:
            if row["domain_code"] == domain:
                held.setdefault(row["indicator_code"], {})[row["region_code"]] = row["score"]
                weight[row["indicator_code"]] = row["weight"]
        assert sum(row["share"] for row in found) == pytest.approx(1)
        for row in found:
            code = row["indicator_code"]
            assert row["share"] == pytest.approx(weight[code] / sum(weight.values()))
            own, others = [], []
            for region, score in held[code].items():
                known = [
                    (weight[one], held[one][region]) for one in held if one != code and region in held[one]
                ]
                own.append(score)
                others.append(sum(w * value for w, value in known) / sum(w for w, _ in known))
            assert row["regions"] == len(own)
            assert row["agreement"] == pytest.approx(spearman(own, others))
            said = Link.WITH if row["agreement"] > 0 else Link.AGAINST
            assert row["link"] == (said if row["chance"] <= CHANCE else Link.OPEN)


def test_an_invented_edition_has_indicators_of_each_kind(large: Results) -> None:
    links = {row["link"] for code in large.domains()["domain_code"] for row in records(large.members(code))}
    assert links == set(Link)


def test_the_share_of_random_orders_is_that_of_all_of_them() -> None:
    own, others = [1.0, 2, 3, 4, 5, 6], [1.0, 3, 2, 4, 6, 5]
    count, found, chance, _ = _agreement(np.array(own), np.array(others))
    as_far = [abs(spearman(list(order), others)) >= abs(found) - 1e-9 for order in permutations(own)]
    assert count == len(own)
    assert found == pytest.approx(spearman(own, others))
    assert chance == pytest.approx(np.mean(as_far), abs=0.01)


@pytest.mark.parametrize(
    ("own", "others", "link"),
    [
        ([1.0, 2, 3, 4, 5, 6, 7], [2.0, 4, 6, 8, 10, 12, 99], Link.WITH),
        ([7.0, 6, 5, 4, 3, 2, 1], [2.0, 4, 6, 8, 10, 12, 99], Link.AGAINST),
        ([1.0, 2, 3], [1.0, 2, 3], Link.OPEN),
        ([1.0, 2], [1.0, 2], Link.OPEN),
        ([4.0, 4, 4, 4], [1.0, 2, 3, 4], Link.OPEN),
    ],
)
def test_few_regions_and_equal_values_establish_nothing(
    own: list[float], others: list[float], link: Link
) -> None:
    assert _agreement(np.array(own), np.array(others))[-1] is link


def test_an_indicator_alone_has_the_whole_weight_and_nothing_to_go_with() -> None:
    (row,) = records(opened.published().members("emploi"))
    assert (row["share"], row["regions"], row["agreement"], row["link"]) == (1, 0, None, Link.OPEN)
