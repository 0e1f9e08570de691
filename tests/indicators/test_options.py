"""Outliers, goalposts, directions and means of two kinds: SQL, draws without noise and plain loops agree."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.draw_table import draw_table
from indicators.draws import draw
from indicators.importance import importance
from indicators.index import contributions, index_scores
from indicators.method import Aggregation, Method, MethodError, Outliers, Weighting
from indicators.noise import Noise
from indicators.normalisation import Normalisation
from indicators.score_table import groups
from indicators.scores import domain_ranks
from indicators.structure import catalogue, domains, scored_indicators
from indicators.treatment import flagged
from indicators.values import region_values
from loaders.store import Store
from tests import boring, boring_options, made

MINMAX = Normalisation.MINMAX
MOBILITY, IMMIGRATION, UNEMPLOYMENT = "Frétale.5", "Frsoc.3", "Freco.1"
CODES = [f"i{place}" for place in range(6)]
REGIONS = ["11", "24", "27", "28", "32", "44", "52", "53"]
# Values among which one may stand very far: most columns then fail the rule.
column = st.lists(
    st.one_of(st.none(), st.integers(0, 9).map(float), st.sampled_from([80.0, -90.0, 400.0])),
    min_size=len(REGIONS),
    max_size=len(REGIONS),
)
fixed = st.tuples(st.integers(-20, 5), st.integers(6, 500)).map(lambda ends: (float(ends[0]), float(ends[1])))


@st.composite
def methods(draws: st.DrawFn) -> Method:
    """Any combination of the options that can be computed."""
    flipped = tuple(draws(st.sets(st.sampled_from(CODES), max_size=3)))
    coverage = draws(st.sampled_from([0, 0.5, 0.75, 1]))
    outliers = draws(st.sampled_from(Outliers))
    if draws(st.booleans()):
        return Method(minimum_coverage=coverage, outliers=outliers, flipped=flipped)
    goalposts = draws(st.dictionaries(st.sampled_from(CODES), fixed, max_size=3))
    return Method(
        MINMAX,
        aggregation=draws(st.sampled_from(Aggregation)),
        minimum_coverage=coverage,
        outliers=outliers,
        goalposts=tuple((code, *ends) for code, ends in goalposts.items()),
        flipped=flipped,
    )


def choice_of(method: Method) -> boring_options.Choice:
    """The same choices for the plain loops."""
    return boring_options.Choice(
        str(method.normalisation),
        method.aggregation in {Aggregation.GEOMETRIC, Aggregation.GEOMETRIC_INSIDE},
        method.aggregation in {Aggregation.GEOMETRIC, Aggregation.GEOMETRIC_BETWEEN},
        str(method.outliers),
        {code: (low, high) for code, low, high in method.goalposts},
        method.flipped,
        method.minimum_coverage,
    )


def scores(frame: pd.DataFrame, level: str) -> dict[Any, float]:
    rows: Any = frame[(frame["level"] == level) & frame["score"].notna()]
    return {(row.region_code, row.code): row.score for row in rows.itertuples()}


def drawn(store: Store, method: Method) -> tuple[dict[Any, float], dict[Any, float]]:
    """Scores of one draw without noise: of the domains, of the wholes."""
    table = draw_table(store, method)
    found = draw(table, method, Noise.NONE, 1)
    inside = {
        (region, code): float(found.domains[place, other, 0])
        for place, region in enumerate(table.regions)
        for other, code in enumerate(table.domains)
        if not np.isnan(found.domains[place, other, 0])
    }
    whole = {
        (region, "ensemble"): float(found.whole[place, 0, 0])
        for place, region in enumerate(table.regions)
        if not np.isnan(found.whole[place, 0, 0])
    }
    return inside, whole


def agree(store: Store, rows: dict[str, boring_options.Given], regions: list[str], method: Method) -> None:
    """SQL, draws and loops give the same scores, and the parts of each region add up to its scores."""
    expected = boring_options.domains(rows, regions, choice_of(method))
    every = domains(store)["domain_code"].tolist()
    wholes = boring_options.wholes(rows, regions, every, choice_of(method))
    expected_whole = {(region, "ensemble"): score for region, score in wholes.items()}
    index = index_scores(store, method)
    for level, told in (("domaine", expected), ("ensemble", expected_whole)):
        assert scores(index, level) == {key: pytest.approx(own, abs=1e-9) for key, own in told.items()}
    for ours, told in zip(drawn(store, method), (expected, expected_whole), strict=True):
        assert ours == {key: pytest.approx(own, abs=1e-9) for key, own in told.items()}
    for region in regions[:2]:
        parts = contributions(store, method, region)
        for (made_of, _), mine in parts.groupby(["level", "code"]):
            total = mine["part"].sum()
            shown = 11 - 10 * np.exp(-total) if method.aggregation.geometric(str(made_of)) else total
            assert shown == pytest.approx(mine["score"].iloc[0], abs=1e-9)
            assert mine["share"].sum() == pytest.approx(1)


@given(table=st.lists(column, min_size=6, max_size=6), method=methods(), up=st.sampled_from([1, -1]))
@settings(max_examples=25)
def test_any_options_of_any_figures_are_what_plain_loops_say(
    table: list[list[float | None]], method: Method, up: int
) -> None:
    names = ["emploi", "emploi", "emploi", "sante", "sante", "culture"]
    rows = [
        made.indicator(code, names[place], place + 5, weight=1 + place % 3, direction=up if place % 2 else 1)
        for place, code in enumerate(CODES)
    ]
    edition = made.edition(
        {code: dict(zip(REGIONS, values, strict=True)) for code, values in zip(CODES, table, strict=True)},
        rows,
    )
    store = Store.in_memory(edition)
    given_rows = {
        code: boring_options.Given(
            names[place],
            1 + place % 3,
            up if place % 2 else 1,
            {region: own for region, own in zip(REGIONS, values, strict=True) if own is not None},
        )
        for place, (code, values) in enumerate(zip(CODES, table, strict=True))
    }
    known = set(scored_indicators(store)["indicator_code"])
    if not {*method.flipped, *(code for code, _, _ in method.goalposts)} <= known:
        with pytest.raises(MethodError, match="ne compte dans aucun score"):
            index_scores(store, method)
        return
    agree(store, given_rows, REGIONS, method)


@cache
def workbook() -> dict[str, boring_options.Given]:
    """The rows of the published workbook, by the codes of the product in the same order."""
    found = {}
    for row in boring.rows():
        numbers = {code: row.numbers[code] for code in boring.REGIONS if code in row.numbers}
        found[row.label] = boring_options.Given(row.domain, row.weight, row.direction or 1, numbers)
    return found


CHOSEN = [
    Method(outliers=Outliers.WINSORISED),
    Method(outliers=Outliers.LOGARITHM),
    Method(MINMAX, outliers=Outliers.WINSORISED, aggregation=Aggregation.GEOMETRIC_BETWEEN),
    Method(MINMAX, aggregation=Aggregation.GEOMETRIC_INSIDE, goalposts=((UNEMPLOYMENT, 3, 10),)),
    Method(MINMAX, goalposts=((UNEMPLOYMENT, 3, 20), (MOBILITY, 0, 12)), flipped=(IMMIGRATION,)),
    Method(flipped=(IMMIGRATION, MOBILITY), minimum_coverage=0.75),
]


@pytest.mark.parametrize("method", CHOSEN)
def test_the_thirteen_regions_by_plain_loops(published: Store, method: Method) -> None:
    known = catalogue(published)
    named = known[known["domain_code"].notna()]
    assert len(named) == len(workbook())
    rows = dict(zip(named["indicator_code"], workbook().values(), strict=True))
    assert [row.domain for row in rows.values()] == named["domain_code"].tolist()
    agree(published, rows, boring.REGIONS, method)


def test_one_winsorised_cell_and_what_it_changes(published: Store) -> None:
    winsorised = Method(outliers=Outliers.WINSORISED)
    moved: Any = flagged(published, winsorised).query("moved")
    assert moved[["indicator_code", "region_code", "value", "treated", "left"]].to_numpy().tolist() == [
        [MOBILITY, "11", 43.8, 10.7, False]
    ]
    assert moved[["skewness", "kurtosis"]].to_numpy().tolist() == [
        [pytest.approx(3.33, abs=0.01), pytest.approx(11.6, abs=0.05)]
    ]
    places = [
        domain_ranks(published, method)
        .query("domain_code == 'mobilite'")
        .set_index("region_code")["objective_rank"]
        for method in (Method(), winsorised)
    ]
    before, after = places
    assert [(before[code], after[code]) for code in ("84", "94", "44")] == [(5, 16), (7, 1), (8, 14)]
    whole = [
        index_scores(published, method).query("level == 'ensemble'").set_index("region_code")["rank"]
        for method in (Method(), winsorised)
    ]
    assert (whole[0] != whole[1]).sum() == 8
    assert (whole[0]["94"], whole[1]["94"]) == (7, 4)


def test_immigration_turned_moves_eight_regions(published: Store) -> None:
    method = Method(flipped=(IMMIGRATION,))
    before, after = (
        index_scores(published, one).query("level == 'ensemble'").set_index("region_code")["rank"]
        for one in (Method(), method)
    )
    assert (before != after).sum() == 8
    assert (before["11"], after["11"]) == (9, 13)
    shown: list[Any] = [
        region_values(published, "diversite_handicap", one)
        .query("indicator_code == @IMMIGRATION")
        .set_index("region_code")
        for one in (Method(), method)
    ]
    assert shown[0]["value"].equals(shown[1]["value"])
    assert set(shown[0]["direction"]) == {1}
    assert set(shown[1]["direction"]) == {-1}
    values = shown[0]["value"]
    for region, own in values.items():
        assert shown[0].loc[region, "rank"] == 1 + (values > own).sum()
        assert shown[1].loc[region, "rank"] == 1 + (values < own).sum()


@pytest.mark.parametrize(
    "method",
    [
        Method(MINMAX, weighting, aggregation=aggregation)
        for weighting in (Weighting.EQUAL_DOMAINS, Weighting.EQUAL_AXES)
        for aggregation in (Aggregation.GEOMETRIC_BETWEEN, Aggregation.GEOMETRIC_INSIDE)
    ],
)
def test_the_shares_of_a_mixed_mean_add_up(several: Store, method: Method) -> None:
    found = importance(groups(several, method, index_scores(several, method)), curves=False)
    for (_, _, _), mine in found.groupby(["level", "in_level", "in_code"]):
        shares = mine["share"].dropna()
        assert len(shares) == 0 or shares.sum() == pytest.approx(1)


@pytest.fixture(scope="module")
def several() -> Store:
    numbers = {
        code: dict(zip(REGIONS, [(3 * place + 7 * number) % 11 for number in range(8)], strict=True))
        for place, code in enumerate(CODES)
    }
    names = ["emploi", "emploi", "sante", "sante", "culture", "mobilite"]
    rows = [made.indicator(code, names[place], place + 5) for place, code in enumerate(CODES)]
    return Store.in_memory(made.edition(numbers, rows))


def test_a_value_beyond_a_goalpost_counts_as_the_goalpost(published: Store) -> None:
    frame = index_scores(published, Method(MINMAX, goalposts=((UNEMPLOYMENT, 8, 9),)))
    own: Any = frame.query("code == 'emploi'").set_index("region_code")["score"]
    values: Any = region_values(published, "emploi").set_index("region_code")["value"]
    for region, value in values.items():
        assert own[region] == pytest.approx(min(max(10 * (value - 8), 0), 10))


def test_an_unknown_indicator_is_refused_everywhere(published: Store) -> None:
    for method in (Method(flipped=("inconnu",)), Method(MINMAX, goalposts=(("handicap", 0, 1),))):
        for asked in (index_scores, draw_table, flagged, domain_ranks):
            with pytest.raises(MethodError, match="ne compte dans aucun score"):
                asked(published, method)
