"""Ranks with their interval: a line a row, a dot, a bar, nothing drawn of what has no rank."""

from typing import Any

import pandas as pd
import pytest

from charts import palette
from charts.look import Look
from charts.rank_dots import rank_dots
from tests.schema import check, framed


@pytest.fixture
def ranks() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "code": ["32", "94", "53"],
            "name": ["Hauts-de-France", "Corse", "Bretagne"],
            "rank": pd.array([1, 2, None], dtype="Int64"),
            "low": pd.array([1, 1, None], dtype="Int64"),
            "high": pd.array([1, 3, None], dtype="Int64"),
            "text": ["1ʳᵉ", "2ᵉ, entre 1ʳᵉ et 3ᵉ", "non publié"],
        }
    )


def dots(rows: pd.DataFrame, **changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "chosen": [],
        "size": (500, 390),
        "page": palette.LIGHT,
    } | changes
    return rank_dots(rows, Look("", given["size"], given["page"]), chosen=given["chosen"])


def drawn(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in spec["layer"][0]["data"]["values"]}


def test_a_bar_covers_the_interval_and_a_dot_stands_on_the_rank(ranks: pd.DataFrame) -> None:
    spec = dots(ranks)
    check(spec)
    reach, point = spec["layer"][:2]
    assert (reach["encoding"]["x"]["field"], reach["encoding"]["x2"]["field"]) == ("low", "high")
    assert point["encoding"]["x"]["field"] == "rank"
    corsica = drawn(spec)["Corse"]
    assert (corsica["low"], corsica["rank"], corsica["high"]) == (1, 2, 3)


def test_a_missing_rank_is_words_only(ranks: pd.DataFrame) -> None:
    spec = dots(ranks)
    brittany = drawn(spec)["Bretagne"]
    assert brittany["rank"] is brittany["low"] is brittany["high"] is None
    assert "non publié" in spec["layer"][0]["encoding"]["y"]["axis"]["labelExpr"]
    nobody = ranks.assign(**dict.fromkeys(("rank", "low", "high"), pd.array([None] * 3, dtype="Int64")))
    check(dots(nobody))


def test_the_chosen_line_is_told_by_more_than_its_colour(ranks: pd.DataFrame) -> None:
    spec = dots(ranks, chosen=["94"])
    assert framed(spec) == ["Corse"]
    assert '"Corse"' in str(spec["layer"][0]["encoding"]["y"]["axis"]["labelFontWeight"])
    assert framed(dots(ranks)) == []


def test_words_go_under_the_name_on_a_phone(ranks: pd.DataFrame) -> None:
    axis = dots(ranks, size=(340, 340))["layer"][0]["encoding"]["y"]["axis"]
    assert axis["labelExpr"].startswith("[datum.value,")
    assert axis["labelOffset"] < 0


@pytest.mark.parametrize("ranked", [1, 2, 3, 13, 16])
def test_the_first_and_the_last_rank_are_numbered(ranks: pd.DataFrame, ranked: int) -> None:
    rows = pd.concat([ranks[:1].assign(name=str(place)) for place in range(ranked)])
    values = dots(rows)["layer"][0]["encoding"]["x"]["axis"]["values"]
    assert (values[0], values[-1]) == (1, ranked)
    assert len(values) <= 5
