"""The map of a picture: the colours, the words and the reading of the map on screen."""

import json
from typing import Any

import pandas as pd
import pytest

from charts import palette, rank_figure
from charts.geometry import Layout
from charts.look import Look
from charts.map_still import map_still
from charts.overview import Subject, still
from charts.palette import LIGHT
from tests.charts.conftest import CODES


def _layers(layout: Layout, frame: pd.DataFrame, region: str = "") -> list[dict[str, Any]]:
    spec = map_still(layout, frame, Look(region, (560, 475), LIGHT))
    assert (spec["width"], spec["projection"]["type"]) == (560, "identity")
    layers: list[dict[str, Any]] = spec["layer"]
    return layers


def _words(layers: list[dict[str, Any]]) -> dict[str, str]:
    written = [layer for layer in layers if "longitude" in layer.get("encoding", {})]
    return {row["text"]: row["ink"] for layer in written for row in layer["data"]["values"]}


def test_every_region_has_its_colour_and_its_words(layout: Layout, frame: pd.DataFrame) -> None:
    layers = _layers(layout, frame)
    fills = [item["properties"]["fill"] for item in layers[0]["data"]["values"]]
    assert fills == list(frame["colour"])
    told = [item["properties"]["label"] for item in layers[0]["data"]["values"]]
    assert told == list(frame["label"])
    assert set(_words(layers)) == {text.replace("non publié", "non\npublié") for text in frame["text"]}


def test_what_is_missing_is_hatched_and_never_zero(layout: Layout, frame: pd.DataFrame) -> None:
    hatches = [layer for layer in _layers(layout, frame) if layer["mark"].get("stroke") == palette.HATCH]
    missing = frame.loc[frame["missing"], "region_code"].item()
    drawn = hatches[0]["data"]["values"][0]["geometry"]["coordinates"]
    assert [[tuple(point) for point in line] for line in drawn] == layout.hatches[missing]
    assert "0,0\u202f%" in _words(_layers(layout, frame))


def test_without_anything_missing_nothing_is_hatched(layout: Layout, frame: pd.DataFrame) -> None:
    whole = frame.assign(missing=False, text="7,1\u202f%")
    assert all(layer["mark"].get("stroke") != palette.HATCH for layer in _layers(layout, whole))


@pytest.mark.parametrize("region", CODES[:2])
def test_the_chosen_region_is_outlined_and_the_others_fade(
    layout: Layout, frame: pd.DataFrame, region: str
) -> None:
    layers = _layers(layout, frame, region)
    outlined = [layer for layer in layers if layer["mark"].get("stroke") == palette.CHOSEN]
    assert outlined[0]["data"]["values"][0]["geometry"] == json.loads(json.dumps(layout.outlines[region]))
    fills = [item["properties"]["fill"] for item in layers[0]["data"]["values"]]
    whole = [code for code, fill, own in zip(CODES, fills, frame["colour"], strict=True) if fill == own]
    assert whole == [region]


def test_words_are_drawn_over_a_halo_of_their_ground(layout: Layout, frame: pd.DataFrame) -> None:
    halo, words = [layer for layer in _layers(layout, frame) if "longitude" in layer.get("encoding", {})][:2]
    assert halo["encoding"]["stroke"]["field"] == "ground"
    assert halo["data"] == words["data"]


STILL = Look(region="32", size=(560, 475), page=LIGHT)


def _as_one(drawing: dict[str, Any], words: set[str]) -> None:
    """Check a picture: the map over its legend, beside the chart, all of them with the same words."""
    (left, right) = drawing["hconcat"]
    chart, legend = left["vconcat"]
    assert chart["width"] == STILL.size[0]
    assert {legend["width"], right["width"]} == {"container"}
    assert {text.replace("\n", " ") for text in _words(chart["layer"])} == words


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
