"""The bars: one a region, in order, a missing value without a bar, France where it is published."""

from typing import Any

import pandas as pd
import pytest

from charts import bands, legend, palette, text
from charts.bars import Benchmark, ranked_bars
from charts.look import Look
from tests.schema import check, framed
from wording import numbers

FRANCE = Benchmark(8.4, "France : 8,4 %")


def bars(frame: pd.DataFrame, **changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "region": "",
        "size": (500, 400),
        "page": palette.LIGHT,
    } | changes
    benchmark = given.pop("benchmark", FRANCE)
    return ranked_bars(frame, Look(**given), benchmark=benchmark)


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    holders = [spec, *spec["layer"]]
    return next(
        h["data"]["values"] for h in holders if "data" in h and "short_name" in h["data"]["values"][0]
    )


def marks(spec: dict[str, Any]) -> list[str]:
    return [layer["mark"]["type"] for layer in spec["layer"]]


def test_the_specification_is_valid_and_holds_its_rows(frame: pd.DataFrame) -> None:
    spec = bars(frame)
    check(spec)
    assert "datasets" not in spec
    assert [row["short_name"] for row in rows(spec)] == list(frame["short_name"])
    assert [row["text"] for row in rows(spec)] == list(frame["text"])


def test_a_missing_value_has_no_length_and_zero_has_one(frame: pd.DataFrame) -> None:
    values = {row["short_name"]: row["value"] for row in rows(bars(frame))}
    assert values["Région 53"] is None
    assert values["Région 94"] == 0


def test_france_is_a_line_only_where_it_is_published(frame: pd.DataFrame) -> None:
    assert "rule" in marks(bars(frame))
    assert "rule" not in marks(bars(frame, benchmark=None))


def test_the_order_is_the_one_of_the_frame(frame: pd.DataFrame) -> None:
    spec = bars(frame.iloc[::-1])
    orders = [
        layer["encoding"]["y"]["sort"] for layer in spec["layer"] if "sort" in layer["encoding"].get("y", {})
    ]
    assert orders
    assert all(order == list(frame["short_name"])[::-1] for order in orders)


def test_an_interval_keeps_the_order_and_has_room(frame: pd.DataFrame) -> None:
    """Every layer sorts the names alike: one that does not would put them all in alphabetical order."""
    spans = frame.assign(line_low=0.0, line_high=99.0)
    spec = bars(spans, benchmark=None)
    check(spec)
    assert "rule" in marks(spec)
    assert "rule" not in marks(bars(frame, benchmark=None))
    orders = [layer["encoding"]["y"]["sort"] for layer in spec["layer"]]
    assert all(order == list(frame["short_name"]) for order in orders)
    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"][1] > 99


def test_the_chosen_region_is_framed_and_every_colour_stays_that_of_its_class(frame: pd.DataFrame) -> None:
    spec = bars(frame, region="32")
    assert framed(spec) == ["Région 32"]
    assert framed(bars(frame)) == []
    assert [row["colour"] for row in rows(spec)] == list(frame["colour"])


def test_a_value_of_zero_has_a_mark_and_a_missing_one_none(frame: pd.DataFrame) -> None:
    (tick,) = [layer for layer in bars(frame)["layer"] if layer["mark"]["type"] == "tick"]
    assert [(row["short_name"], row["value"]) for row in tick["data"]["values"]] == [("Région 94", 0)]
    assert "tick" not in marks(bars(frame.assign(value=7.1)))


def test_negative_values_start_from_zero(frame: pd.DataFrame) -> None:
    turned = frame.assign(value=-frame["value"])
    spec = bars(turned, benchmark=None)
    domain = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "bar")["encoding"]["x"][
        "scale"
    ]["domain"]
    assert domain[0] == pytest.approx(-10.8)
    assert domain[1] > 0


def test_nothing_published_still_draws_thirteen_names(frame: pd.DataFrame) -> None:
    empty = frame.assign(value=float("nan"), missing=True, text="non publié")
    spec = bars(empty, benchmark=None)
    check(spec)
    assert all(row["value"] is None and row["text"] == "non publié" for row in rows(spec))


def test_the_legend_says_each_class_and_what_is_missing(frame: pd.DataFrame) -> None:
    scale = bands.fragility(frame["value"], 1, numbers.number, palette.LIGHT)
    spec = legend.strip(
        scale,
        ends=("moins fragile", "plus fragile"),
        missing="non publié",
        look=Look("", (500, 400), palette.DARK),
        undecided="? : sens non établi",
    )
    check(spec)
    assert [" ".join(lines) for lines in said_in_boxes(spec)] == [
        *(band.label for band in scale),
        "? : sens non établi",
        "non publié",
    ]
    boxes, _, low, high, dots, lines = (layer["data"]["values"] for layer in spec["layer"])
    assert [box["fill"] for box in boxes[-2:]] == [palette.DARK.background, palette.DARK.missing]
    assert [rows[0]["text"] for rows in (low, high)] == ["moins fragile", "plus fragile"]
    # As on the map: two greys are told apart by nobody.
    assert spec["layer"][4]["mark"]["strokeDash"] == palette.DOTTED["strokeDash"]
    assert "strokeDash" not in spec["layer"][5]["mark"]
    for pattern, box in ((dots, boxes[-2]), (lines, boxes[-1])):
        assert {rule["stroke"] for rule in pattern} == {palette.HATCH}
        assert all(box["x"] <= rule["x"] < rule["x2"] <= box["x2"] + 1e-9 for rule in pattern)


def said_in_boxes(spec: dict[str, Any]) -> list[list[str]]:
    """The lines of words of each box, from the left: between its ends, under one another."""
    boxes, words = (spec["layer"][number]["data"]["values"] for number in (0, 1))
    found = [[row for row in words if box["x"] < row["x"] < box["x2"]] for box in boxes]
    assert sum(map(len, found)) == len(words)
    assert all(row["y"] > box["y2"] for own, box in zip(found, boxes, strict=True) for row in own)
    for own in found:
        assert [row["y"] for row in own] == sorted({row["y"] for row in own})
    return [[row["text"] for row in own] for own in found]


def test_words_wider_than_their_box_take_two_lines(frame: pd.DataFrame) -> None:
    scale = bands.fragility(frame["value"], 1, lambda value: numbers.percent(value, 1), palette.LIGHT)
    wide, phone = (
        legend.strip(scale, ends=("", ""), missing="", look=Look("", (width, 400), palette.LIGHT))
        for width in (700, 300)
    )
    words = [said_in_boxes(spec) for spec in (wide, phone)]
    assert words[0] == [[band.label] for band in scale]
    assert words[1][1] == ["7,2\u202f% à", "7,3\u202f%"]
    assert phone["height"] > 4.2 * Look("", (300, 400), palette.LIGHT).small


def test_the_text_alternative_holds_the_finding_and_every_number(frame: pd.DataFrame) -> None:
    said = text.alternative("Un constat.", "Barres, dans l’ordre", frame)
    assert said.startswith("Un constat. Barres, dans l’ordre")
    for name, value in zip(frame["name"], frame["text"], strict=True):
        assert f"{name} {value}" in said
