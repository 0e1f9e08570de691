"""What must hold of the index whatever the figures: mirrors, permutations, parts that add up."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicators.draw_table import draw_table
from indicators.draws import draw, ranks
from indicators.index import contributions, index_scores
from indicators.leave_one_out import leave_one_out
from indicators.method import Aggregation, Method, Weighting
from indicators.noise import Noise
from indicators.normalisation import Normalisation
from loaders.edition import LoadedEdition
from loaders.store import Store
from tests import made
from tests.indicators.axes import on_axes

few = settings(max_examples=6)  # each builds a store or two
DOMAINS = ["w", "x", "y", "z"]
AXES = {"w": "un", "x": "un", "y": "un", "z": "deux"}
REGIONS = ["11", "24", "27", "28", "32"]

numbers = st.one_of(st.none(), st.integers(-50, 50).map(lambda whole: whole / 10))
columns = st.lists(numbers, min_size=len(REGIONS), max_size=len(REGIONS))
tables = st.lists(columns, min_size=3, max_size=7)
methods = st.sampled_from(
    [
        Method(),
        Method(weighting=Weighting.EQUAL_AXES),
        Method(Normalisation.MINMAX, aggregation=Aggregation.GEOMETRIC),
        Method(Normalisation.RANK, Weighting.EQUAL_AXES, minimum_coverage=0.3),
        Method(
            Normalisation.MINMAX,
            Weighting.READER,
            domain_weights=(("w", 1.0), ("x", 0.5), ("z", 2.0)),
            minimum_coverage=0,
        ),
        Method(Normalisation.MINMAX, Weighting.EQUAL_AXES, aggregation=Aggregation.GEOMETRIC),
    ]
)


def edited(table: Sequence[Sequence[float | None]], direction: int = 1) -> LoadedEdition:
    """Indicators i0, i1… go round the four domains; weights are 1, 2, 3, then 1 again."""
    rows = [
        made.indicator(f"i{place}", DOMAINS[place % 4], place + 5, weight=1 + place % 3, direction=direction)
        for place in range(len(table))
    ]
    figures = {f"i{place}": dict(zip(REGIONS, column, strict=True)) for place, column in enumerate(table)}
    edition = made.edition(figures, rows)
    used = {domain.domain_code for domain in edition.domains}
    return on_axes(edition, {code: AXES[code] for code in DOMAINS if code in used})


def fits(method: Method, table: Sequence[object]) -> bool:
    """The reader's weights name three domains: all of them must be in the edition."""
    return method.weighting is not Weighting.READER or len(table) >= 4


def wholes(store: Store, method: Method) -> dict[str, float]:
    frame: Any = index_scores(store, method)
    rows = frame[frame["level"] == "ensemble"]
    return dict(zip(rows["region_code"], rows["score"], strict=True))


@few
@given(table=tables, method=methods)
def test_sql_and_arrays_agree_and_ranks_follow_the_scores(table: Any, method: Method) -> None:
    assume(fits(method, table))
    store = Store.in_memory(edited(table))
    arrays = draw_table(store, method)
    drawn = draw(arrays, method, Noise.NONE, 1).whole.ravel()
    by_sql: Any = index_scores(store, method).set_index(["level", "region_code"]).loc["ensemble"]
    whole = by_sql.loc[list(arrays.regions)]
    assert drawn.tolist() == pytest.approx(whole["score"].tolist(), abs=1e-9, nan_ok=True)
    assert by_sql.drop(list(arrays.regions))["score"].isna().all()
    assert ranks(by_sql["score"].to_numpy(), 0).tolist() == by_sql["rank"].fillna(0).tolist()


@few
@given(table=tables, method=methods)
def test_contributions_add_up(table: Any, method: Method) -> None:
    assume(fits(method, table))
    store = Store.in_memory(edited(table))
    scores: Any = (
        index_scores(store, method).dropna(subset="score").set_index(["region_code", "level", "code"])
    )
    for region in REGIONS:
        parts: Any = contributions(store, method, region)
        sums = parts.groupby(["region_code", "level", "code"])["part"].sum()
        totals = 11 - 10 * (-sums).map(math.exp) if method.aggregation is Aggregation.GEOMETRIC else sums
        expected = scores["score"][scores.index.get_level_values(0) == region].to_dict()
        assert totals.to_dict() == pytest.approx(expected, abs=1e-9)


@few
@given(table=tables, weighting=st.sampled_from([Weighting.EQUAL_DOMAINS, Weighting.EQUAL_AXES]))
def test_reversing_every_direction_mirrors_the_index(table: Any, weighting: Weighting) -> None:
    stores = [Store.in_memory(edited(table, direction)) for direction in (1, -1)]
    for normalisation, mirror in [(Normalisation.ZSCORE, 0), (Normalisation.MINMAX, 10)]:
        straight, reverse = (wholes(store, Method(normalisation, weighting)) for store in stores)
        assert reverse == pytest.approx(
            {code: mirror - score for code, score in straight.items()}, abs=1e-9, nan_ok=True
        )


@few
@given(table=tables, added=st.integers(-30, 30), method=methods)
def test_adding_a_constant_changes_nothing(table: Any, added: int, method: Method) -> None:
    assume(fits(method, table))
    moved = [[None if number is None else round(number + added, 1) for number in column] for column in table]
    before = wholes(Store.in_memory(edited(table)), method)
    after = wholes(Store.in_memory(edited(moved)), method)
    assert after == pytest.approx(before, abs=1e-6, nan_ok=True)


@few
@given(table=tables, order=st.permutations(range(len(REGIONS))), method=methods)
def test_permuting_the_regions_permutes_the_index(table: Any, order: list[int], method: Method) -> None:
    assume(fits(method, table))
    permuted = [[column[place] for place in order] for column in table]
    before = wholes(Store.in_memory(edited(table)), method)
    after = wholes(Store.in_memory(edited(permuted)), method)
    moved = {REGIONS[place]: after[REGIONS[new]] for new, place in enumerate(order)}
    assert moved == pytest.approx(before, abs=1e-9, nan_ok=True)


@few
@given(table=tables)
def test_a_missing_value_is_not_a_zero(table: Any) -> None:
    """A hole filled with 0 gives another index, unless its column had nothing to say either way."""
    holes = [
        (place, row)
        for place, column in enumerate(table)
        for row, number in enumerate(column)
        if number is None
    ]
    assume(holes)
    place, row = holes[0]
    known = [number for number in table[place] if number is not None]
    assume(len(set(known)) > 1)
    filled = [list(column) for column in table]
    filled[place][row] = 0.0
    before: Any = index_scores(Store.in_memory(edited(table)), Method(minimum_coverage=0))
    after: Any = index_scores(Store.in_memory(edited(filled)), Method(minimum_coverage=0))
    key = ["region_code", "level", "code"]
    both = before.merge(after, on=key, suffixes=("", "_filled"))
    here = both[(both["region_code"] == REGIONS[row]) & (both["code"] == DOMAINS[place % 4])].iloc[0]
    assert here["coverage_filled"] > here["coverage"]


@few
@given(table=tables, method=methods, data=st.data())
def test_left_out_is_as_if_it_had_never_been_there(table: Any, method: Method, data: st.DataObject) -> None:
    """The index of a workbook without that row, ranked again from its own store."""
    assume(method.weighting is not Weighting.READER and len(table) > 5)
    edition = edited(table)
    code = data.draw(
        st.sampled_from([item.indicator_code for item in edition.indicators if item.row_number < 10])
    )
    domain = next(item.domain_code for item in edition.indicators if item.indicator_code == code)
    level = data.draw(st.sampled_from(["indicateur", "domaine"]))
    out = {item.indicator_code for item in edition.indicators if item.domain_code == domain}
    if level == "indicateur":
        assume(len(out) > 1)
        out = {code}
    shorter = replace(
        edition,
        domains=tuple(one for one in edition.domains if level == "indicateur" or one.domain_code != domain),
        indicators=tuple(item for item in edition.indicators if item.indicator_code not in out),
        values=tuple(cell for cell in edition.values if cell.indicator_code not in out),  # noqa: PD011 - no frame
    )
    before, after = (wholes(Store.in_memory(one), method) for one in (edition, shorter))
    changes = [
        abs(place(after, region) - place(before, region))
        for region in REGIONS
        if not math.isnan(before[region]) and not math.isnan(after[region])
    ]
    frame: Any = leave_one_out(Store.in_memory(edition), method).set_index(["level", "code"])
    row = frame.loc[(level, code if level == "indicateur" else domain)]
    assert row["compared"] == len(changes)
    assert row["unranked"] == sum(
        math.isnan(after[region]) and not math.isnan(before[region]) for region in REGIONS
    )
    if changes:
        assert row["mean_change"] == pytest.approx(sum(changes) / len(changes))
        assert (row["largest_change"], row["moved"]) == (max(changes), sum(change > 0 for change in changes))
    else:
        assert pd.isna(row["mean_change"])


def place(scores: dict[str, float], region: str) -> int:
    return 1 + sum(round(other, 9) > round(scores[region], 9) for other in scores.values())
