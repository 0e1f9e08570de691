"""Panels of bars: lengths on the whole scale, a hole without a bar, every word written."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from charts import palette
from charts.actors import answers, priorities
from charts.actors_bars import panel_bars
from charts.look import Look
from tests.schema import check

ROWS = pd.DataFrame(
    [
        ("Citoyens", "Note sur 10", "Emploi", 0.71, "7,1", "citoyens", False),
        ("Citoyens", "Note sur 10", "Sécurité", 0.0, "0", "citoyens", True),
        ("Maires", "", "", float("nan"), "non publié", "maires", False),
    ],
    columns=["panel", "note", "label", "share", "text", "actor_code", "chosen"],
)
LAPTOP = Look(region="", size=(510, 360), page=palette.LIGHT)
PHONE = Look(region="", size=(330, 330), page=palette.DARK)


def boxes(spec: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [layer["data"]["values"] for layer in spec["layer"] if layer["mark"]["type"] == "rect"]


def words(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        row for layer in spec["layer"] if layer["mark"]["type"] == "text" for row in layer["data"]["values"]
    ]


def test_lengths_are_shares_of_the_whole_scale() -> None:
    spec = panel_bars(ROWS, LAPTOP, columns=2)
    check(spec)
    tracks, bars = boxes(spec)
    assert len(tracks) == 3
    assert len(bars) == 2
    for bar, track, share in zip(bars, tracks[:2], (0.71, 0.0), strict=True):
        assert bar["x2"] - bar["x"] == pytest.approx(share * (track["x2"] - track["x"]))
    assert bars[1]["stroke"] == palette.CHOSEN


def test_every_word_is_written_once() -> None:
    said = [row["text"] for row in words(panel_bars(ROWS, LAPTOP, columns=2))]
    assert sorted(said) == sorted(
        ["Citoyens", "Note sur 10", "Emploi", "7,1", "Sécurité", "0", "Maires", "non publié"]
    )


def test_panels_are_side_by_side_and_one_above_the_other_on_a_phone() -> None:
    wide, narrow = (panel_bars(ROWS, look, columns=2) for look in (LAPTOP, PHONE))
    assert {row["x"] for row in words(wide) if row["text"] in {"Citoyens", "Maires"}} == {0, 0.5}
    assert {row["x"] for row in words(narrow) if row["text"] in {"Citoyens", "Maires"}} == {0}
    assert narrow["height"] > wide["height"]


def test_long_words_take_several_lines() -> None:
    long = ROWS.assign(label="Promouvoir les alliances innovantes et les faire connaître autour de soi")
    spec = panel_bars(long, PHONE, columns=4)
    assert all(len(row["text"]) * 12 * 0.53 <= PHONE.size[0] for row in words(spec))


def test_no_more_columns_than_panels() -> None:
    assert priorities(ROWS, LAPTOP) == panel_bars(ROWS, LAPTOP, columns=2)
    assert answers(ROWS, LAPTOP) == panel_bars(ROWS, LAPTOP, columns=2)
