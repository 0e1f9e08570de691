"""The map of the screen and of pictures: every region once, its value on it, nothing asked of a server."""

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from shapely.geometry import Point, shape

from charts import palette, rank_figure
from charts.geometry import Layout
from charts.look import Look
from charts.map import CLICK, CODE, choropleth
from charts.overview import Subject, still
from charts.palette import LIGHT
from tests.charts.conftest import CODES
from tests.schema import check

Layers = list[dict[str, Any]]
Draw = Callable[..., Layers]


@pytest.fixture
def draw(layout: Layout, frame: pd.DataFrame) -> Draw:
    def drawn(region: str = "", size: tuple[int, int] = (500, 475), **changed: Any) -> Layers:
        spec = choropleth(layout, frame.assign(**changed), Look(region, size, LIGHT))
        check(spec)
        layers: Layers = spec["layer"]
        return layers

    return drawn


def fills(layers: Layers) -> list[str]:
    return [item["fill"] for item in layers[0]["data"]["values"]]


def words(layers: Layers) -> dict[str, str]:
    written = [layer for layer in layers if layer["mark"]["type"] == "text"]
    return {row["text"]: row["ink"] for layer in written for row in layer["data"]["values"]}


def test_every_region_is_drawn_once_with_its_colour_and_its_value(draw: Draw, frame: pd.DataFrame) -> None:
    layers = draw()
    assert fills(layers) == list(frame["colour"])
    assert [item["label"] for item in layers[0]["data"]["values"]] == list(frame["label"])
    assert set(words(layers)) == {text.replace("non publié", "non\npublié") for text in frame["text"]}


def test_what_is_missing_is_grey_and_hatched_and_zero_is_not(
    draw: Draw, layout: Layout, frame: pd.DataFrame
) -> None:
    layers = draw()
    (hatches,) = [layer for layer in layers if layer["mark"].get("stroke") == palette.HATCH]
    missing = frame.loc[frame["missing"], "region_code"].item()
    drawn = hatches["data"]["values"][0]["geometry"]["coordinates"]
    assert [[tuple(point) for point in line] for line in drawn] == layout.hatches[missing]
    assert fills(layers).count(palette.MISSING) == 1
    assert "0,0\u202f%" in words(layers)


def test_without_anything_missing_nothing_is_hatched(draw: Draw) -> None:
    layers = draw(missing=False, text="7,1\u202f%")
    assert all(layer["mark"].get("stroke") != palette.HATCH for layer in layers)


def test_on_a_phone_a_word_too_small_to_be_read_is_left_to_the_hatching(draw: Draw) -> None:
    written = words(draw(size=(330, 330)))
    assert "non\npublié" not in written
    assert "8,5\u202f%" in written


@pytest.mark.parametrize("region", CODES[:2])
def test_the_chosen_region_is_outlined_and_the_others_fade(
    draw: Draw, layout: Layout, frame: pd.DataFrame, region: str
) -> None:
    layers = draw(region)
    (outlined,) = [layer for layer in layers if layer["mark"].get("stroke") == palette.CHOSEN]
    assert outlined["data"]["values"][0]["geometry"] == layout.outlines[region]
    kept = [
        code for code, fill, own in zip(CODES, fills(layers), frame["colour"], strict=True) if fill == own
    ]
    assert kept == [region]


def test_words_are_drawn_over_a_halo_of_their_ground(draw: Draw) -> None:
    halo, written = [layer for layer in draw() if layer["mark"]["type"] == "text"][:2]
    assert halo["encoding"]["stroke"]["field"] == "ground"
    assert halo["data"] == written["data"]


def test_only_the_regions_can_be_clicked_over_all_that_is_drawn(layout: Layout, frame: pd.DataFrame) -> None:
    spec = choropleth(layout, frame, Look("53", (500, 475), LIGHT))
    *under, top = spec["layer"]
    (click,) = top["params"]
    assert not any("params" in layer for layer in under)
    assert click["name"] == CLICK
    assert click["select"]["fields"] == [CODE]
    assert [item[CODE] for item in top["data"]["values"]] == list(frame["region_code"])
    assert top["mark"]["fill"] == "transparent"


def test_what_the_mouse_meets_is_the_region_that_is_seen(draw: Draw, layout: Layout) -> None:
    met = {item[CODE]: shape(item["geometry"]) for item in draw()[-1]["data"]["values"]}
    for code, outline in layout.outlines.items():
        seen = shape(outline)
        assert met[code].contains(Point(layout.anchors[code]))
        assert met[code].intersection(seen).area > 0.85 * seen.area


def test_it_follows_its_frame_and_asks_nothing(layout: Layout, frame: pd.DataFrame) -> None:
    spec = choropleth(layout, frame, Look("", (500, 400), palette.DARK))
    assert (spec["width"], spec["height"]) == ("container", 400)
    # Without a scale, Vega-Lite fits the country in the frame, whatever the frame becomes.
    assert spec["projection"] == {"type": "identity"}
    assert "http" not in json.dumps(spec["layer"])


def test_labels_sit_inside_their_region(layout: Layout) -> None:
    for code, anchor in layout.anchors.items():
        assert shape(layout.outlines[code]).contains(Point(anchor)), code


def test_corsica_is_in_the_south_east_and_brittany_in_the_west(layout: Layout) -> None:
    assert layout.anchors["94"][0] > 400
    assert layout.anchors["94"][1] > 300
    assert layout.anchors["53"][0] < -300
    assert layout.anchors["32"][1] == min(y for _, y in layout.anchors.values())


STILL = Look(region="32", size=(560, 475), page=LIGHT)


def _as_one(drawing: dict[str, Any], told: set[str]) -> None:
    """Check a picture: the map over its legend, beside the chart, all of them with the same words."""
    (left, right) = drawing["hconcat"]
    chart, legend = left["vconcat"]
    assert chart["width"] == STILL.size[0]
    assert {legend["width"], right["width"]} == {"container"}
    assert {text.replace("\n", " ") for text in words(chart["layer"])} == told


def test_a_picture_of_ranks_holds_map_legend_and_dots(layout: Layout, frame: pd.DataFrame) -> None:
    rank = frame["value"].rank(ascending=False).astype("Int64")
    rows = frame.assign(rank=rank, low=rank, high=rank, words="un rang")
    places = {"1ʳᵉ", "non publié", *(f"{place}ᵉ" for place in range(2, 13))}
    _as_one(rank_figure.still(layout, rows, STILL), places)


def test_a_picture_of_a_domain_holds_map_legend_and_bars(layout: Layout, frame: pd.DataFrame) -> None:
    rows = frame.assign(
        low=float("nan"), high=float("nan"), perimeter="", corrected=False,
        status=["missing" if missing else "value" for missing in frame["missing"]],
        rank=frame["value"].rank(ascending=False).astype("Int64"),
    )  # fmt: skip
    subject = Subject("Emploi", "indicator_value", "%", 1, 1, 8.4, 1)
    _as_one(still(layout, rows, subject, STILL), set(frame["text"]))
