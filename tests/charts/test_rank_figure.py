"""The figure of thirteen ranks: the same words on the map, beside the dots and in the alternatives."""

import json

import pandas as pd
import pytest

from charts import palette, rank_figure
from charts.geometry import Layout
from charts.look import Look

PHONE = Look(region="32", size=(340, 340), page=palette.DARK)
LAPTOP = Look(region="", size=(510, 360), page=palette.LIGHT)


@pytest.fixture
def ranked(frame: pd.DataFrame) -> pd.DataFrame:
    rank = frame["value"].rank(ascending=False).astype("Int64")
    words = rank.map(lambda place: f"{place}ᵉ, entre {place}ᵉ et 13ᵉ", na_action="ignore").fillna(
        "non publié"
    )
    return frame.assign(rank=rank, low=rank, high=rank.mask(rank.notna(), 13), words=words)


def test_every_rank_is_said_with_its_interval(layout: Layout, ranked: pd.DataFrame) -> None:
    figure = rank_figure.figure(layout, ranked, "Un constat", ranked, PHONE)
    for name, words in zip(ranked["name"], ranked["words"], strict=True):
        assert f"{name} {words}" in figure.bars.alternative
    assert figure.chosen == "1ᵉ, entre 1ᵉ et 13ᵉ, sur 12\u00a0régions"
    assert rank_figure.figure(layout, ranked, "Un constat", ranked, LAPTOP).chosen == ""


def test_what_has_no_rank_is_in_the_legend_and_not_in_the_first_class(
    layout: Layout, ranked: pd.DataFrame
) -> None:
    figure = rank_figure.figure(layout, ranked, "Un constat", ranked, LAPTOP)
    assert figure.legend.alternative.endswith("1ʳᵉ, non publié.")
    assert "non publié" in json.dumps(figure.legend.specification, ensure_ascii=False)
    whole = ranked[~ranked["missing"]]
    assert (
        "non publié" not in rank_figure.figure(layout, whole, "Un constat", whole, LAPTOP).legend.alternative
    )


def test_a_phone_gives_each_line_room_for_two(ranked: pd.DataFrame) -> None:
    assert rank_figure.dots(ranked, PHONE)["height"] >= 13 * 30
    assert rank_figure.dots(ranked, LAPTOP)["height"] == 364
