"""The four normalisations: reference results, closed forms, and what must hold for any figures."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicators.method import Method
from indicators.normalisation import Normalisation
from indicators.scores import domain_scores, indicator_scores
from indicators.values import region_values
from loaders.store import Store
from tests import made

ALL = list(Normalisation)
RELATIVE = [Normalisation.ZSCORE, Normalisation.MINMAX, Normalisation.RANK]

# Mean years of schooling of the 23 countries of the Technology Achievement Index: OECD/JRC, Handbook on
# Constructing Composite Indicators (2008), table A.1, after the Human Development Report 2001.
SCHOOLING = {
    "FIN": 10.0,
    "USA": 12.0,
    "SWE": 11.4,
    "JPN": 9.5,
    "KOR": 10.8,
    "NLD": 9.4,
    "GBR": 9.4,
    "CAN": 11.6,
    "AUS": 10.9,
    "SGP": 7.1,
    "DEU": 10.2,
    "NOR": 11.9,
    "IRL": 9.4,
    "BEL": 9.3,
    "NZL": 11.7,
    "AUT": 8.4,
    "FRA": 7.9,
    "ISR": 9.6,
    "ESP": 7.3,
    "ITA": 7.2,
    "CZE": 9.5,
    "HUN": 9.1,
    "SVN": 7.1,
}
# Same handbook, table 15.
TABLE_15_ZSCORE = {"FIN": 0.26, "USA": 1.52, "SWE": 1.14, "JPN": -0.06, "CAN": 1.27, "SGP": -1.58}
TABLE_15_MINMAX = {"FIN": 0.59, "USA": 1.00, "SWE": 0.88, "JPN": 0.49, "CAN": 0.92, "SGP": 0.00}


def scores(
    column: Mapping[str, object], normalisation: Normalisation, direction: int | None = 1
) -> dict[str, float]:
    """Scores of one column alone, by territory."""
    edition = made.edition({"a": column}, [made.indicator("a", "emploi", 5, direction=direction)])
    frame: Any = indicator_scores(Store.in_memory(edition), Method(normalisation))
    return dict(zip(frame["region_code"], frame["score"], strict=True))


def test_handbook_table_15_zscore() -> None:
    """The handbook divides by the deviation of a sample, we by that of a population: sqrt(22/23) apart."""
    ours = scores(SCHOOLING, Normalisation.ZSCORE)
    sample = {code: score * math.sqrt(22 / 23) for code, score in ours.items()}
    assert {code: round(sample[code], 2) for code in TABLE_15_ZSCORE} == TABLE_15_ZSCORE
    assert round(ours["USA"], 2) == 1.56


def test_handbook_table_15_minmax() -> None:
    ours = scores(SCHOOLING, Normalisation.MINMAX)
    assert {code: round(ours[code] / 10, 2) for code in TABLE_15_MINMAX} == TABLE_15_MINMAX


@pytest.mark.parametrize(
    ("normalisation", "direction", "expected"),
    [
        (Normalisation.ZSCORE, 1, [-math.sqrt(1.5), 0, math.sqrt(1.5)]),
        (Normalisation.ZSCORE, -1, [math.sqrt(1.5), 0, -math.sqrt(1.5)]),
        (Normalisation.MINMAX, 1, [0, 5, 10]),
        (Normalisation.MINMAX, -1, [10, 5, 0]),
        (Normalisation.RANK, 1, [1, 2, 3]),
        (Normalisation.RANK, -1, [3, 2, 1]),
        (Normalisation.PERCENT, 1, [-50, 0, 50]),
        (Normalisation.PERCENT, -1, [50, 0, -50]),
    ],
)
def test_closed_forms(normalisation: Normalisation, direction: int, expected: list[float]) -> None:
    ours = scores({"FR": 4, "11": 2, "24": 4, "27": 6}, normalisation, direction)
    assert ours == pytest.approx(dict(zip(["11", "24", "27"], expected, strict=True)))


def test_percent_is_of_the_absolute_value_of_france() -> None:
    """−3.6 against −2.2 in France with « less is more fragile »: 64 % more fragile, not less."""
    ours = scores({"FR": -2.2, "11": -3.6, "94": -0.6}, Normalisation.PERCENT, -1)
    assert ours == pytest.approx({"11": 100 * 1.4 / 2.2, "94": -100 * 1.6 / 2.2})


@pytest.mark.parametrize("france", [0, None])
def test_percent_needs_a_benchmark(france: object) -> None:
    assert scores({"FR": france, "11": 1, "24": 2}, Normalisation.PERCENT) == {}


def test_ties_share_the_better_rank() -> None:
    ours = scores({"11": 5, "24": 7, "27": 7, "28": 7, "32": 9}, Normalisation.RANK)
    assert ours == {"32": 5, "24": 4, "27": 4, "28": 4, "11": 1}


@pytest.mark.parametrize("normalisation", ALL)
@pytest.mark.parametrize(
    "column",
    [
        {"FR": 4, "11": 3, "24": 3, "27": 3},  # constant
        {"FR": 4, "11": 3},  # one territory
        {"FR": 4, "11": None, "24": None},  # nothing published
        {"FR": 4, "11": 0, "24": 5e-324},  # two numbers whose deviation is 0 in floating point
        {"FR": 4, "11": (1, 2), "24": (2, 3)},  # ranges only
    ],
)
def test_a_column_that_does_not_tell_regions_apart_has_no_score(
    column: dict[str, object], normalisation: Normalisation
) -> None:
    assert scores(column, normalisation) == {}


@pytest.mark.parametrize("normalisation", ALL)
def test_without_a_direction_there_is_no_score(normalisation: Normalisation) -> None:
    assert scores({"FR": 4, "11": 3, "24": 5}, normalisation, None) == {}


Column = list[float | None]
values = st.integers(-100_000, 100_000).map(lambda number: number / 100)
columns = st.lists(st.none() | values, min_size=2, max_size=13).filter(
    lambda column: len(set(column) - {None}) > 1
)
# A store holds many columns: eight of them an example, because building the store is the slow part.
tables = st.lists(columns, min_size=1, max_size=8)
few = settings(max_examples=5)


def by_code(column: Column) -> dict[str, object]:
    return {"FR": 42.5} | {f"{place:02d}": number for place, number in enumerate(column)}


def stored(table: list[dict[str, object]], directions: list[int]) -> Store:
    """Each column as an indicator named after its place."""
    names = [f"i{place:02d}" for place in range(len(table))]
    rows = [
        made.indicator(name, "emploi", row, direction=direction)
        for row, (name, direction) in enumerate(zip(names, directions, strict=True), start=5)
    ]
    return Store.in_memory(made.edition(dict(zip(names, table, strict=True)), rows))


def read(store: Store, normalisation: Normalisation, count: int) -> list[dict[str, float]]:
    """Scores of each of the columns."""
    frame: Any = indicator_scores(store, Method(normalisation))
    groups = frame.groupby("indicator_code")
    found = {name: group.set_index("region_code")["score"].to_dict() for name, group in groups}
    return [found.get(f"i{place:02d}", {}) for place in range(count)]


def scored(
    table: list[dict[str, object]], normalisation: Normalisation, direction: int = 1
) -> list[dict[str, float]]:
    return read(stored(table, [direction] * len(table)), normalisation, len(table))


@few
@given(table=tables, normalisation=st.sampled_from(RELATIVE))
def test_missing_is_never_a_number(table: list[Column], normalisation: Normalisation) -> None:
    """A region without a value has no score, and counts for the others as if it were not there."""
    with_holes = [by_code(column) for column in table]
    without = [
        {code: number for code, number in column.items() if number is not None} for column in with_holes
    ]
    ours = scored([*with_holes, *without], normalisation)
    for column, full, shorter in zip(without, ours[: len(table)], ours[len(table) :], strict=True):
        assert set(full) == set(column) - {"FR"}
        assert shorter == pytest.approx(full)


@few
@given(table=tables)
def test_reversing_the_direction_mirrors_the_score(table: list[Column]) -> None:
    half = len(table)
    twice = [by_code(column) for column in [*table, *table]]
    store = stored(twice, [1] * half + [-1] * half)
    for normalisation, mirror in [
        (Normalisation.ZSCORE, 0),
        (Normalisation.MINMAX, 10),
        (Normalisation.PERCENT, 0),
    ]:
        ours = read(store, normalisation, 2 * half)
        for one, other in zip(ours[:half], ours[half:], strict=True):
            assert other == pytest.approx({code: mirror - score for code, score in one.items()}, abs=1e-9)


@few
@given(table=tables, added=values, normalisation=st.sampled_from(RELATIVE))
def test_adding_a_constant_changes_nothing(
    table: list[Column], added: float, normalisation: Normalisation
) -> None:
    moved = [[None if number is None else round(number + added, 2) for number in column] for column in table]
    assume(all(len(set(column) - {None}) > 1 for column in moved))
    ours = scored([by_code(column) for column in [*table, *moved]], normalisation)
    for before, after in zip(ours[: len(table)], ours[len(table) :], strict=True):
        assert after == pytest.approx(before, abs=1e-6)


@few
@given(column=columns, data=st.data(), normalisation=st.sampled_from(ALL))
def test_permuting_the_regions_permutes_the_scores(
    column: Column, data: st.DataObject, normalisation: Normalisation
) -> None:
    order = data.draw(st.permutations(range(len(column))))
    expected, permuted = scored([by_code(column), by_code([column[place] for place in order])], normalisation)
    back = {f"{order[int(code)]:02d}": score for code, score in permuted.items()}
    assert back == pytest.approx(expected, abs=1e-9)


@few
@given(table=tables, normalisation=st.sampled_from(ALL), direction=st.sampled_from([1, -1]))
def test_scores_keep_the_order_and_the_ties(
    table: list[Column], normalisation: Normalisation, direction: int
) -> None:
    for column, ours in zip(
        table, scored([by_code(c) for c in table], normalisation, direction), strict=True
    ):
        shown = {
            f"{place:02d}": number * direction for place, number in enumerate(column) if number is not None
        }
        for one, value in shown.items():
            for other, reference in shown.items():
                assert (value > reference) == (ours[one] > ours[other])


@few
@given(table=tables)
def test_zscores_have_mean_0_and_deviation_1(table: list[Column]) -> None:
    for ours in scored([by_code(column) for column in table], Normalisation.ZSCORE):
        assert sum(ours.values()) == pytest.approx(0, abs=1e-6)
        assert sum(score**2 for score in ours.values()) / len(ours) == pytest.approx(1)


@few
@given(column=columns, direction=st.sampled_from([1, -1]))
def test_the_rank_shown_is_the_rank_scored(column: Column, direction: int) -> None:
    edition = made.edition({"a": by_code(column)}, [made.indicator("a", "emploi", 5, direction=direction)])
    store = Store.in_memory(edition)
    shown: Any = region_values(store, "emploi").dropna(subset="rank").set_index("region_code")
    scored_ranks: Any = indicator_scores(store, Method(Normalisation.RANK)).set_index("region_code")["score"]
    assert (shown["ranked"] + 1 - shown["rank"]).to_dict() == scored_ranks.to_dict()


def test_weights_and_directions_of_several_indicators() -> None:
    """(2 x 10 + 1 x 0) / 3 for region 11, the reverse for 24."""
    rows = [
        made.indicator("a", "emploi", 5, weight=2),
        made.indicator("b", "emploi", 6, weight=1, direction=-1),
        made.indicator("unweighted", "emploi", 7, weight=0),
        made.indicator("profile", None, 8),
    ]
    numbers = {"11": 9, "24": 1}
    edition = made.edition(dict.fromkeys(["a", "b", "unweighted", "profile"], numbers), rows)
    frame: Any = domain_scores(Store.in_memory(edition), Method(Normalisation.MINMAX)).set_index(
        "region_code"
    )
    assert frame["score"].to_dict() == pytest.approx({"11": 20 / 3, "24": 10 / 3})
    assert set(frame["coverage"]) == {1.0}
    assert set(frame["indicator_total"]) == {2}
