"""The figures of the settings page: ranks before and after, signed bars."""

from typing import Any

import pandas as pd
import pytest

from charts import palette, settings_bars
from charts.look import Look
from charts.settings_moves import moves
from tests.schema import framed

LOOK = Look("", (500, 360), palette.LIGHT)


def rows() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "region_code": ["32", "94", "53"],
            "name": ["Hauts-de-France", "Corse", "Bretagne"],
            "before": pd.array([1, 7, 13], dtype="Int64"),
            "rank": pd.array([1, 4, pd.NA], dtype="Int64"),
            "low": pd.array([1, 2, pd.NA], dtype="Int64"),
            "high": pd.array([2, 8, pd.NA], dtype="Int64"),
            "words": ["1ʳᵉ", "7ᵉ → 4ᵉ", "–"],
            "label": ["un", "deux", "trois"],
        }
    )


def values(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return list(spec["layer"][0]["data"]["values"])


def drawn(**changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"region": "", "size": (500, 400), "page": palette.LIGHT}
    return moves(rows(), Look(**(given | changes)))


def test_one_line_a_row_in_their_order_and_a_missing_rank_has_no_mark() -> None:
    spec = drawn()
    assert [row["name"] for row in values(spec)] == ["Hauts-de-France", "Corse", "Bretagne"]
    assert spec["layer"][0]["encoding"]["y"]["sort"] == ["Hauts-de-France", "Corse", "Bretagne"]
    assert values(spec)[2]["rank"] is None
    assert values(spec)[2]["low"] is None
    assert values(spec)[2]["words"] == "–"


def test_the_scale_holds_every_rank() -> None:
    across = drawn()["layer"][0]["encoding"]["x"]
    assert across["scale"]["domain"] == [0.5, 3.5]
    assert across["axis"]["values"] == [1, 3]


def test_the_chosen_region_is_framed_and_told_by_more_than_colour() -> None:
    spec = drawn(region="94")
    assert framed(spec) == ["Corse"]
    assert values(spec)[1]["colour"] == palette.CHOSEN
    bold = spec["layer"][0]["encoding"]["y"]["axis"]["labelFontWeight"]
    assert "Corse" in bold["condition"]["test"]
    assert framed(drawn()) == []


@pytest.mark.parametrize(("size", "letters"), [((500, 300), 14), ((400, 400), 14), ((900, 900), 20)])
def test_words_are_as_large_as_the_room_allows(size: tuple[int, int], letters: int) -> None:
    spec = drawn(size=size)
    assert spec["layer"][0]["encoding"]["y"]["axis"]["labelFontSize"] == letters
    assert spec["height"] == size[1]


@pytest.mark.parametrize("page", [palette.LIGHT, palette.DARK])
def test_signed_bars_say_the_side_by_shade_and_by_words(page: palette.Page) -> None:
    frame = pd.DataFrame(
        {
            "name": ["Emploi", "Santé", "Culture"],
            "value": [0.5, -0.2, float("nan")],
            "text": ["+0,5", "−0,2", "non calculable"],
            "label": ["Emploi +0,5", "Santé −0,2", "Culture non calculable"],
        }
    )
    spec = settings_bars.signed_bars(frame, Look("", (500, 450), page))
    shown = values(spec)
    contrasts = [palette.contrast(shown[place]["colour"], page.background) for place in (0, 1)]
    assert contrasts[0] > contrasts[1]
    assert shown[2]["value"] is None
    assert [row["text"] for row in shown] == ["+0,5", "−0,2", "non calculable"]
    axis = spec["layer"][0]["encoding"]["y"]["axis"]
    assert axis["labelColor"] == page.ink
    assert spec["height"] == 3 * 24 + 20


def test_figures_read_together_share_their_scale() -> None:
    frame = pd.DataFrame({"name": ["a"], "value": [0.5], "text": ["0,5"], "label": ["a 0,5"]})
    spec = settings_bars.signed_bars(frame, LOOK, longest=2.0)
    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"] == [0, 2.0]
    alone = settings_bars.signed_bars(frame, LOOK)
    assert "domain" not in alone["layer"][0]["encoding"]["x"].get("scale", {})


@pytest.mark.parametrize("page", [palette.LIGHT, palette.DARK])
def test_a_landmark_is_a_line_that_is_seen_over_a_bar_and_beside_it(page: palette.Page) -> None:
    frame = pd.DataFrame(
        {"name": ["a", "b"], "value": [0.5, -0.2], "text": ["5", "2"], "label": ["a", "b"], "landmark": 0.1}
    )
    spec = settings_bars.signed_bars(frame, Look("", (500, 450), page))
    line = spec["layer"][2]
    assert [line["mark"]["type"], line["encoding"]["x"]["field"]] == ["tick", "landmark"]
    assert [row["landmark"] for row in values(spec)] == [0.1, 0.1]
    assert palette.contrast(line["mark"]["color"], page.background) > 7
    assert line["mark"]["stroke"] == page.background
    assert len(settings_bars.signed_bars(frame.drop(columns="landmark"), LOOK)["layer"]) == 2


def test_the_size_of_words_has_bounds() -> None:
    looks = [Look("", (1000, height), palette.LIGHT) for height in (280, 420, 900)]
    assert [look.small for look in looks] == [12, 13, 18]
    assert [look.text for look in looks] == [14, 16, 20]
    assert Look("", (470, 900), palette.LIGHT).text == 14


def test_a_figure_is_as_high_as_the_map_and_holds_its_lines() -> None:
    look = Look("", (500, 300), palette.LIGHT)
    assert [look.height(lines) for lines in (3, 13)] == [300, 364]
    assert look.height(13, stacked=True) == 546
