"""The map of the departments: numbers, colours, the enlargement of Paris, the chosen region."""

import json
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import geometry, palette
from charts.departments import ENLARGED, TINTS, Departments, classes, departments, departments_map
from charts.look import Look
from tests.boring import WORKBOOK

SOURCE = WORKBOOK.parent / "geometry" / "departements.geojson"
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


def layers(spec: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [layer["data"]["values"] for layer in spec["layer"]]


def test_every_department_is_drawn_and_only_those_with_initiatives_have_a_number(places: Departments) -> None:
    spec = departments_map(places, rows({"69": 6, "93": 1, "29": 2}), LOOK)
    shapes, borders, numbers, _ = layers(spec)
    assert len(shapes) == 96 + len(ENLARGED)
    assert len(borders) == 13
    assert sorted(word["text"] for word in numbers) == ["1", "2", "6"]
    told = {shape["label"]: shape["colour"] for shape in shapes}
    assert told["Rhône\u202f: 6 fois"] == TINTS[0][1]
    assert told["Seine-Saint-Denis\u202f: 1 fois"] == TINTS[-1][1]
    assert sum("aucune initiative citée" in label for label in told) == 93
    assert len(json.dumps(spec)) < 60_000


def test_paris_is_enlarged_in_a_free_corner(places: Departments) -> None:
    shapes, *_ = layers(departments_map(places, rows({}), LOOK))
    corner = [
        point
        for shape in shapes[96:]
        for part in shape["geometry"]["coordinates"]
        for ring in part
        for point in ring
    ]
    country = [
        point
        for shape in shapes[:96]
        for part in shape["geometry"]["coordinates"]
        for ring in part
        for point in ring
    ]
    right, bottom = max(x for x, _ in corner), max(y for _, y in corner)
    assert not [point for point in country if point[0] < right and point[1] < bottom]


def test_the_chosen_region_is_outlined_last_and_the_others_fade(places: Departments) -> None:
    look = Look(region="53", size=(340, 280), page=palette.DARK)
    shapes, borders, *_ = layers(departments_map(places, rows({"29": 2, "69": 6}), look))
    assert [line["stroke"] for line in borders].count(palette.CHOSEN) == 1
    assert borders[-1]["stroke"] == palette.CHOSEN
    told = {shape["label"]: shape["colour"] for shape in shapes}
    assert told["Finistère\u202f: 2 fois"] == TINTS[1][1]
    assert told["Rhône\u202f: 6 fois"] != TINTS[0][1]


@settings(max_examples=10, deadline=None)
@given(st.dictionaries(st.sampled_from(["01", "2A", "75", "92", "13", "67"]), st.integers(1, 60)))
def test_numbers_are_those_given(places: Departments, counts: dict[str, int]) -> None:
    _, _, numbers, _ = layers(departments_map(places, rows(counts), LOOK))
    assert sorted(int(word["text"]) for word in numbers) == sorted(counts.values())


def test_the_legend_goes_from_none_to_many() -> None:
    found = classes(palette.LIGHT)
    assert [band.label for band in found] == ["aucune citée", "1", "2 ou 3", "4 et plus"]
    shades = [palette.luminance(band.colour) for band in found]
    assert shades == sorted(shades, reverse=True)
