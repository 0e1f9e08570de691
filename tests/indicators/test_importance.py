"""What each element decides of a score: by plain loops, in closed form, and what was found independently."""

from __future__ import annotations

import math
import warnings
from typing import Any

import pandas as pd
import pytest

from indicators import coherence
from indicators.importance import importance
from indicators.index import index_scores
from indicators.method import Aggregation, Method, Weighting
from indicators.normalisation import Normalisation
from indicators.rows import records
from indicators.score_table import Group, groups
from indicators.scores import indicator_scores
from loaders.store import Store
from tests import boring, boring_importance, boring_index, made, opened
from tests.boring_importance import Scores

GEOMETRIC = Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC)
READER = Method(
    Normalisation.RANK, Weighting.READER, domain_weights=(("emploi", 3), ("sante", 1), ("culture", 0.5))
)
METHODS = {
    "zscore": Method(),
    "rank": Method(Normalisation.RANK, Weighting.EQUAL_AXES),
    "percent": Method(Normalisation.PERCENT),
    "geometrique": GEOMETRIC,
}


def of(store: Store, method: Method | None = None) -> list[Group]:
    chosen = method or Method()
    return groups(store, chosen, index_scores(store, chosen))


def found(store: Store, method: Method | None = None, **where: str) -> pd.DataFrame:
    rows = importance(of(store, method))
    for name, value in where.items():
        rows = rows[rows[name] == value]
    return rows.set_index("code")


def edition(columns: dict[str, dict[str, object]], domains: dict[str, str]) -> Store:
    rows = [made.indicator(code, domains[code], place) for place, code in enumerate(columns, 5)]
    return Store.in_memory(made.edition(columns, rows))


def column(*values: object) -> dict[str, object]:
    return dict(zip(boring.REGIONS, values, strict=False))


@pytest.mark.parametrize("name", METHODS)
def test_the_domains_in_the_whole_by_plain_loops(published: Store, name: str) -> None:
    """Every domain has a score in the 13 regions, so that a weight is the same everywhere."""
    method = METHODS[name]
    by_axes = method.weighting is Weighting.EQUAL_AXES
    scored = boring_index.index(name, by_axes=by_axes)
    axis_of = boring_index.axes()
    sizes = {axis: list(axis_of.values()).count(axis) for axis in axis_of.values()}
    weights = [1 / 4 / sizes[axis] if by_axes else 1 / 16 for axis in axis_of.values()]
    own = [[scored[region, "domaine", code] for region in boring.REGIONS] for code in axis_of]
    whole = [scored[region, "ensemble", "ensemble"] for region in boring.REGIONS]
    added = [[-math.log((11 - score) / 10) for score in one] for one in own] if name == "geometrique" else own
    parts = boring_importance.shares(weights, added, whole)
    rows: Any = found(published, method, level="domaine", in_level="ensemble")
    assert rows.index.tolist() == list(axis_of)
    assert rows["share"].sum() == pytest.approx(1)
    for place, row in enumerate(rows.itertuples()):
        correlation = boring_importance.pearson(own[place], whole)
        assert correlation is not None
        assert (row.weight, row.regions) == (pytest.approx(weights[place]), 13)
        assert row.correlation == pytest.approx(correlation, abs=1e-9)
        assert row.r2 == pytest.approx(correlation**2, abs=1e-9)
        assert row.share == pytest.approx(parts[place], abs=1e-9)
        assert row.main_effect == pytest.approx(boring_importance.main_effect(own[place], whole), abs=1e-9)


def test_what_an_independent_reading_of_the_published_figures_found(published: Store) -> None:
    rows = found(published, level="domaine", in_level="ensemble").sort_values("share", ascending=False)
    first = ["emploi", "education", "pauvrete", "securite", "lien_social"]
    assert rows.index.tolist()[:5] == first
    # 84 in whole percents added up (20 + 19 + 17 + 15 + 13), 83,5 before they are rounded.
    assert sum(round(100 * share) for share in rows["share"][:5]) == 84
    assert rows["share"][:5].sum() == pytest.approx(0.8345, abs=5e-5)
    assert rows["weight"][:5].sum() == 0.3125
    assert [round(rows["r2"][code], 2) for code in ("emploi", "education")] == [0.83, 0.77]
    assert (rows["r2"].round(2) <= 0.10).sum() == 11
    assert set(rows.index[rows["correlation"] < 0]) == {"vieillissement", "pouvoir_achat", "sante"}
    told: Any = coherence.coherence(of(published)).set_index("in_code").loc["ensemble"]
    assert [told["elements"], told["pairs"]] == [16, 120]
    assert [round(told[name], 2) for name in ("mean_correlation", "alpha")] == [0.02, 0.27]
    pairs = coherence.pairs(of(published))
    domains = pairs[pairs["level"] == "domaine"]
    assert (domains["correlation"] < -0.6).sum() == 14
    assert domains[["first", "second"]].iloc[0].tolist() == ["vieillissement", "lien_social"]
    assert domains["correlation"].iloc[:2].round(2).tolist() == [-0.85, -0.82]
    axes: Any = pairs.iloc[0]
    assert [axes["first"], axes["second"]] == ["axe_economique", "axe_environnemental"]
    assert round(axes["correlation"], 2) == -0.5


def test_every_correlation_and_alpha_of_the_published_axes(published: Store) -> None:
    scored, axis_of = boring_index.index("zscore"), boring_index.axes()
    own = {code: [scored[region, "domaine", code] for region in boring.REGIONS] for code in axis_of}
    pairs = coherence.pairs(of(published))
    sums: dict[bool, list[float]] = {True: [], False: []}
    for row in records(pairs[pairs["level"] == "domaine"]):
        expected = boring_importance.pearson(own[row["first"]], own[row["second"]])
        assert row["correlation"] == pytest.approx(expected)
        assert row["same_axis"] == (axis_of[row["first"]] == axis_of[row["second"]])
        sums[row["same_axis"]].append(row["correlation"])
    means = coherence.mean_correlations(pairs)
    assert means == {same: pytest.approx(sum(one) / len(one)) for same, one in sums.items()}
    told: Any = coherence.coherence(of(published)).set_index("in_code")["alpha"]
    for axis in dict.fromkeys(axis_of.values()):
        inside: list[Scores] = [own[code] for code in axis_of if axis_of[code] == axis]
        assert told[axis] == pytest.approx(boring_importance.alpha(inside))
    assert told["ensemble"] == pytest.approx(boring_importance.alpha(list(own.values())))


@pytest.mark.parametrize("domain", ["emploi", "vieillissement"])
def test_the_indicators_of_a_domain_with_holes_by_plain_loops(domain: str) -> None:
    """Of the training edition: a region is counted where it has both, and what lacks brings nothing."""
    store = opened.large().store
    scores = index_scores(store)
    rows = indicator_scores(store)
    rows = rows[rows["domain_code"] == domain]
    held = {(row["indicator_code"], row["region_code"]): row for row in records(rows)}
    codes, regions = list(dict.fromkeys(rows["indicator_code"])), sorted(scores["region_code"].unique())
    own: list[Scores] = [
        [held[code, region]["score"] if (code, region) in held else None for region in regions]
        for code in codes
    ]
    assert any(None in one for one in own)
    weights = [next(row["weight"] for (one, _), row in held.items() if one == code) for code in codes]
    shown = scores[scores["code"] == domain].set_index("region_code")["score"]
    whole: Scores = [float(shown[region]) for region in regions]
    parts = boring_importance.shares(weights, own, whole)
    told: Any = found(store, in_level="domaine", in_code=domain)
    assert sorted(told.index) == sorted(codes)
    for place, code in enumerate(codes):
        row = told.loc[code]
        assert row["regions"] == sum(score is not None for score in own[place])
        assert row["weight"] == pytest.approx(weights[place] / sum(weights))
        assert row["correlation"] == pytest.approx(boring_importance.pearson(own[place], whole))
        assert row["share"] == pytest.approx(parts[place])
        assert row["main_effect"] == pytest.approx(boring_importance.main_effect(own[place], whole))
    alpha: Any = coherence.coherence(of(store)).set_index("in_code")["alpha"]
    assert alpha[domain] == pytest.approx(boring_importance.alpha(own))


@pytest.mark.parametrize("method", [Method(), GEOMETRIC, READER], ids=["zscore", "geometric", "reader"])
def test_shares_add_up_at_every_level_and_indicators_to_their_domain(method: Method) -> None:
    rows = importance(of(opened.large().store, method))
    for _, score in rows.groupby(["level", "in_level", "in_code"]):
        assert score[["weight", "share"]].sum().tolist() == pytest.approx([1, 1])
    assert rows["main_effect"].dropna().between(0, 1).all()
    whole = rows[rows["in_level"] == "ensemble"].set_index("code")
    domains = whole[whole["level"] == "domaine"]["share"]
    indicators = whole[whole["level"] == "indicateur"]["share"]
    parent = rows[rows["in_level"] == "domaine"].set_index("code")["in_code"]
    assert indicators.groupby(parent).sum().sort_index().tolist() == pytest.approx(
        domains.sort_index().tolist()
    )
    in_axis = rows[rows["in_level"] == "axe"].set_index("code")["in_code"]
    axes = whole[whole["level"] == "axe"]["share"]
    for axis, share in domains.groupby(in_axis).sum().items():
        assert axes[str(axis)] == pytest.approx(share)


def test_two_independent_equal_domains_decide_half_each() -> None:
    """The four corners of a square, three times: no correlation, the same spread."""
    store = edition(
        {"a": column(*[0, 0, 1, 1] * 3), "b": column(*[0, 1, 0, 1] * 3)}, {"a": "emploi", "b": "sante"}
    )
    rows = found(store, level="domaine", in_level="ensemble")
    assert rows["share"].tolist() == pytest.approx([0.5, 0.5])
    assert rows["r2"].tolist() == pytest.approx([0.5, 0.5])
    assert rows["main_effect"].tolist() == pytest.approx([0.5, 0.5])
    told: Any = coherence.coherence(of(store)).iloc[0]
    assert told["alpha"] == pytest.approx(0)


def test_a_duplicate_decides_as_much_and_identical_columns_have_an_alpha_of_one() -> None:
    rows = column(*range(13))
    store = edition({"a": rows, "b": rows}, {"a": "emploi", "b": "emploi"})
    told = found(store, in_level="domaine")
    assert told[["share", "r2", "main_effect"]].to_numpy().ravel().tolist() == pytest.approx(
        [0.5, 1, 1, 0.5, 1, 1]
    )
    alpha: Any = coherence.coherence(of(store)).set_index("in_code")["alpha"]
    assert alpha["emploi"] == pytest.approx(1)


def test_a_curve_that_a_line_does_not_see_is_a_main_effect() -> None:
    """The whole is the square of an element that weighs nothing: r² is 0, the curve most of it."""
    places = [number - 6 for number in range(13)]
    store = edition(
        {"a": column(*[place**2 for place in places]), "b": column(*places)},
        {"a": "emploi", "b": "sante"},
    )
    method = Method(weighting=Weighting.READER, domain_weights=(("emploi", 1), ("sante", 0)))
    row: Any = found(store, method, level="domaine", in_level="ensemble").loc["sante"]
    assert row["r2"] == pytest.approx(0)
    assert row["share"] == pytest.approx(0)
    squares: Scores = [place**2 for place in places]
    assert row["main_effect"] == pytest.approx(boring_importance.main_effect(places, squares))
    assert 0.7 < row["main_effect"] < 1


def test_too_few_regions_and_what_never_moves_are_missing_without_a_warning() -> None:
    opposed = column(*range(9))
    store = edition(
        {"a": opposed, "b": column(*range(8, -1, -1)), "c": column(*range(4)), "d": column(None)},
        {"a": "emploi", "b": "emploi", "c": "sante", "d": "culture"},
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made_of = of(store)
        rows = importance(made_of)
        told: Any = coherence.coherence(made_of).set_index("in_code")
        pairs = coherence.pairs(made_of)
    said = ["correlation", "share", "main_effect"]
    assert rows[said][rows["in_level"] == "domaine"].isna().all(axis=None), "the domain never moves"
    whole: Any = rows[rows["in_level"] == "ensemble"].set_index("code")
    assert whole.loc["sante", "regions"] == 4
    assert whole.loc[["sante"], ["correlation", "main_effect"]].isna().all(axis=None)
    assert whole.loc[["culture"], said].isna().all(axis=None)
    assert whole["main_effect"].isna().all(), "nine regions"
    assert math.isnan(told.loc["emploi", "alpha"]), "the two cancel each other"
    assert told.loc["emploi", "mean_correlation"] == pytest.approx(-1)
    assert pairs["correlation"].isna().all()
    assert coherence.mean_correlations(pairs) == {}


def test_without_any_figure_nothing_is_shared() -> None:
    store = edition({"a": column(None)}, {"a": "emploi"})
    rows = importance(of(store))
    assert rows["level"].tolist() == ["domaine", "domaine", "axe"]
    assert rows[["correlation", "r2", "share", "main_effect"]].isna().all(axis=None)
    assert coherence.coherence(of(store)).empty
