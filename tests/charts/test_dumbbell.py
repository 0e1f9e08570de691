"""Dumbbells: a mark a published value, a hole in its own column, names and values written."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts import palette
from charts.actors import CONCORDANCE, NOTES, SHARES, accord, changes, conviction, voices
from charts.actors_series import of_actors, tick, tint
from charts.dumbbell import aside, dumbbell
from charts.dumbbell_frame import Axis
from charts.look import Look
from tests.schema import check

ACTORS = {"citoyens": "Citoyens", "entreprises": "Entreprises", "maires": "Maires"}
AXIS = Axis(0, 10, ((0.0, "0"), (10.0, "10")))
ROWS = pd.DataFrame(
    [
        ("Emploi", "citoyens", 7.1, "7,1", "a"),
        ("Emploi", "entreprises", 5.6, "5,6", "b"),
        ("Emploi", "maires", float("nan"), "non publié", "c"),
        ("Santé", "citoyens", 0.0, "0,0", "d"),
        ("Santé", "entreprises", float("nan"), "non publié", "e"),
        ("Santé", "maires", float("nan"), "non publié", "f"),
    ],
    columns=["line", "series", "value", "text", "label"],
)


def look(page: palette.Page = palette.LIGHT, size: tuple[int, int] = (510, 360)) -> Look:
    return Look(region="", size=size, page=page)


def layers(spec: dict[str, Any], kind: str) -> list[list[dict[str, Any]]]:
    return [layer["data"]["values"] for layer in spec["layer"] if layer["mark"]["type"] == kind]


def written(spec: dict[str, Any]) -> list[str]:
    return [row["text"] for layer in layers(spec, "text") for row in layer]


def test_the_specification_is_valid_and_inline() -> None:
    spec = dumbbell(ROWS, of_actors(ACTORS), AXIS, look())
    check(spec)
    assert "datasets" not in spec
    assert spec["width"] == "container"


def test_a_hole_is_in_its_own_column_and_never_on_the_scale() -> None:
    spec = dumbbell(ROWS, of_actors(ACTORS), AXIS, look())
    drawn = {row["label"]: row for layer in layers(spec, "point") for row in layer}
    scale_end = drawn["a"]["x"] + (drawn["a"]["x"] - drawn["d"]["x"]) / 7.1 * 2.9
    assert all(drawn[hole]["x"] > scale_end for hole in "cef")
    assert all(drawn[hole]["fill"] == palette.LIGHT.background for hole in "cef")
    assert drawn["c"]["x"] != drawn["e"]["x"]
    assert "non publié" in written(spec)


def test_zero_is_a_value() -> None:
    spec = dumbbell(ROWS, of_actors(ACTORS), AXIS, look())
    drawn = {row["label"]: row for layer in layers(spec, "point") for row in layer}
    assert drawn["d"]["x"] < drawn["b"]["x"] < drawn["a"]["x"]
    assert "0,0" in written(spec)


def test_both_ends_names_and_voices_are_written() -> None:
    said = written(dumbbell(ROWS, of_actors(ACTORS), AXIS, look()))
    assert {"7,1", "5,6", "Emploi", "Santé", *ACTORS.values()} <= set(said)


def test_a_complete_figure_has_no_column_of_holes() -> None:
    whole = ROWS[ROWS["value"].notna()]
    assert "non publié" not in written(dumbbell(whole, of_actors(ACTORS), AXIS, look()))


def test_a_phone_has_the_names_above_the_marks_and_a_folded_legend() -> None:
    wide, narrow = (
        dumbbell(ROWS, of_actors(ACTORS | {"associations": "Associations"}), AXIS, look(size=size))
        for size in ((510, 360), (330, 330))
    )
    assert narrow["height"] > wide["height"]
    legend = {row["y"] for row in layers(narrow, "text")[0]}
    assert len(legend) == 2
    assert len({row["y"] for row in layers(wide, "text")[0]}) == 1


@given(st.lists(st.floats(0, 1), max_size=6))
def test_marks_step_aside_only_from_each_other(places: list[float]) -> None:
    steps = aside(places, 0.1)
    ordered = sorted(zip(places, steps, strict=True))
    for (one, step), (other, next_step) in pairwise(ordered):
        assert step != next_step or other - one >= 0.1
    assert sum(steps) == pytest.approx(0)


@given(st.lists(st.floats(0, 10), min_size=1, max_size=8), st.integers(4, 9))
def test_an_axis_holds_its_values(values: list[float], most: int) -> None:
    axis = NOTES.around([*values, float("nan")], most)
    assert 0 <= axis.low <= min(values) <= max(values) <= axis.high <= 10
    assert 2 <= len(axis.ticks) <= most
    assert all(axis.low <= tick <= axis.high for tick, _ in axis.ticks)


def test_a_share_is_written_in_percent() -> None:
    assert ("60\u202f%") in [text for _, text in SHARES.around([48.0, 60.0]).ticks]


def test_landmarks_are_under_the_line_and_outside_the_bar() -> None:
    rows = pd.DataFrame(
        [
            ("Maires", "x", 100.0, "", "x"),
            ("Maires", "PHARE", 87.0, "87", "p"),
            ("Maires", "Corse", 77.0, "77", "r"),
        ],
        columns=["line", "series", "value", "text", "label"],
    )
    spec = conviction(rows, "Corse", "x", look())
    drawn = {row["label"]: row for row in layers(spec, "point")[0]}
    assert drawn["x"]["y"] == drawn["r"]["y"] > drawn["p"]["y"]
    assert drawn["r"]["stroke"] == palette.CHOSEN
    bars = [row for layer in layers(spec, "rule") for row in layer if row["y"] == row["y2"]]
    assert all(bar["x"] == bar["x2"] for bar in bars)
    assert {"87", "77"} <= set(written(spec))


def test_each_section_has_its_drawing() -> None:
    pair = ROWS[ROWS["value"].notna()].replace({"citoyens": "observe", "entreprises": "hasard"})
    assert accord(pair, look())["height"] > 0
    assert changes(pair, NOTES, look())["height"] > 0
    assert voices(ROWS, ACTORS, NOTES, look())["height"] > 0
    assert CONCORDANCE.ticks[2] == (0.5, "0,5")


@pytest.mark.parametrize("page", [palette.LIGHT, palette.DARK])
def test_every_voice_is_told_from_the_page_and_by_its_shape(page: palette.Page) -> None:
    series = of_actors(
        {code: code for code in ("citoyens", "entreprises", "associations", "maires", "elus_locaux")}
    )
    assert all(palette.contrast(one.colour, page.background) >= 3 for one in series)
    assert len({one.shape for one in series}) == len(series)
    assert palette.contrast(tick("a", "b").colour, page.background) >= 3
    assert tint("inconnu")
