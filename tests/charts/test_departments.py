"""The map of the departments: numbers, colours, the enlargement of Paris, the chosen region."""

import json
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from charts import geometry, palette
from charts.departments import ENLARGED, TINTS, Departments, classes, departments, departments_map
from charts.look import Look
from tests.boring import WORKBOOK
from tests.schema import check

SOURCE = WORKBOOK.parent / "geometry" / "departements.geojson"
LIMIT = 20_000
LOOK = Look(region="", size=(500, 370), page=palette.LIGHT)


@pytest.fixture(scope="module")
def places() -> Departments:
    collection = json.loads(SOURCE.read_text(encoding="utf-8"))
    return departments(geometry.lay_out(collection), [item["properties"] for item in collection["features"]])


def rows(counts: dict[str, int]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "department_code": list(counts),
            "count": list(counts.values()),
            "label": [f"{n} fois" for n in counts.values()],
        }
    )


def drawn(spec: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["transform"][0]["from"]["data"]["values"]
    return found


def numbers(spec: dict[str, Any]) -> list[str]:
    return sorted(row["text"] for row in drawn(spec) if row["text"])


def points(record: dict[str, Any]) -> list[tuple[float, float]]:
    polygons = record["target"]["geometry"]["coordinates"]
    return [point for part in polygons for ring in part for point in ring]


def test_every_department_is_drawn_and_only_those_with_initiatives_have_a_number(places: Departments) -> None:
    spec = departments_map(places, rows({"69": 6, "93": 1, "29": 2}), LOOK)
    check(spec)
    assert spec["data"] == places.shapes.data
    assert [row["code"] for row in drawn(spec)] == [record["code"] for record in places.shapes.records]
    assert len(drawn(spec)) == 96 + len(ENLARGED)
    assert len(places.borders.records) == 13
    # Around Paris, in the enlargement.
    assert {row["code"]: row["text"] for row in drawn(spec) if row["text"]} == {
        "69": "6",
        "29": "2",
        "93+": "1",
    }
    told = {row["label"]: row["colour"] for row in drawn(spec)}
    assert told["Rhône\u202f: 6 fois"] == TINTS[2]
    assert told["Seine-Saint-Denis\u202f: 1 fois"] == TINTS[0]
    assert sum("aucune initiative citée" in label for label in told) == 93
    assert len(json.dumps(spec)) < LIMIT


def test_paris_is_enlarged_in_a_free_corner(places: Departments) -> None:
    records = places.shapes.records
    corner = [point for record in records[96:] for point in points(record)]
    country = [point for record in records[:96] for point in points(record)]
    right, bottom = max(x for x, _ in corner), max(y for _, y in corner)
    assert not [point for point in country if point[0] < right and point[1] < bottom]
    for record in records[96:]:
        assert shape(record["target"]["geometry"]).contains(Point(record["x"], record["y"]))


def test_the_chosen_region_is_outlined_last_and_every_colour_is_in_the_legend(places: Departments) -> None:
    look = Look(region="53", size=(340, 280), page=palette.DARK)
    spec = departments_map(places, rows({"29": 2, "69": 6}), look)
    every, casing, chosen = [layer for layer in spec["layer"] if layer.get("data") == places.borders.data]
    assert "transform" not in every
    assert chosen["mark"]["stroke"] == palette.CHOSEN
    assert casing["mark"]["stroke"] == palette.DARK.background
    assert casing["transform"] == chosen["transform"] == [{"filter": {"field": "code", "equal": "53"}}]
    told = {row["label"]: row["colour"] for row in drawn(spec)}
    legend = {band.label: band.colour for band in classes(palette.DARK)}
    assert told["Finistère\u202f: 2 fois"] == legend["2 ou 3"]
    assert told["Rhône\u202f: 6 fois"] == legend["4 et plus"]
    assert set(told.values()) <= set(legend.values())


@settings(max_examples=10, deadline=None)
@given(st.dictionaries(st.sampled_from(["01", "2A", "75", "92", "13", "67"]), st.integers(1, 60)))
def test_numbers_are_those_given(places: Departments, counts: dict[str, int]) -> None:
    assert numbers(departments_map(places, rows(counts), LOOK)) == sorted(map(str, counts.values()))


@pytest.mark.parametrize("page", [palette.LIGHT, palette.DARK])
def test_the_legend_goes_from_none_to_many(page: palette.Page) -> None:
    found = classes(page)
    assert [band.label for band in found] == ["aucune citée", "1", "2 ou 3", "4 et plus"]
    shades = [palette.contrast(band.colour, page.background) for band in found]
    assert shades == sorted(shades)
