"""Rank intervals and missing-data bounds: what must hold whatever the figures are."""

from __future__ import annotations

from argparse import Namespace
from itertools import product
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.command_answers import PROGRAM
from indicators.draw_table import draw_table
from indicators.draws import draw, ranks
from indicators.index import index_scores
from indicators.intervals import PLAN, level_codes, point_ranks, rank_intervals
from indicators.method import Aggregation, Method, Weighting
from indicators.missing_bounds import missing_bounds
from indicators.noise import Noise
from indicators.normalisation import Normalisation
from loaders.store import Store
from tests import boring, made

KEY = ["among", "region_code", "level", "code"]
few = settings(max_examples=6)
Column = list[float | None]
columns = st.lists(
    st.lists(
        st.one_of(st.none(), st.integers(-30, 30).map(lambda tenth: tenth / 10)), min_size=5, max_size=5
    ),
    min_size=1,
    max_size=4,
)
DOMAINS = ["emploi", "emploi", "sante", "culture"]


def store_of(table: list[Column], codes: list[str] | None = None) -> Store:
    """One column of values an indicator; the first two share a domain."""
    names = codes or [f"{place:02d}" for place in range(len(table[0]))]
    numbers = {f"i{number}": dict(zip(names, column, strict=True)) for number, column in enumerate(table)}
    rows = [made.indicator(code, DOMAINS[place], 5 + place) for place, code in enumerate(numbers)]
    return Store.in_memory(made.edition(numbers, rows))


def ordered(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values(KEY, ignore_index=True)


def bounds(frame: Any) -> dict[tuple[str, ...], tuple[int, int]]:
    kept = frame.dropna(subset=["low"])
    return {tuple(row[name] for name in KEY): (row["low"], row["high"]) for _, row in kept.iterrows()}


@pytest.mark.parametrize(
    "method",
    [
        Method(),
        Method(normalisation=Normalisation.PERCENT),
        Method(weighting=Weighting.EQUAL_AXES),
        Method(normalisation=Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC),
    ],
)
def test_published_intervals_contain_their_rank(published: Store, method: Method) -> None:
    frame: Any = rank_intervals(published, method, 300)
    assert len(frame) == 13 * (16 + 16 + 4 + 1)
    assert frame.notna().all(axis=None)
    assert (frame["low"] <= frame["rank"]).all()
    assert (frame["rank"] <= frame["high"]).all()
    assert (frame["high"] <= frame["ranked"]).all()
    assert frame["low"].min() == 1
    assert frame["holds"].between(0, 1).all()


def test_the_ranks_are_those_of_the_index_and_of_plain_loops(published: Store) -> None:
    frame: Any = rank_intervals(published, draws=60)
    index: Any = index_scores(published)
    among: Any = frame[frame["among"] == "regions"].merge(index, on=["region_code", "level", "code"])
    assert (among["rank_x"] == among["rank_y"]).all()
    inside: Any = frame[frame["among"] == "domaines"]
    found = {(row.region_code, row.code): row.rank for row in inside.itertuples()}
    assert found == boring.domain_ranks()


def test_the_seed_is_fixed(published: Store) -> None:
    first, second = rank_intervals(published, draws=200), rank_intervals(published, draws=200)
    pd.testing.assert_frame_equal(first, second)


def test_ten_times_the_draws_give_nearly_the_same_intervals(published: Store) -> None:
    page, report = (rank_intervals(published, draws=draws) for draws in (1_000, 10_000))
    moved = (page["low"] - report["low"]).abs() + (page["high"] - report["high"]).abs()
    assert moved.max() <= 2
    assert (moved > 0).mean() < 0.1
    assert (page["holds"] - report["holds"]).abs().max() < 0.07


def test_a_lead_beyond_rounding_is_certain(published: Store) -> None:
    """Unemployment: 10,8 in the Hauts-de-France, 10,4 next: no rounding closes that; the index may."""
    frame: Any = rank_intervals(published, Method(error=0), 1_000).set_index(KEY)
    first: Any = frame.loc[("regions", "32", "domaine", "emploi")]
    assert first[["rank", "low", "high"]].tolist() == [1, 1, 1]
    assert first["holds"] == 1


def test_without_noise_the_interval_is_the_rank(published: Store) -> None:
    frame: Any = rank_intervals(published, draws=12, noise=Noise.NONE)
    assert (frame["low"] == frame["rank"]).all()
    assert (frame["high"] == frame["rank"]).all()


@few
@given(table=columns)
def test_an_interval_holds_the_rank_and_nine_draws_in_ten_and_not_one_rank_more(table: list[Column]) -> None:
    """Each end is the rank itself, or the rank of a draw with one in twenty at least beyond it or on it."""
    store, draws = store_of(table), 60
    frame: Any = rank_intervals(store, draws=draws).set_index(KEY)
    figures = draw_table(store, Method())
    if not figures.regions:
        return
    drawn = draw(figures, Method(), Noise.AGGREGATION, draws)
    for among, level, scores, axis in PLAN:
        places = ranks(getattr(drawn, scores), axis)
        for where, code in product(range(len(figures.regions)), level_codes(figures, level)):
            row = frame.loc[among, figures.regions[where], level, code]
            if pd.isna(row["rank"]):
                assert row[["low", "high", "holds"]].isna().all()
                continue
            every = places[where, level_codes(figures, level).index(code)].tolist()
            tail = sorted(every)[draws // 20 - 1], sorted(every)[draws - draws // 20 - 1]
            assert (row["low"], row["high"]) == (min(row["rank"], tail[0]), max(row["rank"], tail[1]))
            assert sum(row["low"] <= place <= row["high"] for place in every) >= 0.9 * draws
            assert row["holds"] == pytest.approx(every.count(row["rank"]) / draws)


@few
@given(table=columns, order=st.permutations(range(5)))
def test_permuting_the_regions_permutes_the_intervals(table: list[Column], order: list[int]) -> None:
    """Regions that have the same figures everywhere are told apart by nothing, so there are none here."""
    distinct: list[Column] = [[float(place * place) for place in range(5)], *table[:3]]
    names = [f"{place:02d}" for place in range(5)]
    renamed = {names[place]: names[order[place]] for place in range(5)}
    first: Any = rank_intervals(store_of(distinct, names), draws=120)
    second: Any = rank_intervals(store_of(distinct, [renamed[name] for name in names]), draws=120)
    first["region_code"] = first["region_code"].map(renamed)
    pd.testing.assert_frame_equal(ordered(first), ordered(second))


def test_a_missing_value_is_not_a_zero() -> None:
    """With a hole, region 00 has no rank on health; with a 0, it is the least fragile."""
    steady: Column = [1, 2, 3, 4, 5]
    lasts: list[Column] = [[None, 5, 6, 7, 8], [0, 5, 6, 7, 8]]
    hole, zero = (ordered(rank_intervals(store_of([steady, steady, last]), draws=50)) for last in lasts)
    on_health = (hole["code"] == "sante") & (hole["region_code"] == "00")
    assert hole.loc[on_health, ["rank", "low", "high", "holds"]].isna().all(axis=None)
    assert zero.loc[on_health & (zero["among"] == "regions"), "high"].tolist() == [5]
    assert set(hole.loc[(hole["code"] == "sante") & (hole["among"] == "regions"), "ranked"]) == {4}


@pytest.mark.parametrize(
    "table",
    [
        [[5, 5, 5, 5, 5]],  # constant
        [[None, None, None, None, None]],
        [[7]],  # one region only
        [[None, None, 3, None, None]],
    ],
)
def test_what_cannot_be_ranked_has_neither_rank_nor_interval(table: list[Column]) -> None:
    frame: Any
    for frame in (rank_intervals(store_of(table), draws=20), missing_bounds(store_of(table))):
        assert len(frame) == len(table[0]) * 4
        assert frame[["rank", "low", "high"]].isna().all(axis=None)


def test_ties_everywhere_are_told_by_the_interval() -> None:
    """Four regions at 1.0 and one at 2.0: they share rank 2, and rounding alone makes it 2 to 5."""
    frame: Any = rank_intervals(store_of([[1, 1, 1, 1, 2]]), draws=500, noise=Noise.ROUNDING)
    here = frame[(frame["among"] == "regions") & (frame["level"] == "domaine")].set_index("region_code")
    assert here["rank"].tolist() == [2, 2, 2, 2, 1]
    assert here["low"].tolist() == [2, 2, 2, 2, 1]
    assert here["high"].tolist() == [5, 5, 5, 5, 1]
    assert here.loc["00", "holds"] == pytest.approx(0.25, abs=0.07)


def plain_bounds(table: list[Column], method: Method) -> dict[tuple[str, ...], tuple[int, int]]:
    """Every way to fill the holes with an end of their column, each through the store again."""
    holes = [(i, r) for i, column in enumerate(table) for r, number in enumerate(column) if number is None]
    found: dict[tuple[str, ...], list[int]] = {}
    for ends in product((min, max), repeat=len(holes)):
        filled = [list(column) for column in table]
        for (i, r), end in zip(holes, ends, strict=True):
            filled[i][r] = end(number for number in table[i] if number is not None)
        frame: Any = point_ranks(index_scores(store_of(filled), method))
        for _, row in frame.dropna(subset=["rank"]).iterrows():
            found.setdefault(tuple(row[name] for name in KEY), []).append(row["rank"])
    point: Any = point_ranks(index_scores(store_of(table), method))
    for _, row in point.dropna(subset=["rank"]).iterrows():
        found[tuple(row[name] for name in KEY)].append(row["rank"])
    return {key: (min(reached), max(reached)) for key, reached in found.items()}


HOLES: list[list[Column]] = [
    [[1, 2, 3, 4, None]],
    [[1, 2, 3, 4, 9], [3, None, 1, 2, 2], [5, 4, None, 2, 1]],
    [[1, 2, 3, 4, 9], [3, None, 1, 2, 2], [5, 4, 4, None, 1], [1, 2, 3, 4, None]],
]


@pytest.mark.parametrize("table", HOLES)
@pytest.mark.parametrize("method", [Method(), Method(normalisation=Normalisation.MINMAX)])
def test_missing_bounds_are_those_of_every_filling(table: list[Column], method: Method) -> None:
    frame: Any = missing_bounds(store_of(table), method)
    assert bounds(frame) == plain_bounds(table, method)
    assert frame["exact"].all()
    holes = sum(number is None for column in table for number in column)
    assert frame.loc[frame["level"] == "ensemble", "missing"].sum() == holes
    assert not ((frame["rank"] < frame["low"]) | (frame["rank"] > frame["high"])).any()


def test_a_missing_value_may_be_anywhere() -> None:
    frame: Any = missing_bounds(store_of(HOLES[0]))
    here = frame[(frame["among"] == "regions") & (frame["level"] == "domaine")].set_index("region_code")
    assert pd.isna(here.loc["04", "rank"])
    assert here.loc["04", ["low", "high", "missing"]].tolist() == [1, 4, 1]
    assert here.loc["00", ["rank", "low", "high"]].tolist() == [4, 4, 5]


def test_the_command_gives_the_bounds_of_what_is_missing() -> None:
    asked = Namespace(command="ranks", draws="0", region="04", indicator="", domain="", axis="ensemble")
    found: Any = PROGRAM.questions["ranks"].answer(store_of(HOLES[0]), asked, Method())
    assert found[["among", "best", "worst", "missing", "exact"]].to_numpy().tolist() == [
        ["regions", 1, 4, 1, True]
    ]
    assert found["rank"].isna().all()


def test_beyond_ten_holes_the_extremes_are_tried_and_said_to_be_so() -> None:
    values: Column = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, *([None] * 11)]
    frame: Any = missing_bounds(store_of([values]))
    here = frame[(frame["among"] == "regions") & (frame["level"] == "domaine")].set_index("region_code")
    assert not here["exact"].any()
    assert here.loc["13", ["low", "high"]].tolist() == [1, 23]
    assert here.loc["12", ["rank", "low", "high"]].tolist() == [1, 1, 1]
    assert here.loc["00", ["rank", "low", "high"]].tolist() == [13, 13, 24]


def test_the_published_table_has_no_hole_that_a_bound_could_fill(published: Store) -> None:
    """« Handicap » is published for nobody: there is no lowest or highest value to take."""
    frame: Any = missing_bounds(published)
    assert frame["missing"].sum() == 0
    assert (frame["low"] == frame["rank"]).all()
    assert (frame["high"] == frame["rank"]).all()
