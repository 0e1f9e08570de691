"""The ten steps of the method: each number a second time by plain loops, or by a closed form."""

from __future__ import annotations

import csv
import io
import math
import random
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import __main__ as program
from indicators import command, method_codes, option_codes
from indicators.alternatives import ranked
from indicators.index import index_scores
from indicators.method import Aggregation, Method, Weighting
from indicators.normalisation import Normalisation
from indicators.plain_names import by_convention
from indicators.results import Results
from indicators.score_table import Group
from indicators.structure import scored_indicators
from indicators.ten_steps import analysed, linked
from indicators.ten_steps.choices import alone, choices, effects
from indicators.ten_steps.measures import measures, of_step
from indicators.ten_steps.step import Step, Unit
from loaders.store import Store
from tests import boring, boring_importance, boring_index, made, opened
from wording.slug import slug

Told = dict[tuple[str, str], float]


def told(results: Results, step: Step) -> Told:
    rows = of_step(results, step)
    return {(row["measure"], row["code"]): row["value"] for row in rows.to_dict("records")}


def scores_of(level: str, code: str) -> list[float]:
    scored = boring_index.index("zscore")
    return [scored[region, level, code] for region in boring.REGIONS]


DOMAINS = list(boring_index.axes())
WHOLE = ("ensemble", "ensemble")


def test_every_step_is_measured_in_the_order_of_the_handbook() -> None:
    for results in (opened.published(), opened.invented()):
        rows = measures(results)
        assert list(dict.fromkeys(rows["step"])) == list(Step)
        assert set(rows["unit"]) == set(Unit)
        assert not rows.duplicated(["step", "measure", "code"]).any()
        assert rows["value"].notna().all()


def test_the_edition_is_counted_as_in_the_workbook() -> None:
    found = told(opened.published(), Step.FRAMEWORK) | told(opened.published(), Step.DATA)
    table = [row for row in boring.rows() if set(row.numbers) & set(boring.REGIONS)]
    cells = sum(region in row.numbers for row in table for region in boring.REGIONS)
    counted = {name: value for (name, _), value in found.items()}
    assert counted == {
        "axes": len(set(boring_index.axes().values())),
        "domains": len(DOMAINS),
        "domains_measured": len({row.domain for row in table}),
        "domains_of_one_indicator": sum(
            [row.domain for row in table].count(domain) == 1 for domain in {row.domain for row in table}
        ),
        "indicators": len(table),
        "low_is_fragile": sum(row.direction == -1 for row in table),
        "by_convention": 2,
        "profile": 13,
        "cells": len(table) * 13,
        "cells_used": cells,
        "cells_corrected": 0,
        "sources": 10,
        "without_source": 1,
        "without_year": 0,
        # Mobility alone: `test_options` recomputes its skewness and kurtosis.
        "outliers": 1,
        "first_year": 2012,
        "last_year": 2019,
    }


def test_without_a_hole_no_rank_is_open_and_the_training_edition_has_some() -> None:
    found = told(opened.published(), Step.MISSING)
    assert (found["holes", ""], found["ranks_open", "ensemble"], found["ranks_open", "domaine"]) == (0, 0, 0)
    assert (found["silent_indicators", ""], found["bounds_exact", ""]) == (1, 1)
    large, data = told(opened.large(), Step.MISSING), told(opened.large(), Step.DATA)
    assert large["holes", ""] == data["cells", ""] - data["cells_used", ""] > 0
    assert 0 < large["ranks_open", "ensemble"] <= large["ranks", "ensemble"] == 13
    assert large["bounds_exact", ""] == 0


def hollow() -> Results:
    """Two domains of one indicator in five regions; the first has no value in one of them."""
    columns: dict[str, dict[str, object]] = {
        "a": {"11": 1, "24": 2, "27": 3, "28": 4},
        "b": {"11": 5, "24": 1, "27": 2, "28": 3, "32": 4},
    }
    indicators = [made.indicator("a", "emploi", 5), made.indicator("b", "sante", 6)]
    return Results(Store.in_memory(made.edition(columns, indicators)))


def test_a_hole_opens_the_ranks_between_both_ends_of_its_column() -> None:
    """At 4 the region that is absent is first too, and the three behind it lose a place; at 1 nobody does."""
    found = told(hollow(), Step.MISSING)
    assert (found["holes", ""], found["bounds_exact", ""]) == (1, 1)
    assert (found["ranks", "domaine"], found["ranks_open", "domaine"], found["widest", "domaine"]) == (
        9,
        3,
        1,
    )
    places = [whole_ranks(end) for end in (1.0, 4.0)]
    point = whole_ranks(None)
    ends = [sorted([before, *(one[place] for one in places)]) for place, before in enumerate(point)]
    assert found["ranks", "ensemble"] == 5
    assert found["ranks_open", "ensemble"] == sum(low < high for low, _, high in ends)
    assert found["widest", "ensemble"] == max(high - low for low, _, high in ends)


def whole_ranks(absent: float | None) -> list[int]:
    """Ranks of the five regions of `hollow` by the mean of both domains, with a value for what is absent."""
    columns: list[list[float | None]] = [[1.0, 2.0, 3.0, 4.0, absent], [5.0, 1.0, 2.0, 3.0, 4.0]]
    scores: list[list[float]] = [[] for _ in range(5)]
    for column in columns:
        known = [value for value in column if value is not None]
        middle = sum(known) / len(known)
        spread = math.sqrt(sum((value - middle) ** 2 for value in known) / len(known))
        for own, value in zip(scores, column, strict=True):
            own.extend([] if value is None else [(value - middle) / spread])
    means = [round(sum(own) / len(own), 9) for own in scores]
    return [1 + sum(other > mine for other in means) for mine in means]


def test_coherence_is_that_of_plain_loops() -> None:
    found = told(opened.published(), Step.ANALYSIS)
    domains = [scores_of("domaine", code) for code in DOMAINS]
    pairs = [boring_importance.pearson(one, other) or 0 for one, other in combinations(domains, 2)]
    assert found["alpha", ""] == pytest.approx(boring_importance.alpha(domains))
    assert found["mean_correlation", ""] == pytest.approx(sum(pairs) / len(pairs))
    assert found["pairs", ""] == len(pairs) == 120
    assert found["pairs_opposed", ""] == sum(r <= -0.8 for r in pairs)
    assert found["pairs_alike", ""] == sum(r >= 0.8 for r in pairs)


def test_components_are_those_of_the_power_method() -> None:
    """The largest eigenvalue, then that of what it leaves: no library of linear algebra."""
    domains = [scores_of("domaine", code) for code in DOMAINS]
    matrix = [[boring_importance.pearson(one, other) or 0 for other in domains] for one in domains]
    found = told(opened.published(), Step.ANALYSIS)
    for place in ("1", "2"):
        vector = [random.Random(number).random() for number in range(len(matrix))]
        value = 0.0
        for _ in range(5000):
            image = [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]
            value = math.sqrt(sum(a * a for a in image))
            vector = [a / value for a in image]
        assert found["component", place] == pytest.approx(value / len(matrix), abs=1e-6)
        matrix = [
            [cell - value * vector[i] * vector[j] for j, cell in enumerate(row)]
            for i, row in enumerate(matrix)
        ]


def group(own: list[list[float]]) -> Group:
    scores = np.array(own)
    weight = np.full(scores.shape[1], 1 / scores.shape[1])
    whole = scores.mean(axis=1)
    codes = tuple(str(place) for place in range(scores.shape[1]))
    return Group("domaine", codes, "ensemble", "ensemble", weight, scores, scores * weight, whole)


def test_components_of_closed_forms() -> None:
    """Two domains of correlation r: (1 + r) / 2, then (1 - r) / 2. A hole: nothing is said."""
    same = [[1.0, 2.0], [2.0, 4.0], [3.0, 6.0], [4.0, 8.0], [5.0, 10.0]]
    assert analysed.components(group(same)) == pytest.approx([1, 0])
    apart = [[1.0, 1.0], [2.0, -1.0], [3.0, 0.0], [4.0, -1.0], [5.0, 1.0]]
    assert analysed.components(group(apart)) == pytest.approx([0.5, 0.5])
    holed = [[math.nan, 1.0], *apart[1:]]
    assert all(map(math.isnan, analysed.components(group(holed))))
    assert all(map(math.isnan, analysed.components(group([[1.0], [2.0]]))))


METHODS = {
    "methode=minmax": ("minmax", False),
    "methode=rang": ("rank", False),
    "methode=pourcentage": ("percent", False),
    "methode=geometrique": ("geometrique", False),
    "ponderation=axes_egaux": ("zscore", True),
}


@pytest.mark.parametrize("code", METHODS)
def test_a_choice_moves_the_ranks_as_plain_loops_do(code: str) -> None:
    step = Step.AGGREGATION if code.startswith(("p", "methode=g")) else Step.NORMALISATION
    found = told(opened.published(), step)
    name, by_axes = METHODS[code]
    before = boring_index.ranks(boring_index.index("zscore"))
    after = boring_index.ranks(boring_index.index(name, by_axes=by_axes))
    moves = [abs(before[region, *WHOLE] - after[region, *WHOLE]) for region in boring.REGIONS]
    assert found["ranks_mean", code] == pytest.approx(sum(moves) / 13)
    assert found["ranks_largest", code] == max(moves)
    assert found["ranks_moved", code] == sum(map(bool, moves))
    assert found["ranks_compared", code] == 13


def test_every_choice_of_a_list_is_there_but_ours_and_the_reader_s() -> None:
    store = opened.published().store
    listed = {("methode", code) for code in method_codes.NORMALISATIONS if code}
    listed |= {("ponderation", code) for code in method_codes.weightings(store) if code}
    listed -= {("ponderation", method_codes.READER)}
    listed |= {("extremes", "ramenees"), ("extremes", "logarithme")}
    listed |= {("couverture", code) for code in ("0", "0.75", "1")}
    listed |= {("erreur", code) for code in ("0", "0.2", "0.3")}
    scored = scored_indicators(store)
    listed |= {
        ("inverses", slug(code))
        for code, label in zip(scored["indicator_code"], scored["label"], strict=True)
        if by_convention(label)
    }
    assert {(one.name, one.code) for one in choices(store)} == listed
    # A name of the address that no step knows would have no effect told: free texts apart.
    assert set(method_codes.NAMES) - {name for name, _ in listed} == {
        method_codes.WEIGHTS,
        option_codes.GOALPOSTS,
    }
    # An error of measure moves intervals, and no rank.
    moved = effects(opened.published())
    assert set(zip(moved["name"], moved["code"], strict=True)) == {
        (name, code) for name, code in listed if name != "erreur"
    }


@pytest.mark.parametrize(
    "method",
    [
        Method(),
        Method(Normalisation.RANK, Weighting.EQUAL_AXES),
        Method(Normalisation.PERCENT),
        Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC),
    ],
)
@pytest.mark.parametrize("results", [opened.published, opened.large])
def test_ranks_without_sql_are_those_of_the_index(method: Method, results: object) -> None:
    store = results().store  # type: ignore[operator]
    ours = ranked(store, method).set_index(["region_code", "code"])["rank"]
    index = index_scores(store, method).set_index(["region_code", "code"])["rank"]
    pd.testing.assert_series_equal(ours.sort_index(), index.reindex(ours.index).sort_index())


def test_what_a_domain_weighs_and_decides_is_that_of_plain_loops() -> None:
    found = told(opened.published(), Step.AGGREGATION)
    domains, whole = [scores_of("domaine", code) for code in DOMAINS], scores_of(*WHOLE)
    shares = boring_importance.shares([1.0] * 16, domains, whole)
    for code, own, share in zip(DOMAINS, domains, shares, strict=True):
        assert found["domain_weight", code] == pytest.approx(1 / 16)
        assert found["domain_share", code] == pytest.approx(share)
        assert found["domain_correlation", code] == pytest.approx(boring_importance.pearson(own, whole))


def test_intervals_and_duels_are_counted_as_the_pages_show_them() -> None:
    results = opened.published()
    found = told(results, Step.UNCERTAINTY)
    rows = [row for row in results.rank_intervals().to_dict("records") if row["among"] == "regions"]
    for level, count in (("ensemble", 13), ("axe", 52), ("domaine", 208)):
        widths = [row["high"] - row["low"] for row in rows if row["level"] == level]
        assert found["ranks", level] == len(widths) == count
        assert found["mean_width", level] == pytest.approx(sum(widths) / count)
        assert found["without_width", level] == widths.count(0)
    duels = [row for row in results.dominance().to_dict("records") if row["code"] == "ensemble"]
    assert found["pairs", "ensemble"] == 13 * 12 / 2
    assert found["pairs_settled", "ensemble"] == sum(
        math.floor(100 * row["more"] + 0.5) >= 95 for row in duels
    )
    assert found["errors_published", ""] == 0
    assert told(opened.large(), Step.UNCERTAINTY)["errors_published", ""] > 0


@pytest.mark.parametrize("out", ["education", "numerique"])
def test_without_a_domain_the_ranks_move_as_plain_loops_do(out: str) -> None:
    found = told(opened.published(), Step.BACK)
    before = boring_index.ranks(boring_index.index("zscore"))
    others = {code: 1.0 for code in DOMAINS if code != out}
    after = boring_index.ranks(boring_index.index("zscore", others))
    moves = [abs(before[region, *WHOLE] - after[region, *WHOLE]) for region in boring.REGIONS]
    assert found["mean_change_without", out] == pytest.approx(sum(moves) / 13)
    assert found["largest_change_without", out] == max(moves)


def test_links_are_those_of_plain_loops() -> None:
    results, rows = opened.published(), linked.links(opened.published())
    assert rows["regions"].tolist() == [13, 13, 13, 13, 13, 13, 12]
    whole = dict(zip(boring.REGIONS, scores_of(*WHOLE), strict=True))
    sql = "SELECT region_code, value FROM mart.indicator_value WHERE indicator_code = ?"
    for row in rows.to_dict("records"):
        values = dict(results.store.rows(sql, [row["indicator_code"]]))
        r = boring_importance.pearson([values.get(code) for code in whole], list(whole.values()))
        assert row["correlation"] == pytest.approx(r)
        assert r is not None
        # Fisher's z, by its logarithm.
        middle, reach = math.log((1 + r) / (1 - r)) / 2, 1.959964 / math.sqrt(row["regions"] - 3)
        for name, z in (("low", middle - reach), ("high", middle + reach)):
            assert row[name] == pytest.approx((math.exp(2 * z) - 1) / (math.exp(2 * z) + 1))


@given(st.floats(-0.999, 0.999), st.integers(5, 200))
def test_an_interval_holds_its_correlation_and_leaves_out_0_from_the_least_on(r: float, count: int) -> None:
    low, high = linked.interval(r, count)
    assert -1 < low <= r <= high < 1
    if abs(abs(r) - linked.least(count)) > 1e-9:
        assert (low > 0 or high < 0) == (abs(r) > linked.least(count))
    assert linked.interval(-r, count) == pytest.approx((-high, -low))


def test_no_interval_without_a_correlation() -> None:
    assert linked.interval(1.0, 13) == (1.0, 1.0)
    assert all(map(math.isnan, linked.interval(math.nan, 3)))


def test_what_is_shown_counts_the_signs_that_hold() -> None:
    for results in (opened.published(), opened.invented()):
        found = told(results, Step.SHOWN)
        signs = [
            sign
            for actor in results.actors()["actor_code"]
            for sign in results.crossed(actor).gaps["stated_sign"]
        ]
        assert found["gaps", ""] == sum(sign != "non_calculable" for sign in signs)
        assert found["gaps_stated", ""] == sum(sign in {"positive", "negative", "nul"} for sign in signs)
        assert 0 < found["gaps_stated", ""] <= found["gaps", ""]


def test_the_commands_give_every_table(
    published: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "_opened", lambda _path: published)

    def asked(line: str) -> list[dict[str, str]]:
        assert program.main(line.split()) == 0
        return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    results = opened.published()
    steps = asked("steps")
    assert [(row["step"], row["measure"], row["code"]) for row in steps] == list(
        measures(results)[["step", "measure", "code"]].itertuples(index=False, name=None)
    )
    assert [float(row["value"]) for row in steps] == measures(results)["value"].tolist()
    assert [(row["name"], row["code"]) for row in asked("alternatives")] == [
        (one.name, one.code) for one, _ in alone(published)
    ]
    (whole,) = (row for row in asked("coherence") if row["in_level"] == "ensemble")
    assert float(whole["alpha"]) == told(results, Step.ANALYSIS)["alpha", ""]
    assert len(asked("pairs")) == 120 + 6
    assert len(asked("links")) == 7
    assert program.main("steps --normalisation rank".split()) == 2
    assert "ne lit pas --normalisation" in capsys.readouterr().err
