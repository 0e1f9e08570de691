"""Domain scores and ranks: coverage, ties, and the published numbers against the boring way."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from indicators.method import Method
from indicators.normalisation import Normalisation
from indicators.scores import domain_ranks, domain_scores, indicator_scores
from indicators.structure import missing_indicators
from loaders.store import Store
from tests import boring, made


@pytest.mark.parametrize("method", boring.METHODS)
def test_published_scores_are_those_of_plain_loops(published: Store, method: str) -> None:
    expected = boring.domain_scores(method)
    ours: Any = domain_scores(published, Method(Normalisation(method)))
    assert len(ours) == len(expected) == 13 * 16
    for row in ours.itertuples():
        score, coverage = expected[row.region_code, row.domain_code]
        assert row.coverage == pytest.approx(coverage)
        assert row.score == pytest.approx(score, abs=1e-9)


def test_published_ranks_are_those_of_plain_loops(published: Store) -> None:
    ours: Any = domain_ranks(published)
    found = {(row.region_code, row.domain_code): row.objective_rank for row in ours.itertuples()}
    assert found == boring.domain_ranks()
    assert set(ours["objective_ranked"]) == {16}


@pytest.mark.parametrize("method", boring.METHODS)
def test_published_indicator_scores_are_those_of_plain_loops(published: Store, method: str) -> None:
    expected = {
        (region, row.domain): (row.numbers[region], score)
        for row in boring.rows()
        for region, score in boring.scores(row, method).items()
    }
    ours: Any = indicator_scores(published, Method(Normalisation(method)))
    found = {(row.region_code, row.domain_code): (row.value, row.score) for row in ours.itertuples()}
    assert found == {key: pytest.approx(pair) for key, pair in expected.items()}


def test_handicap_halves_the_coverage_of_its_domain(published: Store) -> None:
    missing: Any = missing_indicators(published)
    assert missing[["label", "domain_code", "reason"]].to_numpy().tolist() == [
        ["Handicap", "diversite_handicap", "no_value"]
    ]
    scores: Any = domain_scores(published).set_index("domain_code")
    assert set(scores.loc["diversite_handicap", "coverage"]) == {0.5}
    assert scores.loc["diversite_handicap", "score"].notna().all()
    assert set(scores.drop("diversite_handicap")["coverage"]) == {1.0}


def test_a_score_below_the_stated_coverage_is_not_shown(published: Store) -> None:
    scores: Any = domain_scores(published, Method(minimum_coverage=0.6)).set_index("domain_code")
    assert scores.loc["diversite_handicap", "score"].isna().all()
    ranks: Any = domain_ranks(published, Method(minimum_coverage=0.6))
    assert "diversite_handicap" not in set(ranks["domain_code"])
    assert set(ranks["objective_ranked"]) == {15}


@pytest.fixture
def uneven() -> Store:
    """Two domains; `sante` has a constant row, a row without direction, and a hole in region 24."""
    return Store.in_memory(
        made.edition(
            {
                "a": {"FR": 2, "11": 1, "24": 2, "27": 3},
                "b": {"FR": 2, "11": 5, "24": None, "27": 3},
                "constant": {"FR": 2, "11": 5, "24": 5, "27": 5},
                "mute": {"FR": 2, "11": 5, "24": 6, "27": 7},
                "empty": {"FR": 2},
            },
            [
                made.indicator("a", "emploi", 5),
                made.indicator("b", "sante", 6, weight=6),
                made.indicator("constant", "sante", 7),
                made.indicator("mute", "sante", 8, direction=None),
                made.indicator("empty", "culture", 9),
            ],
        )
    )


def test_every_reason_for_a_missing_indicator_is_told(uneven: Store) -> None:
    missing: Any = missing_indicators(uneven)
    assert dict(zip(missing["indicator_code"], missing["reason"], strict=True)) == {
        "constant": "constant",
        "mute": "no_direction",
        "empty": "no_value",
    }


def test_every_region_and_domain_has_a_row(uneven: Store) -> None:
    scores: Any = domain_scores(uneven).set_index(["region_code", "domain_code"])
    assert len(scores) == 9
    assert scores.loc[("11", "sante"), "coverage"] == pytest.approx(6 / 8)
    assert scores.loc[("11", "sante"), ["indicator_count", "indicator_total"]].tolist() == [1, 3]
    assert scores.loc[("24", "sante"), "coverage"] == 0
    assert pd.isna(scores.loc[("24", "sante"), "score"])
    assert scores.loc["11"].loc["culture", "coverage"] == 0


def test_unscored_domains_take_no_rank(uneven: Store) -> None:
    ranks: Any = domain_ranks(uneven)
    counts = ranks.groupby("region_code")["objective_ranked"].max().to_dict()
    assert counts == {"11": 2, "24": 1, "27": 2}
    first = ranks[ranks["objective_rank"] == 1]
    assert dict(zip(first["region_code"], first["domain_code"], strict=True)) == {
        "11": "sante",
        "24": "emploi",
        "27": "emploi",
    }


def test_domains_that_tie_share_the_better_rank() -> None:
    """The same figures up to scale have the same score, whatever the last digit of a sum says."""
    numbers = {"11": 0.1, "24": 0.2, "27": 0.6}
    columns: dict[str, dict[str, object]] = {
        f"x{scale}": {code: number * scale for code, number in numbers.items()} for scale in range(1, 30)
    }
    columns["reverse"] = {code: -number for code, number in numbers.items()}
    rows = [made.indicator(code, code, row) for row, code in enumerate(columns, start=5)]
    store = Store.in_memory(made.edition(columns, rows))
    assert domain_scores(store)["score"].nunique() > 6, (
        "the floating-point sums must differ for this test to tell"
    )
    ranks = domain_ranks(store)
    here = ranks[ranks["region_code"] == "27"]
    assert dict(zip(here["domain_code"], here["objective_rank"], strict=True)) == dict.fromkeys(
        columns, 1
    ) | {"reverse": 30}


def test_hundreds_of_indicators_and_thousands_of_territories() -> None:
    """The same SQL, larger: a domain's score is the mean of its indicators', checked on one territory."""
    territories = [f"{number:05d}" for number in range(300)]
    codes = [f"i{number}" for number in range(40)]
    rows = [made.indicator(code, f"d{place % 16}", place + 5) for place, code in enumerate(codes)]
    numbers = {
        code: {territory: (place * 37 + int(territory) * 101) % 997 for territory in territories}
        for place, code in enumerate(codes)
    }
    store = Store.in_memory(made.edition(numbers, rows))
    scores: Any = domain_scores(store).set_index(["region_code", "domain_code"])["score"]
    assert len(scores) == 300 * 16
    parts = indicator_scores(store)
    here = parts[(parts["region_code"] == "00007") & (parts["domain_code"] == "d3")]
    assert len(here) == 3
    assert scores["00007", "d3"] == pytest.approx(here["score"].mean())
