"""What counts once in the profile: groups and distances by plain loops, and what a copy may change."""

from __future__ import annotations

import math
import statistics
from typing import Any

import pytest

from indicators.dimensions import dimensions
from indicators.similarity import similar_regions
from loaders.store import Store
from tests import boring, made

Columns = dict[str, dict[str, float]]


def profile(store: Store) -> Columns:
    """The published single values of the profile, by indicator in the order of the workbook."""
    found: Columns = {}
    for code, region, value in store.rows(
        "SELECT indicator_code, region_code, value::DOUBLE FROM mart.indicator_value "
        "JOIN mart.indicator USING (indicator_code) "
        "WHERE domain_code IS NULL AND status = 'value' AND region_code <> 'FR' ORDER BY row_number"
    ):
        found.setdefault(code, {})[region] = value
    return found


def store_of(columns: Columns) -> Store:
    rows = [
        made.indicator(code, None, place, direction=None, weight=None)
        for place, code in enumerate(columns, 5)
    ]
    return Store.in_memory(made.edition(columns, rows))


def standing(columns: Columns) -> dict[str, tuple[str, float]]:
    """Each indicator with the first compared one that it is correlated with, one loop after another."""
    found: dict[str, tuple[str, float]] = {}
    for code, mine in columns.items():
        found[code] = (code, 1.0)
        for other in [known for known in found if found[known][0] == known and known != code]:
            both = [region for region in mine if region in columns[other]]
            r = statistics.correlation(
                [mine[region] for region in both], [columns[other][region] for region in both]
            )
            if abs(r) >= 0.9:
                found[code] = (other, r)
                break
    return found


def likeness(columns: Columns) -> dict[tuple[str, str], float]:
    """The distance between any two regions on what is compared, scaled up to all of it."""
    kept = [columns[code] for code, (other, _) in standing(columns).items() if code == other]
    found = {}
    for one in boring.REGIONS:
        for other in boring.REGIONS:
            squares = [
                ((values[one] - values[other]) / statistics.pstdev(values.values())) ** 2
                for values in kept
                if one in values and other in values
            ]
            if one != other:
                found[one, other] = math.sqrt(sum(squares) * len(kept) / len(squares))
    return found


def measured(store: Store) -> dict[tuple[str, str], float]:
    """The same from the product."""
    rows: dict[tuple[str, str], float] = {}
    for region in boring.REGIONS:
        near: Any = similar_regions(store, region, k=12)
        rows |= {(region, row.region_code): row.distance for row in near.itertuples()}
    return rows


def test_groups_and_distances_are_those_of_plain_loops(published: Store) -> None:
    columns = profile(published)
    found: Any = dimensions(published)
    expected = standing(columns)
    assert dict(zip(found["indicator_code"], found["compared_code"], strict=True)) == {
        code: other for code, (other, _) in expected.items()
    }
    assert found["correlation"].tolist() == pytest.approx([r for _, r in expected.values()])
    distances = likeness(columns)
    assert measured(published) == pytest.approx(distances)
    usual = math.sqrt(statistics.fmean(distance**2 for distance in distances.values()))
    assert similar_regions(published, "53")["usual"].tolist() == pytest.approx([usual] * 3)
    # Size is population: of what says it, Corse’s public finance among them, nothing else is a dimension.
    assert [code for code, (other, _) in expected.items() if other == "DS.1"] == [
        "DS.1",
        "poids_de_la_region",
        "DS.6",
        "nombre_d_entreprises_0_sal_et_plus",
        "poids_du_nombre_d_entreprises",
        "finances_publiques_en_millions_d_euros",
    ]


def test_corse_and_paca_are_each_other_s_nearest(published: Store) -> None:
    """With size counted six times, Bretagne was the nearest to both."""
    for one, other in (("94", "93"), ("93", "94")):
        assert similar_regions(published, one, k=1)["region_code"].tolist() == [other]


@pytest.mark.parametrize("shape", [(1.0, 0.0), (2.5, 100.0), (-1.0, 1e7)])
def test_a_dimension_that_is_copied_changes_no_distance(published: Store, shape: tuple[float, float]) -> None:
    """Whatever its unit and its direction, and whether it was alone or said what others say."""
    columns, (slope, start) = profile(published), shape
    copies = {
        f"copie_{code}": {region: start + slope * value for region, value in values.items()}
        for code, values in columns.items()
    }
    assert measured(store_of(columns | copies)) == pytest.approx(measured(published))


def test_what_is_like_a_like_counts_by_itself() -> None:
    """B says what A says, C what B says, and C not what A says: B counts with A, C by itself."""
    along = {"A": (1, 2, 3, 4, 5, 6), "B": (1, 2, 3, 4, 5, 9), "C": (1, 2, 3, 4, 5, 20)}
    columns: Columns = {
        code: dict(zip(boring.REGIONS, map(float, values), strict=False)) for code, values in along.items()
    }
    expected = standing(columns)
    assert {code: other for code, (other, _) in expected.items()} == {"A": "A", "B": "A", "C": "C"}
    found = dimensions(store_of(columns))
    assert found["compared_code"].tolist() == ["A", "A", "C"]


@pytest.mark.parametrize(
    "other", [{"11": 1.0, "24": 2.0}, {"11": 1.0, "24": 2.0, "27": 3.0}, {"27": 7.0, "28": 7.0, "32": 7.0}]
)
def test_too_few_regions_in_common_say_nothing_of_two_dimensions(other: dict[str, float]) -> None:
    """Two regions lie on a line, three of seven are few, and three alike tell nobody apart."""
    columns: Columns = {
        "A": {"11": 1.0, "24": 2.0, "27": 3.0, "28": 3.5, "32": 3.6},
        "B": other | {"44": 30.0, "52": 1.0},
    }
    assert dimensions(store_of(columns))["compared_code"].tolist() == ["A", "B"]
