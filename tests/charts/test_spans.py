"""Values around a landmark: each drawn once where its scale puts it, what is missing said and not drawn."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from charts import palette
from charts.look import Look
from charts.spans import spans
from charts.spans_frame import Panel

ENDS = ("◂ moins", "plus ▸")
PANELS = [
    Panel("measured", "Mesuré", ENDS, "France", "circle", "#112233"),
    Panel("felt", "Ressenti", ENDS, "France", "diamond", "#445566"),
]
ROWS = pd.DataFrame(
    [
        ("53", "Bretagne", "measured", 2.0, 1.0, 3.0, "+2,0", "Bretagne, mesuré : +2,0"),
        ("53", "Bretagne", "felt", -4.0, -4.0, -4.0, "−4,0", "Bretagne, ressenti : −4,0"),
        ("94", "Corse", "measured", -1.0, -1.5, 0.0, "−1,0", "Corse, mesuré : −1,0"),
        ("94", "Corse", "felt", None, None, None, "non publié", "Corse, ressenti : non publié"),
    ],
    columns=["region_code", "name", "panel", "value", "low", "high", "text", "label"],
).astype(dict.fromkeys(("value", "low", "high"), "float64"))


def drawn(*, narrow: bool = False, panels: int = 2, chosen: str = "53") -> dict[str, Any]:
    look = Look("", (340 if narrow else 500, 364), palette.DARK if narrow else palette.LIGHT)
    rows = ROWS[ROWS["panel"].isin([panel.code for panel in PANELS[:panels]])]
    return spans(rows, PANELS[:panels], look, chosen=chosen)


def marks(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [
        row for layer in spec["layer"] if layer["mark"]["type"] == kind for row in layer["data"]["values"]
    ]


@pytest.mark.parametrize("narrow", [False, True])
def test_each_value_is_drawn_once_on_its_side_of_the_landmark(narrow: bool) -> None:
    spec = drawn(narrow=narrow)
    points = {row["label"]: row for row in marks(spec, "point")}
    assert set(points) == set(ROWS.loc[ROWS["value"].notna(), "label"])
    landmarks = [row["x"] for row in marks(spec, "rule") if row["x"] == row["x2"]]
    measured, felt = sorted(set(landmarks))
    assert points["Corse, mesuré : −1,0"]["x"] < measured < points["Bretagne, mesuré : +2,0"]["x"]
    assert points["Bretagne, ressenti : −4,0"]["x"] < felt
    assert all(0 <= row["x"] <= 1 for row in [*points.values(), *marks(spec, "text")])


def test_values_are_in_proportion_and_intervals_cover_their_ends() -> None:
    spec = drawn(panels=1)
    (zero,) = {row["x"] for row in marks(spec, "rule") if row["x"] == row["x2"]}
    one, other = (row["x"] - zero for row in marks(spec, "point"))
    assert one / other == pytest.approx(2.0 / -1.0)
    wide = [row for row in marks(spec, "rule") if row["stroke_width"] == 4]
    assert [(row["x"] - zero) / one * 2 for row in wide] == pytest.approx([1.0, -1.5])
    assert [(row["x2"] - zero) / one * 2 for row in wide] == pytest.approx([3.0, 0.0])


def test_what_is_missing_is_said_and_has_no_mark() -> None:
    spec = drawn()
    assert "non publié" in [row["text"] for row in marks(spec, "text")]
    assert not any("Corse, ressenti" in row["label"] for row in marks(spec, "point"))


def test_the_chosen_line_is_framed_and_each_panel_has_its_words() -> None:
    texts = [row["text"] for row in marks(drawn(), "text")]
    assert texts.count("France") == 2
    assert {"Mesuré", "Ressenti", *ENDS, "Bretagne", "Corse", "+2,0", "−1,0"} <= set(texts)
    assert [row["label"] for row in marks(drawn(), "rect")] == ["Bretagne"]
    assert marks(drawn(chosen=""), "rect") == []
    assert drawn(narrow=True)["height"] > drawn()["height"] / 2


def test_values_that_are_all_at_the_landmark_stay_there() -> None:
    rows = ROWS.iloc[[0, 2]].assign(value=0.0, low=0.0, high=0.0)
    spec = spans(rows, PANELS[:1], Look("", (500, 364), palette.LIGHT), chosen="")
    (zero,) = {row["x"] for row in marks(spec, "point")}
    assert zero in {row["x"] for row in marks(spec, "rule")}
