"""The usual rule on outliers and its two treatments, against plain formulas, DuckDB and COINr's example."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.outliers import MOST_MOVED, failing, moments, treated
from indicators.reader_options import Outliers
from loaders.store import Store
from tests import boring_options

# The example of COINr's vignette « Outlier treatment ».
EXAMPLE = [*range(1, 11), 30, 100]
columns = st.lists(st.integers(-1000, 1000).map(float), min_size=1, max_size=20)


def of(values: list[float], outliers: Outliers) -> list[float]:
    return [float(value) for value in treated(np.array([values], dtype=float).T, outliers)[:, 0]]


@given(columns)
def test_moments_are_those_of_a_spreadsheet(values: list[float]) -> None:
    skewness, kurtosis = (float(moment[0]) for moment in moments(np.array([values]).T))
    if len(values) < 4 or len(set(values)) == 1:
        assert np.isnan([skewness, kurtosis]).all()
        return
    assert skewness == pytest.approx(boring_options.skewness(values), abs=1e-7)
    assert kurtosis == pytest.approx(boring_options.kurtosis(values), abs=1e-7)


def test_moments_are_those_of_the_database(published: Store) -> None:
    ours = moments(np.array([EXAMPLE], dtype=float).T)
    query = "SELECT skewness(x), kurtosis(x) FROM (SELECT unnest($values::DOUBLE[]) AS x)"
    assert [float(moment[0]) for moment in ours] == pytest.approx(
        published.frame(query, {"values": EXAMPLE}).iloc[0].tolist()
    )


def test_the_example_of_coinr() -> None:
    assert of(EXAMPLE, Outliers.WINSORISED) == [*range(1, 11), 30, 30]
    assert of(EXAMPLE, Outliers.KEPT) == EXAMPLE


@given(columns)
def test_treatments_are_what_plain_loops_say(values: list[float]) -> None:
    named = {str(place): value for place, value in enumerate(values)}
    winsorised, logged = (of(values, kind) for kind in (Outliers.WINSORISED, Outliers.LOGARITHM))
    if not boring_options.fails(values):
        assert winsorised == logged == values
        return
    assert winsorised == list(boring_options.winsorised(named).values())
    assert logged == pytest.approx(list(boring_options.logarithms(named).values()))
    moved = [place for place, (one, other) in enumerate(zip(values, winsorised, strict=True)) if one != other]
    assert len(moved) <= MOST_MOVED
    assert np.array_equal(np.argsort(values, kind="stable"), np.argsort(logged, kind="stable"))


@given(st.lists(columns, min_size=2, max_size=4))
def test_columns_do_not_know_each_other_and_holes_stay(table: list[list[float]]) -> None:
    rows = max(map(len, table))
    wide = np.full((rows, len(table)), np.nan)
    for place, values in enumerate(table):
        wide[: len(values), place] = values
    for kind in Outliers:
        found = treated(wide, kind)
        for place, values in enumerate(table):
            assert found[: len(values), place].tolist() == pytest.approx(of(values, kind))
            assert np.isnan(found[len(values) :, place]).all()


def test_more_than_five_are_never_moved() -> None:
    far = [float(place) for place in range(200)] + [10.0**place for place in range(4, 11)]
    found = of(far, Outliers.WINSORISED)
    assert sum(one != other for one, other in zip(far, found, strict=True)) == MOST_MOVED
    assert failing(np.array([found]).T)[0]


def test_two_values_are_never_made_one() -> None:
    assert of([0.0] * 12 + [1.0], Outliers.WINSORISED) == [0.0] * 12 + [1.0]
