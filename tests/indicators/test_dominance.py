"""Two regions in the same draws: counted again one draw at a time, by plain loops."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping
from itertools import combinations, permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indicators import __main__ as program
from indicators import command
from indicators.command_answers import PROGRAM
from indicators.dominance import dominance, of_regions
from indicators.draw_table import draw_table
from indicators.draws import draw
from indicators.index import index_scores
from indicators.intervals import level_codes, rank_intervals
from indicators.method import Aggregation, Method
from indicators.noise import DRAWS_PAGE, Noise
from indicators.normalisation import Normalisation
from loaders.store import Store
from tests import made, opened

OCCITANIE, PARIS, CORSE = "76", "11", "94"
THREE = (OCCITANIE, PARIS, CORSE)
DOMAINS = ("emploi", "emploi", "sante", "culture")
Key = tuple[str, str, str]
Column = list[float | None]
columns = st.lists(
    st.lists(st.one_of(st.none(), st.integers(-9, 9).map(lambda tenth: tenth / 10)), min_size=3, max_size=3),
    min_size=1,
    max_size=4,
)


def store_of(table: list[Column]) -> Store:
    """One column of values an indicator; the first two share a domain."""
    numbers = {
        f"i{number}": {f"{place:02d}": value for place, value in enumerate(column)}
        for number, column in enumerate(table)
    }
    rows = [made.indicator(code, DOMAINS[place], 5 + place) for place, code in enumerate(numbers)]
    return Store.in_memory(made.edition(numbers, rows))


def shares(store: Store, **asked: Any) -> Mapping[Key, Any]:
    """(region, other, code) → the row."""
    rows: Any = dominance(store, **asked)
    return {(row.region_code, row.other_code, row.code): row for row in rows.itertuples()}


def counted(store: Store, method: Method, codes: tuple[str, ...]) -> dict[Key, tuple[float, float]]:
    """(region, other, code) → shares of the draws where the first is higher, where both are equal."""
    table = draw_table(store, method)
    drawn = draw(table, method, Noise.AGGREGATION, DRAWS_PAGE)
    found: dict[Key, tuple[float, float]] = {}
    for level, name in (("domaine", "domains"), ("axe", "axes"), ("ensemble", "whole")):
        scores = getattr(drawn, name)
        for place, code in enumerate(level_codes(table, level)):
            for one, other in permutations(codes, 2):
                more = equal = 0
                for number in range(DRAWS_PAGE):
                    mine = round(float(scores[table.regions.index(one), place, number]), 9)
                    its = round(float(scores[table.regions.index(other), place, number]), 9)
                    more += mine > its
                    equal += mine == its
                found[one, other, code] = (more / DRAWS_PAGE, equal / DRAWS_PAGE)
    return found


@pytest.mark.parametrize(
    "method", [Method(), Method(normalisation=Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)]
)
def test_shares_are_those_of_plain_loops(published: Store, method: Method) -> None:
    expected = counted(published, method, THREE)
    rows: Any = of_regions(dominance(published, method), THREE)
    found = {(row.region_code, row.other_code, row.code): (row.more, row.equal) for row in rows.itertuples()}
    assert len(found) == 6 * (16 + 4 + 1)
    # The very draws, counted: not one may differ.
    assert found == expected


def test_overlapping_intervals_hide_what_the_same_draws_tell(published: Store) -> None:
    """Normandie and Nouvelle-Aquitaine: intervals that meet, and one draw in a thousand that disagrees."""
    found = shares(published)
    assert found["28", "75", "ensemble"].more == 0.999
    ranks: Any = rank_intervals(published)
    whole = ranks[ranks["level"] == "ensemble"].set_index("region_code")
    meet = [
        max(found[one, other, "ensemble"].more, found[other, one, "ensemble"].more)
        for one, other in combinations(whole.index, 2)
        if whole["low"][one] <= whole["high"][other] and whole["low"][other] <= whole["high"][one]
    ]
    assert (len(meet), sum(share > 0.95 for share in meet)) == (40, 14)


@settings(max_examples=10)
@given(table=columns)
@example(table=[[None, None, None]])
def test_one_is_more_fragile_or_both_are_equal_and_a_hole_is_compared_with_nothing(
    table: list[Column],
) -> None:
    store = store_of(table)
    scores: Any = index_scores(store)
    scored = {(row.region_code, row.code): row.score for row in scores.dropna(subset="score").itertuples()}
    for noise in (Noise.NONE, Noise.AGGREGATION):
        found = shares(store, draws=60, noise=noise)
        assert len(found) == 6 * len(set(scores["code"]))
        for (one, other, code), row in found.items():
            known = (one, code) in scored and (other, code) in scored
            assert row.compared == 60 * known
            together = [row.more, found[other, one, code].more, row.equal]
            assert np.isnan(together).all() if not known else sum(together) == pytest.approx(1)
            if known and noise is Noise.NONE:
                mine, its = (round(scored[region, code], 9) for region in (one, other))
                assert together == [mine > its, its > mine, mine == its]


def test_its_figures_alone_move_a_domain_of_one_indicator(published: Store) -> None:
    """Diversité / handicap has two rows, one of them published empty."""
    rounded, all_loose = (shares(published, noise=noise) for noise in (Noise.SAMPLING, Noise.AGGREGATION))
    moved = {code for (_, _, code), row in all_loose.items() if 0 < row.more < 1}
    assert {"pouvoir_achat", "ensemble"} < moved
    for key, row in all_loose.items():
        if row.level == "domaine":
            assert row.more == rounded[key].more


def test_the_command_gives_the_pairs_that_are_asked(
    published: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "_opened", lambda _path: opened.lasting(published))
    assert program.main("dominance --regions 76,11 --domain emploi --format json".split()) == 0
    printed = {row["region_code"]: row for row in json.loads(capsys.readouterr().out)}
    assert {code: row["more"] for code, row in printed.items()} == {OCCITANIE: 1, PARIS: 0}
    assert printed[PARIS]["draws"] == DRAWS_PAGE
    every: Any = PROGRAM.questions["dominance"].answer(published, asked(region=CORSE), Method())
    assert len(every) == 12 * (16 + 4 + 1)
    assert set(every["draws"]) == {24}


def asked(**options: str) -> Namespace:
    return Namespace(
        **{"regions": "", "region": "", "indicator": "", "domain": "", "axis": "", "draws": "24"} | options
    )
