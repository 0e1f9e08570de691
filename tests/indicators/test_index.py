"""The index of axes and of the whole: plain loops, closed forms, holes, weights and ranks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pytest

from indicators.index import contributions, index_scores
from indicators.method import Aggregation, Method, Weighting
from indicators.normalisation import Normalisation
from indicators.structure import UnknownCode, domains
from loaders.store import Store
from tests import boring, made
from tests.indicators.axes import on_axes

GEOMETRIC = Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)
MINMAX = Method(Normalisation.MINMAX)
AXES = Method(Normalisation.MINMAX, Weighting.EQUAL_AXES)


def shown(store: Store, method: Method, level: str, code: str = "ensemble") -> dict[str, float]:
    """Score of each region, NaN where there is none."""
    frame: Any = index_scores(store, method)
    rows = frame[(frame["level"] == level) & (frame["code"] == code)]
    return dict(zip(rows["region_code"], rows["score"], strict=True))


def places(store: Store, method: Method | None = None) -> dict[str, int | None]:
    """Overall rank of each region, None where there is none."""
    frame: Any = index_scores(store, method)
    rows = frame[frame["level"] == "ensemble"]
    ranks = [
        None if missing else int(rank)
        for rank, missing in zip(rows["rank"], rows["rank"].isna(), strict=True)
    ]
    return dict(zip(rows["region_code"], ranks, strict=True))


def looped(method: str, axis_of: Mapping[str, str]) -> dict[tuple[str, str, str], float]:
    """(region, level, code) → score, with plain loops over the plain loops of the domains."""
    result = {}
    scored = boring.domain_scores(method)
    for region in boring.REGIONS:
        members: dict[tuple[str, str], list[float]] = {}
        for domain, axis in axis_of.items():
            score, _ = scored[region, domain]
            if score is None:
                continue
            for key in [("domaine", domain), ("axe", axis), ("ensemble", "ensemble")]:
                members.setdefault(key, []).append(score)
        for (level, code), parts in members.items():
            result[region, level, code] = sum(parts) / len(parts)
    return result


@pytest.mark.parametrize("method", boring.METHODS)
def test_published_levels_and_ranks_are_those_of_plain_loops(published: Store, method: str) -> None:
    frame = domains(published)
    expected = looped(method, dict(zip(frame["domain_code"], frame["axis_code"], strict=True)))
    ours: Any = index_scores(published, Method(Normalisation(method)))
    assert len(ours) == len(expected) == 13 * (16 + 4 + 1)
    for row in ours.itertuples():
        score = expected[row.region_code, row.level, row.code]
        others = [expected[region, row.level, row.code] for region in boring.REGIONS]
        assert row.score == pytest.approx(score, abs=1e-9)
        assert row.rank == 1 + sum(round(other, 9) > round(score, 9) for other in others)
        assert row.ranked == 13


def test_coverage_of_the_levels_carries_the_empty_row(published: Store) -> None:
    """Half of one domain is missing: a tenth of the social axis, one in thirty-two of the whole."""
    frame: Any = index_scores(published)
    coverage = frame[frame["region_code"] == "53"].set_index("code")["coverage"]
    assert coverage["diversite_handicap"] == 0.5
    assert coverage["axe_social"] == pytest.approx(0.9)
    assert coverage["axe_economique"] == 1
    assert coverage["ensemble"] == pytest.approx(1 - 1 / 32)


def test_rows_follow_the_order_of_the_observatory(published: Store) -> None:
    frame: Any = index_scores(published)
    first = frame[frame["region_code"] == "11"]
    assert first["level"].tolist() == ["domaine"] * 16 + ["axe"] * 4 + ["ensemble"]
    assert first["code"].tolist()[:16] == domains(published)["domain_code"].tolist()
    assert first["code"].tolist()[16] == "axe_economique"


@pytest.fixture(scope="module")
def holed() -> Store:
    """Axis `un` has domains x and y, axis `deux` has z; 24 has nothing on y, 28 only y. Minmax: 0, 5, 10."""
    columns: dict[str, dict[str, object]] = {
        "x": {"11": 0, "24": 5, "27": 10},
        "y": {"11": 10, "24": None, "27": 0, "28": 5},
        "z": {"11": 0, "24": 10, "27": 5},
    }
    rows = [made.indicator(code, code, place) for place, code in enumerate(columns, 5)]
    return Store.in_memory(on_axes(made.edition(columns, rows), {"x": "un", "y": "un", "z": "deux"}))


def test_what_a_missing_domain_weighed_goes_to_the_others(holed: Store) -> None:
    """Equal domains: to all of them. Equal axes: to its own axis."""
    assert shown(holed, MINMAX, "ensemble")["24"] == pytest.approx((5 + 10) / 2)
    assert shown(holed, AXES, "ensemble")["24"] == pytest.approx((5 + 10) / 2)
    assert shown(holed, MINMAX, "ensemble")["11"] == pytest.approx((0 + 10 + 0) / 3)
    assert shown(holed, AXES, "ensemble")["11"] == pytest.approx(((0 + 10) / 2 + 0) / 2)
    uneven = Method(
        Normalisation.MINMAX, Weighting.READER, domain_weights=(("x", 1.0), ("y", 2.0), ("z", 3.0))
    )
    assert shown(holed, uneven, "ensemble")["24"] == pytest.approx((5 + 3 * 10) / 4)
    assert shown(holed, uneven, "axe", "un")["11"] == pytest.approx((0 + 2 * 10) / 3)


def test_equal_axes_leave_out_an_axis_without_a_score(holed: Store) -> None:
    """Region 28 has only y: half of axis `un`, so a quarter of an index with equal axes."""
    frame: Any = index_scores(holed, Method(Normalisation.MINMAX, Weighting.EQUAL_AXES, minimum_coverage=0.2))
    rows = frame[frame["region_code"] == "28"].set_index("code")
    assert rows.loc["un", ["score", "coverage"]].tolist() == [5, 0.5]
    assert rows.loc["ensemble", ["score", "coverage"]].tolist() == [5, 0.25]
    strict: Any = index_scores(
        holed, Method(Normalisation.MINMAX, Weighting.EQUAL_AXES, minimum_coverage=0.6)
    )
    left = strict[(strict["region_code"] == "28") & (strict["level"] != "domaine")].set_index("code")
    assert left["score"].isna().all()
    assert left.loc["un", "coverage"] == 0.5
    assert left.loc["ensemble", "coverage"] == 0, "no axis is shown, so nothing carries the whole"


def test_a_score_below_the_coverage_is_missing_and_takes_no_rank(holed: Store) -> None:
    frame: Any = index_scores(holed, Method(Normalisation.MINMAX, minimum_coverage=0.5))
    whole = frame[frame["level"] == "ensemble"].set_index("region_code")
    assert whole.loc["28", "coverage"] == pytest.approx(1 / 3)
    assert whole["score"].isna().to_dict() == {"11": False, "24": False, "27": False, "28": True}
    assert whole["rank"].isna().to_dict() == {"11": False, "24": False, "27": False, "28": True}
    assert set(whole["ranked"]) == {3}


def test_full_coverage_is_met_whatever_the_order_of_the_sums() -> None:
    """Weights 0.1 to 0.7 do not sum to the same last digit in every order; a complete region is complete."""
    columns = {f"i{place}": {"11": place, "24": place + 1, "27": 3 * place} for place in range(1, 8)}
    rows = [made.indicator(code, "x", place + 5, weight=place / 10) for place, code in enumerate(columns, 1)]
    store = Store.in_memory(made.edition(columns, rows))
    complete = shown(store, Method(minimum_coverage=1), "ensemble")
    assert not any(math.isnan(score) for score in complete.values())


def three(numbers: Mapping[str, tuple[float, float, float]], weights: tuple[float, float, float]) -> Store:
    """Three indicators of one domain, from 0 to 9, so that F, 1 + 0.9 x minmax, is 1 + the number."""
    columns = {
        f"i{place}": {code: row[place] for code, row in {**numbers, "B": (0,) * 3, "C": (9,) * 3}.items()}
        for place in range(3)
    }
    rows = [
        made.indicator(f"i{place}", "x", place + 5, weight=weight) for place, weight in enumerate(weights)
    ]
    return Store.in_memory(made.edition(columns, rows))


def test_geometric_mean_of_1_2_3() -> None:
    """11 - F is 1, 2, 3: 11 - 6^(1/3), and 10 and 1 at the ends; weights 1, 2, 1 give (1 x 2² x 3)^(1/4)."""
    equal = shown(three({"A": (9, 8, 7)}, (1, 1, 1)), GEOMETRIC, "ensemble")
    assert equal == pytest.approx({"A": 11 - 6 ** (1 / 3), "B": 1, "C": 10})
    weighted = shown(three({"A": (9, 8, 7)}, (1, 2, 1)), GEOMETRIC, "ensemble")
    assert weighted["A"] == pytest.approx(11 - 12 ** (1 / 4))


def test_a_strength_does_not_make_up_for_weaknesses_in_a_geometric_mean() -> None:
    """Two tens and a zero are more fragile than the same mean everywhere: a strength cancels less."""
    store = three({"A": (0, 9, 0), "D": (3, 3, 3)}, (1, 1, 1))
    arithmetic, geometric = shown(store, MINMAX, "ensemble"), shown(store, GEOMETRIC, "ensemble")
    assert arithmetic["A"] == pytest.approx(arithmetic["D"])
    assert geometric["A"] == pytest.approx(11 - 100 ** (1 / 3))
    assert geometric["D"] == pytest.approx(4)
    assert geometric["A"] > geometric["D"]


def test_five_and_five_are_less_fragile_than_ten_and_zero() -> None:
    """On two domains: 5,5 each against the worst of one and the best of the other; ranks follow."""
    columns = {
        "x": {"11": 5, "24": 10, "27": 0, "28": 0},
        "y": {"11": 5, "24": 0, "27": 10, "28": 0},
    }
    rows = [made.indicator("x", "x", 5), made.indicator("y", "y", 6)]
    store = Store.in_memory(made.edition(columns, rows))
    even, uneven = 5.5, 11 - 10 ** (1 / 2)
    assert shown(store, GEOMETRIC, "ensemble") == pytest.approx(
        {"11": even, "24": uneven, "27": uneven, "28": 1}
    )
    assert places(store, GEOMETRIC) == {"11": 3, "24": 1, "27": 1, "28": 4}
    assert places(store, MINMAX) == {"11": 1, "24": 1, "27": 1, "28": 4}


def test_the_most_unequal_region_rises_under_the_geometric_mean(published: Store) -> None:
    """Corse, among the three most fragile on 8 domains of 16: 4th on average, 2nd by this mean."""
    before, after = places(published, MINMAX), places(published, GEOMETRIC)
    assert [before[code] for code in ("94", "11", "84")] == [4, 10, 11]
    assert [after[code] for code in ("94", "11", "84")] == [2, 4, 13]


def test_regions_that_tie_share_the_better_rank() -> None:
    columns = {"a": {"11": 0.1, "24": 0.2, "27": 0.6}, "b": {"11": 0.6, "24": 0.2, "27": 0.1}}
    rows = [made.indicator("a", "x", 5), made.indicator("b", "y", 6)]
    assert places(Store.in_memory(made.edition(columns, rows))) == {"11": 1, "24": 3, "27": 1}


def test_one_region_alone_has_no_score() -> None:
    """Nothing to compare with: every column is constant; a defined result, not a division by zero."""
    store = Store.in_memory(made.edition({"a": {"11": 4}}, [made.indicator("a", "x", 5)]))
    frame: Any = index_scores(store)
    assert frame["score"].isna().all()
    assert frame["rank"].isna().all()
    assert set(frame["coverage"]) == {0.0}
    assert set(frame["ranked"]) == {0}
    assert contributions(store, None, "11").empty


@pytest.mark.parametrize("method", [Method(), AXES, GEOMETRIC])
def test_nothing_published_gives_no_score(method: Method) -> None:
    empty: dict[str, dict[str, object]] = {"a": {"11": None, "24": None}, "b": {"11": 3, "24": 3}}
    rows = [made.indicator("a", "x", 5), made.indicator("b", "y", 6)]
    frame: Any = index_scores(Store.in_memory(made.edition(empty, rows)), method)
    assert len(frame) == 2 * 4
    assert frame["score"].isna().all()
    assert not frame["coverage"].any()


METHODS = [
    Method(),
    AXES,
    GEOMETRIC,
    Method(Normalisation.RANK),
    Method(Normalisation.PERCENT, Weighting.EQUAL_AXES),
    Method(Normalisation.MINMAX, Weighting.EQUAL_AXES, aggregation=Aggregation.GEOMETRIC),
    Method(weighting=Weighting.READER, domain_weights=(("emploi", 3.0), ("sante", 1.0), ("culture", 0.5))),
    Method(weighting=Weighting.ACTOR, actor="entreprises"),
]


@pytest.mark.parametrize("method", METHODS, ids=repr)
@pytest.mark.parametrize("region", ["32", "94"])
def test_a_published_score_splits_into_its_indicators(published: Store, method: Method, region: str) -> None:
    parts: Any = contributions(published, method, region)
    scores: Any = index_scores(published, method).set_index("region_code").loc[region]
    expected = scores.dropna(subset="score").set_index(["level", "code"])["score"].to_dict()
    groups = parts.groupby(["level", "code"])
    assert set(groups.groups) == set(expected)
    for key, group in groups:
        total = group["part"].sum()
        shown_total = 11 - 10 * math.exp(-total) if method.aggregation is Aggregation.GEOMETRIC else total
        assert shown_total == pytest.approx(expected[key], abs=1e-12)
        assert group["score"].tolist() == pytest.approx([expected[key]] * len(group))
        assert group["share"].sum() == pytest.approx(1)
        assert group["part"].tolist() == pytest.approx((group["share"] * group["normalised"]).tolist())


def test_shares_of_an_unscored_domain_go_where_its_weight_went(holed: Store) -> None:
    parts: Any = contributions(holed, MINMAX, "24")
    whole = parts[parts["level"] == "ensemble"].set_index("indicator_code")["share"].to_dict()
    assert whole == {"x": 0.5, "z": 0.5}
    complete: Any = contributions(holed, AXES, "11")
    whole = complete[complete["level"] == "ensemble"].set_index("indicator_code")["share"].to_dict()
    assert whole == {"x": 0.25, "y": 0.25, "z": 0.5}
    assert contributions(holed, MINMAX, "28")["level"].tolist() == ["domaine", "axe"]


def test_an_unknown_region_is_named(published: Store) -> None:
    with pytest.raises(UnknownCode, match="FR"):
        contributions(published, None, "FR")
