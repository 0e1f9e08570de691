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
from charts.served import held
from tests.charts.conftest import CODES
from tests.schema import check

Draw = Callable[..., dict[str, Any]]
# In characters: Streamlit writes and reads a specification several times at every rerun.
LIMIT = 6_000


@pytest.fixture
def draw(layout: Layout, frame: pd.DataFrame) -> Draw:
    def drawn(region: str = "", size: tuple[int, int] = (500, 475), **changed: Any) -> dict[str, Any]:
        spec = choropleth(layout, frame.assign(**changed), Look(region, size, LIGHT))
        check(spec)
        return spec

    return drawn


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = spec["transform"][0]["from"]["data"]["values"]
    return found


def fills(spec: dict[str, Any]) -> list[str]:
    return [row["fill"] for row in rows(spec)]


def words(spec: dict[str, Any]) -> dict[str, str]:
    return {row["text"]: row["ink"] for row in rows(spec) if row["text"]}


def stroked(spec: dict[str, Any], colour: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"].get("stroke") == colour]


def test_every_region_is_drawn_once_with_its_colour_and_its_value(
    draw: Draw, layout: Layout, frame: pd.DataFrame
) -> None:
    spec = draw()
    assert spec["data"] == {"url": layout.served.address}
    assert [record["code"] for record in layout.served.records] == [row[CODE] for row in rows(spec)]
    assert fills(spec) == list(frame["colour"])
    assert [row["label"] for row in rows(spec)] == list(frame["label"])
    assert set(words(spec)) == {text.replace("non publié", "non\npublié") for text in frame["text"]}


def test_what_is_missing_is_grey_and_hatched_and_zero_is_not(draw: Draw, frame: pd.DataFrame) -> None:
    spec = draw()
    (hatches,) = stroked(spec, palette.HATCH)
    assert hatches["transform"] == [{"filter": "datum.missing"}]
    assert hatches["encoding"]["shape"]["field"] == "hatch"
    missing = frame.loc[frame["missing"], "region_code"].item()
    assert [row[CODE] for row in rows(spec) if row["missing"]] == [missing]
    assert fills(spec).count(palette.MISSING) == 1
    assert "0,0\u202f%" in words(spec)


def test_a_gap_without_a_stated_sign_is_dotted_on_the_colour_of_the_page(
    draw: Draw, frame: pd.DataFrame
) -> None:
    assert not [layer for layer in draw()["layer"] if "strokeDash" in layer["mark"]]
    spec = draw(undecided=~frame["missing"])
    (dots,) = [layer for layer in spec["layer"] if "strokeDash" in layer["mark"]]
    assert dots["transform"] == [{"filter": "datum.undecided"}]
    assert [row["undecided"] for row in rows(spec)] == list(~frame["missing"])


def test_without_anything_missing_nothing_is_hatched(draw: Draw) -> None:
    assert not stroked(draw(missing=False, text="7,1\u202f%"), palette.HATCH)


def test_on_a_phone_a_word_too_small_to_be_read_is_left_to_the_hatching(draw: Draw) -> None:
    written = words(draw(size=(330, 330)))
    assert "non\npublié" not in written
    assert "8,5\u202f%" in written


@pytest.mark.parametrize("region", CODES[:2])
def test_the_chosen_region_is_outlined_and_every_colour_stays_that_of_its_class(
    draw: Draw, frame: pd.DataFrame, region: str
) -> None:
    spec = draw(region)
    (outlined,) = stroked(spec, palette.CHOSEN)
    assert outlined["transform"] == [{"filter": {"field": CODE, "equal": region}}]
    (casing,) = stroked(spec, LIGHT.background)
    assert casing["transform"] == outlined["transform"]
    assert casing["mark"]["strokeWidth"] > outlined["mark"]["strokeWidth"]
    assert fills(spec) == list(frame["colour"])


def test_words_are_drawn_over_a_halo_of_their_ground(draw: Draw) -> None:
    spec = draw()
    halo, written = [layer["encoding"] for layer in spec["layer"] if layer["mark"]["type"] == "text"]
    assert halo["stroke"]["field"] == "ground"
    assert [halo[name] for name in ("text", "size")] == [written[name] for name in ("text", "size")]
    assert all(row["ink"] == palette.ink(row["ground"]) for row in rows(spec))


def test_words_stand_beside_a_place_too_narrow_for_them(draw: Draw, layout: Layout) -> None:
    beside = [record for record in layout.served.records if record["aside"]]
    (corsica,) = beside
    assert corsica["code"] == "94"
    left, *_ = shape(corsica["outline"]["geometry"]).bounds
    assert corsica["x"] < left
    grounds = {row[CODE]: (row["ground"], row["fill"]) for row in rows(draw())}
    assert grounds["94"][0] == LIGHT.background
    assert all(ground == fill for code, (ground, fill) in grounds.items() if code != "94")


def test_only_the_regions_can_be_clicked_over_all_that_is_drawn(draw: Draw) -> None:
    *under, top = draw("53")["layer"]
    (click,) = top["params"]
    assert not any("params" in layer for layer in under)
    assert click["name"] == CLICK
    assert click["select"]["fields"] == [CODE]
    assert top["mark"]["fill"] == "transparent"
    assert top["encoding"]["shape"]["field"] == "target"


def test_what_the_mouse_meets_is_the_region_that_is_seen(layout: Layout) -> None:
    for record in layout.served.records:
        seen, met = shape(record["outline"]["geometry"]), shape(record["target"]["geometry"])
        assert met.contains(Point(layout.anchors[record["code"]]))
        assert met.intersection(seen).area > 0.85 * seen.area


def test_it_follows_its_frame_and_asks_for_its_shapes_alone(layout: Layout, frame: pd.DataFrame) -> None:
    spec = choropleth(layout, frame, Look("", (500, 400), palette.DARK))
    assert (spec["width"], spec["height"]) == ("container", 400)
    # Without a scale, Vega-Lite fits the country in the frame, whatever the frame becomes.
    assert spec["projection"] == {"type": "identity"}
    assert json.dumps(spec).count("url") == 1
    assert len(json.dumps(spec)) < LIMIT


def test_for_a_picture_the_shapes_take_the_place_of_their_address(draw: Draw, layout: Layout) -> None:
    served = layout.served
    whole = held({"vconcat": [draw("53")]}, {served.address: served})
    (drawn,) = whole["vconcat"]
    check(drawn)
    assert json.loads(json.dumps(drawn["data"]["values"])) == json.loads(served.body)
    assert "url" not in json.dumps(whole)


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
    assert {text.replace("\n", " ") for text in words(chart)} == told


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
