"""The map: every region once, its value written on it, nothing asked from any server."""

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from shapely.geometry import Point, shape

from charts import palette
from charts.geometry import Layout
from charts.look import Look
from charts.map import LAYER, choropleth

Draw = Callable[..., dict[str, dict[str, Any]]]


@pytest.fixture
def draw(layout: Layout, frame: pd.DataFrame) -> Draw:
    def drawn(region: str = "", page: palette.Page = palette.LIGHT) -> dict[str, dict[str, Any]]:
        deck = json.loads(choropleth(layout, frame, Look(region, (500, 400), page)))
        return {layer["id"]: layer for layer in deck["layers"]} | {"deck": deck}

    return drawn


def fills(layers: dict[str, dict[str, Any]]) -> dict[str, list[int]]:
    return {f["properties"]["code"]: f["properties"]["fill"] for f in layers["couleurs"]["data"]}


def words(layers: dict[str, dict[str, Any]]) -> list[str]:
    return [
        word["text"]
        for name, layer in layers.items()
        if name.startswith("valeurs-")
        for word in layer["data"]
    ]


def test_every_region_is_drawn_once_with_its_value(draw: Draw, frame: pd.DataFrame) -> None:
    layers = draw()
    assert sorted(fills(layers)) == sorted(frame["region_code"])
    assert sorted(words(layers)) == sorted(
        text.replace("non publié", "non\npublié") for text in frame["text"]
    )


def test_what_is_missing_is_grey_hatched_and_said_and_zero_is_not(draw: Draw) -> None:
    layers = draw()
    grey = list(palette.rgb(palette.MISSING))
    assert [code for code, fill in fills(layers).items() if fill == grey] == ["53"]
    assert len(layers["non-publie"]["data"]) > 5
    assert "0,0\u202f%" in words(layers)


def test_no_basemap_and_no_gesture_that_traps_the_scroll(draw: Draw) -> None:
    deck = draw()["deck"]
    assert deck["views"] == [{"@@type": "OrthographicView", "controller": False}]
    assert "http" not in json.dumps(deck)
    assert deck["mapStyle"] == "__MAP_STYLE__"


def test_the_chosen_region_is_outlined_and_the_others_fade(draw: Draw, frame: pd.DataFrame) -> None:
    before, after = draw(), draw(region="94")
    assert before["choix"]["data"] == []
    assert [f["properties"]["code"] for f in after["choix"]["data"]] == ["94"]
    changed = {code for code, fill in fills(before).items() if fill != fills(after)[code]}
    assert changed == set(frame["region_code"]) - {"94"}


def test_only_the_regions_can_be_clicked(draw: Draw) -> None:
    layers = draw()
    layers.pop("deck")
    assert [name for name, layer in layers.items() if layer.get("pickable")] == [LAYER]
    # Streamlit repaints the `getFillColor` of a clicked layer: it must not find one.
    assert "getFillColor" not in layers[LAYER]
    assert layers[LAYER]["opacity"] == 0


def test_what_the_mouse_meets_is_the_region_that_is_seen(draw: Draw, layout: Layout) -> None:
    met = {f["properties"]["code"]: shape(f["geometry"]) for f in draw()[LAYER]["data"]}
    for code, outline in layout.outlines.items():
        seen = shape(outline)
        assert met[code].contains(Point(layout.anchors[code]))
        assert met[code].intersection(seen).area > 0.85 * seen.area


def test_the_drawing_fits_in_its_frame(layout: Layout, frame: pd.DataFrame) -> None:
    for width, height in ((280, 270), (500, 400), (1200, 400)):
        deck = json.loads(choropleth(layout, frame, Look("", (width, height), palette.DARK)))
        scale = 2 ** deck["initialViewState"]["zoom"]
        assert layout.width * scale <= width
        assert layout.height * scale <= height
        assert max(layout.width * scale / width, layout.height * scale / height) > 0.95


def test_labels_sit_inside_their_region(layout: Layout) -> None:
    for code, anchor in layout.anchors.items():
        assert shape(layout.outlines[code]).contains(Point(anchor)), code


def test_corsica_is_in_the_south_east_and_brittany_in_the_west(layout: Layout) -> None:
    assert layout.anchors["94"][0] > 400
    assert layout.anchors["94"][1] > 300
    assert layout.anchors["53"][0] < -300
    assert layout.anchors["32"][1] == min(y for _, y in layout.anchors.values())
