"""The dots: every region on its line, the compared ones by colour and by shape, no dot where no score."""

import json
from typing import Any

import pandas as pd
import pytest

from charts import dots, palette
from charts.dots_legend import legend
from charts.look import Look
from tests.schema import check

COMPARED = ("11", "24", "53")
PAGES = (palette.LIGHT, palette.DARK)


@pytest.fixture
def rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Two domains; the region without a value has no score."""
    both = [
        frame.assign(score=frame["value"] - shift, group=axis)
        for shift, axis in ((8.0, "axe_social"), (7.5, "axe_economique"))
    ]
    for part, name in zip(both, ("Emploi", "Santé"), strict=True):
        part["name"] = name
    return pd.concat(both, ignore_index=True)


def drawn(rows: pd.DataFrame, **changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "compared": dots.marks(COMPARED, ["Île-de-France", "Centre", "Bretagne"], "53"),
        "reference": dots.Reference(0.0, "moyenne des régions"),
        "page": palette.LIGHT,
    } | changes
    return dots.dots(rows, Look("", (500, 400), given.pop("page")), **given)


def layers(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == kind]


def test_it_is_valid_and_small(rows: pd.DataFrame) -> None:
    spec = drawn(rows)
    check(spec)
    assert "data" not in spec
    assert len(json.dumps(spec)) < 30_000


def test_each_compared_region_has_a_colour_and_a_shape_of_its_own(rows: pd.DataFrame) -> None:
    points = layers(drawn(rows), "point")
    assert len({layer["mark"]["shape"] for layer in points}) == len(COMPARED)
    assert len({layer["mark"]["fill"] for layer in points}) == len(COMPARED)
    assert points[2]["mark"]["fill"] == palette.CHOSEN
    assert [len(layer["data"]["values"]) for layer in points] == [2, 2, 2]


def test_the_others_are_grey_and_all_there(rows: pd.DataFrame) -> None:
    (others,) = layers(drawn(rows), "circle")
    assert len(others["data"]["values"]) == 2 * (13 - len(COMPARED))


def test_a_region_without_a_score_has_no_dot_and_is_named(rows: pd.DataFrame) -> None:
    spec = drawn(rows)
    bretagne = layers(spec, "point")[2]["data"]["values"]
    assert [row["score"] for row in bretagne] == [None, None]
    said = [
        row["label"] for layer in layers(spec, "text") for row in layer["data"]["values"] if "label" in row
    ]
    assert said.count("sans score\u202f: Bretagne") == 2
    full = drawn(rows, compared=dots.marks(COMPARED[:2], ["Île-de-France", "Centre"], ""))
    assert "sans score" not in json.dumps(full, ensure_ascii=False)


def test_the_line_joins_the_two_ends(rows: pd.DataFrame) -> None:
    (joined,) = [layer for layer in layers(drawn(rows), "rule") if "x2" in layer["encoding"]]
    for line in joined["data"]["values"]:
        mine = rows[(rows["name"] == line["name"]) & rows["region_code"].isin(COMPARED)]["score"].dropna()
        assert (line["score"], line["max"]) == (mine.min(), mine.max())


def test_a_reading_without_a_zero_draws_no_reference(rows: pd.DataFrame) -> None:
    assert "moyenne" in json.dumps(drawn(rows))
    assert "moyenne" not in json.dumps(drawn(rows, reference=None))


def test_nothing_scored_draws_an_empty_frame(rows: pd.DataFrame) -> None:
    spec = drawn(rows.assign(score=float("nan")), reference=None)
    assert not layers(spec, "rule")[-1]["data"]["values"]


@pytest.mark.parametrize("page", PAGES)
def test_the_colours_are_seen_on_both_pages(page: palette.Page) -> None:
    for mark in dots.marks("abcde", "abcde", "e"):
        assert palette.contrast(mark.colour, page.background) >= 3
        assert mark.shape in dots.SHAPES


@pytest.mark.parametrize(("columns", "lines"), [(3, 1), (2, 2)])
def test_the_legend_names_each_region_once(columns: int, lines: int) -> None:
    marks = dots.marks(COMPARED, ["Île-de-France", "Centre", "Bretagne"], "53")
    spec = legend(marks, columns=columns, look=Look("", (500, 360), palette.DARK))
    check(spec)
    assert spec["height"] == 28 * lines
    drawn, *said = (layer["data"]["values"] for layer in spec["layer"])
    places = [(row["x"], row["y"]) for row in drawn]
    assert len(set(places)) == 3
    named = {row["text"]: (row["x"], row["y"]) for rows in said for row in rows}
    assert named == dict(zip(["Île-de-France", "Centre", "Bretagne"], places, strict=True))
    assert [layer["mark"]["fontWeight"] for layer in spec["layer"][1:]] == [400, 700]
