"""Draws: without noise they are the published scores, with noise they stay where they should."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.draw_table import draw_table
from indicators.draws import draw, ranks
from indicators.index import index_scores
from indicators.intervals import level_codes, tails, unfolded
from indicators.method import Aggregation, Method, Weighting
from indicators.noise import CONCENTRATION, Noise, aggregations, normalisations
from indicators.normalisation import Normalisation
from indicators.samples import _blocks, _Streams, _values, _weights
from loaders.store import Store
from tests import made, opened

METHODS = [
    *(Method(normalisation=normalisation) for normalisation in Normalisation),
    Method(weighting=Weighting.EQUAL_AXES),
    Method(weighting=Weighting.EQUAL_AXES, minimum_coverage=0.6),
    Method(minimum_coverage=0.9),
    Method(weighting=Weighting.READER, domain_weights=(("emploi", 3.0), ("sante", 1.0))),
    Method(normalisation=Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC),
    Method(Normalisation.MINMAX, Weighting.EQUAL_AXES, aggregation=Aggregation.GEOMETRIC),
    Method(Normalisation.PERCENT, Weighting.EQUAL_AXES),
]


@pytest.fixture(scope="module")
def uneven() -> Store:
    """Several indicators a domain, weights, directions, holes, a constant row, an empty domain."""
    numbers: dict[str, dict[str, object]] = {
        "a": {"FR": 2, "11": 1, "24": 2, "27": 3.5, "28": 9},
        "b": {"FR": 2, "11": 5, "24": None, "27": 3, "28": 3},
        "c": {"FR": 4, "11": 50, "24": 51, "27": None, "28": 1},
        "constant": {"FR": 2, "11": 5, "24": 5, "27": 5, "28": 5},
        "d": {"FR": 0, "11": None, "24": 7, "27": 7, "28": 8},
        "empty": {"FR": 2},
    }
    rows = [
        made.indicator("a", "emploi", 5, weight=2),
        made.indicator("b", "emploi", 6, direction=-1),
        made.indicator("c", "sante", 7),
        made.indicator("constant", "sante", 8),
        made.indicator("d", "mobilite", 9),
        made.indicator("empty", "culture", 10),
    ]
    return Store.in_memory(made.edition(numbers, rows))


def scores(store: Store, method: Method) -> dict[tuple[str, str, str], float]:
    frame: Any = index_scores(store, method).dropna(subset="score")
    return {(row.region_code, row.level, row.code): row.score for row in frame.itertuples()}


def drawn_scores(store: Store, method: Method) -> dict[tuple[str, str, str], float]:
    table = draw_table(store, method)
    drawn = draw(table, method, Noise.NONE, 1)
    found: dict[tuple[str, str, str], float] = {}
    for level, name in (("domaine", "domains"), ("axe", "axes"), ("ensemble", "whole")):
        arrays = {"score": getattr(drawn, name)}
        frame: Any = unfolded(table.regions, level_codes(table, level), arrays).dropna()
        found |= {(row.region_code, level, row.code): row.score for row in frame.itertuples()}
    return found


@pytest.mark.parametrize("method", [*METHODS, Method(weighting=Weighting.ACTOR, actor="entreprises")])
def test_without_noise_a_draw_is_the_published_score(published: Store, method: Method) -> None:
    expected = scores(published, method)
    assert len(expected) >= 13 * 15
    assert drawn_scores(published, method) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("method", [one for one in METHODS if one.minimum_coverage <= 0.5])
def test_without_noise_a_draw_follows_holes_and_weights(uneven: Store, method: Method) -> None:
    expected = scores(uneven, method)
    ours = drawn_scores(uneven, method)
    assert ours == pytest.approx(expected, abs=1e-9)
    domains = {key for key in ours if key[1] == "domaine"}
    assert domains == {key for key in expected if key[1] == "domaine"}
    assert ("24", "domaine", "emploi") in domains
    assert ("11", "domaine", "mobilite") not in domains


def test_values_stay_in_their_rounding_interval(published: Store) -> None:
    table = draw_table(published, Method())
    moved = _values(table, Noise.ROUNDING, 2_000, _Streams(1))
    away = (moved - table.oriented[:, :, None]) / table.half_width[None, :, None]
    assert away.min() >= -1.0000001
    assert away.max() <= 1.0000001
    assert np.abs(away.mean(axis=2)).max() < 0.1
    assert away.std(axis=2) == pytest.approx(np.full(table.oriented.shape, 1 / np.sqrt(3)), abs=0.05)


def test_a_dropped_zero_is_still_a_decimal(published: Store) -> None:
    """« 8 » among unemployment rates with one decimal is 8,0: known to 0.05 and not to 0.5."""
    table = draw_table(published, Method())
    assert table.half_width[table.domains.index("emploi")] == pytest.approx(0.05)
    assert table.half_width[table.domains.index("sante")] == pytest.approx(0.5)


def test_weights_move_by_a_quarter_of_themselves(published: Store) -> None:
    table = draw_table(published, Method())
    _, domain = _weights(table, Noise.WEIGHTS, 20_000, np.random.default_rng(1))
    share = domain / domain.sum(axis=0)
    assert share.mean(axis=1) == pytest.approx(np.full(16, 1 / 16), rel=0.02)
    spread = share.std(axis=1) / share.mean(axis=1)
    assert spread == pytest.approx(np.full(16, 1 / np.sqrt(CONCENTRATION)), rel=0.06)


def test_a_domain_without_weight_never_gets_one(published: Store) -> None:
    method = Method(weighting=Weighting.READER, domain_weights=(("emploi", 3.0), ("sante", 1.0)))
    table = draw_table(published, method)
    _, domain = _weights(table, Noise.WEIGHTS, 500, np.random.default_rng(1))
    heavy = {table.domains[row] for row in np.flatnonzero(domain.max(axis=1) > 0)}
    assert heavy == {"emploi", "sante"}
    assert (domain / domain.sum(axis=0))[table.domains.index("emploi")].mean() == pytest.approx(
        0.75, abs=0.02
    )


@pytest.mark.parametrize("draws", [1, 5, 24, 25, 1_000, 10_000])
def test_blocks_hold_every_draw_and_share_the_choices(draws: int) -> None:
    blocks = _blocks(13 * 16, draws, 24)
    assert sum(blocks) == draws
    for choices in (2, 3, 4, 6, 8):
        shares = [sum(blocks[start::choices]) for start in range(choices)]
        assert max(shares) - min(shares) <= max(12, draws // 100)


def test_the_chosen_normalisation_is_always_drawn() -> None:
    drawn = normalisations(Method(normalisation=Normalisation.PERCENT), Noise.NORMALISATION)
    assert drawn[0] is Normalisation.PERCENT
    assert sorted(drawn) == sorted(Normalisation)
    assert normalisations(Method(), Noise.WEIGHTS) == (Normalisation.ZSCORE,)


def test_both_means_are_drawn_the_chosen_one_first() -> None:
    geometric = Method(normalisation=Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)
    assert aggregations(geometric, Noise.NORMALISATION) == (Aggregation.GEOMETRIC,)
    assert aggregations(geometric, Noise.AGGREGATION) == (Aggregation.GEOMETRIC, Aggregation.ARITHMETIC)
    assert aggregations(Method(), Noise.AGGREGATION) == (Aggregation.ARITHMETIC, Aggregation.GEOMETRIC)


def test_more_noise_leaves_the_other_streams_alone(published: Store) -> None:
    """The values drawn are the same under WEIGHTS as under SAMPLING (one indicator a domain)."""
    table = draw_table(published, Method())
    one = draw(table, Method(), Noise.SAMPLING, 50)
    other = draw(table, Method(), Noise.WEIGHTS, 50)
    assert np.array_equal(one.domains, other.domains)
    assert not np.array_equal(one.whole, other.whole)


def test_a_benchmark_of_zero_gives_no_percentage(uneven: Store) -> None:
    table = draw_table(uneven, Method(normalisation=Normalisation.PERCENT))
    assert "mobilite" not in table.domains
    assert "mobilite" in draw_table(uneven, Method()).domains


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=1, max_size=8),
)
def test_ranks_are_those_of_plain_loops(column: list[int | None]) -> None:
    scored = np.array([np.nan if number is None else number / 3 for number in column])
    expected = [
        0 if number is None else 1 + sum(other is not None and other > number for other in column)
        for number in column
    ]
    assert ranks(scored[:, None], 0)[:, 0].tolist() == expected
    assert ranks(scored[None, :], 1)[0].tolist() == expected


def test_ties_are_equal_to_nine_decimals() -> None:
    assert ranks(np.array([0.1 + 0.2, 0.3, 0.3 - 1e-8]), 0).tolist() == [1, 1, 3]


@pytest.mark.parametrize("kind", [np.int16, np.float64])
def test_the_tails_are_values_that_were_drawn(kind: type) -> None:
    drawn: Any = np.random.default_rng(1).permutation(100).astype(kind)
    ends: Any = tails(drawn)
    assert ends == (4, 94)
    alone: Any = tails(drawn[:1])
    assert alone == (drawn[0], drawn[0])


def test_the_order_of_the_table_is_that_of_the_figures() -> None:
    first, second = {"x": 3, "y": 1, "z": 2}, {"z": 3, "x": 1, "y": 2}
    orders = []
    for numbers in (first, second):
        edition = made.edition({"a": numbers}, [made.indicator("a", "emploi", 5)])
        table = draw_table(Store.in_memory(edition), Method())
        assert table.oriented[:, 0].tolist() == [1, 2, 3]
        orders.append(table.regions)
    assert orders == [("y", "z", "x"), ("x", "y", "z")]


def test_axes_are_brought_together_even_when_their_domains_are_not_listed_together() -> None:
    """Domains of one axis that the sheet separates: the groups are still contiguous in the arrays."""
    numbers = {"11": 1, "24": 2, "27": 4}
    codes = ["emploi", "sante", "culture"]
    rows = [made.indicator(code, code, row) for row, code in enumerate(codes, start=5)]
    edition = made.edition(dict.fromkeys(codes, numbers), rows)
    axes = (*edition.axes, replace(edition.axes[0], axis_code="autre", label="Autre", position=2))
    mixed = tuple(
        replace(domain, axis_code="autre" if domain.domain_code == "sante" else "axe")
        for domain in edition.domains
    )
    store = Store.in_memory(replace(edition, axes=axes, domains=mixed))
    table = draw_table(store, Method())
    assert table.domains == ("emploi", "culture", "sante")
    assert drawn_scores(store, Method()) == pytest.approx(scores(store, Method()))


def test_the_fictional_edition_is_marked_and_complete() -> None:
    store = opened.invented().store
    assert store.rows("SELECT fictional FROM mart.edition") == [(True,)]
    counted = store.rows(
        "SELECT actor_code, wave, measure, count(*), count(sample_size) FROM mart.perception GROUP BY ALL"
    )
    assert len(counted) == 4 * 2 + 1
    assert {row[3:] for row in counted} == {(14 * 16, 14 * 16)}
