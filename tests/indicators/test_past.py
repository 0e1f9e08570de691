"""Earlier years against plain loops over the invented figures: what compares, and by how much it differs."""

from decimal import Decimal
from itertools import product
from typing import Any

import pandas as pd
import pytest

from indicators.past import past, since
from indicators.rows import each
from indicators.scores import indicator_scores
from loaders.store import Store
from tests import boring, earlier_years
from tests.earlier_years import RATES, UNEMPLOYMENT
from tests.loaders.books import slim
from tests.loaders.published import REGIONS

YEARS = {int(year[:4]): figures for year, figures in RATES.items()}


@pytest.fixture(scope="module")
def store() -> Store:
    return earlier_years.store()


def cells(rows: pd.DataFrame) -> dict[tuple[int, str], Any]:
    return {(row.period, row.region_code): row for row in each(rows)}


def test_each_difference_is_that_of_plain_loops(store: Store) -> None:
    rows = past(store, "Freco.1")
    found = cells(rows)
    now = next(row.numbers for row in boring.rows() if row.label == UNEMPLOYMENT)
    assert set(found) == set(product([*YEARS, 2019], REGIONS))
    for year, figures in YEARS.items():
        for code, figure in zip(REGIONS, figures, strict=True):
            row = found[year, code]
            if figure is None or year == 2009:
                assert pd.isna(row.change)
                continue
            assert row.change == float(Decimal(str(now[code])) - Decimal(str(figure)))
            assert bool(row.stable) == (now[code] == figure)
            assert (row.value, row.decimals, row.change_decimals) == (figure, 1, 1)
    assert [int(year) for year in rows["period"].drop_duplicates()] == [2009, 2012, 2015, 2019]


def test_nothing_before_a_break_compares_with_what_is_after_it(store: Store) -> None:
    told = past(store, "Freco.1").drop_duplicates("period").set_index("period")
    assert told["joined"].tolist() == [False, True, True, True]
    assert told["comparable"].tolist() == [False, True, True, True]
    assert told["earlier"].tolist() == [True, True, True, False]
    assert since(past(store, "Frsoc.1")).empty


def test_each_territory_is_followed_since_its_first_year_that_compares(store: Store) -> None:
    book = earlier_years.evolved()
    row = book[earlier_years.SHEET].row("2012 (T1)")
    book[earlier_years.SHEET].set(row, book[earlier_years.SHEET].column("Bretagne"), None)
    made = earlier_years.opened(book)
    first = {row.region_code: row for row in each(since(past(made, "Freco.1")))}
    assert {code: row.period for code, row in first.items()} == dict.fromkeys(REGIONS, 2012) | {"53": 2015}
    assert (first["53"].value, first["53"].now_value, first["53"].change) == (8.8, 7.2, -1.6)
    assert (first["53"].cell, first["53"].now_sheet, first["53"].now_cell) == (
        "P5",
        "Données territoriales",
        "P18",
    )


@pytest.mark.parametrize(
    ("before", "shown", "change", "stable"),
    [
        (7.2, "0.0", 0.0, True),
        (7.1, "0.0", 0.1, False),
        (7, "0", 0.2, True),
        (6, "0", 1.2, False),
        (7.16, "0.0", 0.0, True),
    ],
)
def test_a_change_within_both_roundings_is_stable(
    before: float, shown: str, change: float, stable: bool
) -> None:
    """Bretagne has 7,2 %: 7 % may be 7,4 %, and what a cell shows is what a reader subtracts."""
    book = slim()
    row = earlier_years.add(book, UNEMPLOYMENT, {"Année": 2012}, [None] * 14)
    grid = book[earlier_years.SHEET]
    grid.set(row, grid.column("Bretagne"), before, shown)
    found = since(past(earlier_years.opened(book)))
    assert found[["region_code", "change", "stable"]].to_numpy().tolist() == [["53", change, stable]]


def test_the_indicators_with_a_past_are_named(store: Store, published: Store) -> None:
    years = past(store)[["indicator_code", "period", "joined"]].drop_duplicates()
    assert years.to_numpy().tolist() == [
        ["Freco.1", 2009, False],
        *(["Freco.1", period, True] for period in (2012, 2015, 2019)),
        ["Frsoc.1", 2012, False],
        ["Frsoc.1", 2015, True],
        ["nbr_logements_habitant", 2011, True],
        ["nbr_logements_habitant", 2016, True],
    ]
    assert past(published).empty
    assert since(past(published)).empty


def test_no_score_reads_an_earlier_year(store: Store, published: Store) -> None:
    pd.testing.assert_frame_equal(indicator_scores(store), indicator_scores(published))
