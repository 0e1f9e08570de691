"""The lines of the years: joined where they compare, named at their ends, broken everywhere else."""

from typing import Any

import pandas as pd
import pytest

from charts import palette
from charts.look import Look
from charts.past import past
from charts.screen_look import LETTERS, Projected
from tests.schema import check

YEARS = (2009, 2012, 2015, 2019)


@pytest.fixture
def years() -> pd.DataFrame:
    """France, the region 32 and two others; a break after 2009; the region 94 has no figure in 2015."""
    figures: dict[str, list[float]] = {
        "FR": [8.0, 9.0, 10.0, 8.4],
        "32": [10.8, 11.5, 12.6, 8.5],
        "53": [7.0, 8.0, 8.8, 7.2],
        "94": [8.6, 9.3, float("nan"), 9.1],
    }
    return pd.DataFrame(
        [
            {
                "region_code": code,
                "period": year,
                "value": value,
                "joined": year != 2009,
                "name": "France" if code == "FR" else f"Région {code}",
                "text": f"{value} %",
                "label": f"{code}, {year} : {value}",
            }
            for code, values in figures.items()
            for year, value in zip(YEARS, values, strict=True)
        ]
    )


def drawn(rows: pd.DataFrame, region: str = "32", size: tuple[int, int] = (560, 475)) -> dict[str, Any]:
    spec = past(rows, Look(region, size, palette.LIGHT))
    check(spec)
    return spec


def layers(spec: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


def pieces(layer: dict[str, Any]) -> list[list[int]]:
    """Years that a layer of lines joins."""
    found: dict[str, list[int]] = {}
    for row in layer["data"]["values"]:
        found.setdefault(row["piece"], []).append(row["period"])
    return list(found.values())


def test_nothing_joins_two_sides_of_a_break_or_of_a_hole(years: pd.DataFrame) -> None:
    lines = layers(drawn(years, "94"), "line")
    grey, country, region = lines
    assert pieces(country) == [[2009], [2012, 2015, 2019]]
    assert pieces(region) == [[2009], [2012], [2019]]
    assert pieces(grey) == [[2009], [2012, 2015, 2019]] * 2
    assert all(row["value"] is not None for line in lines for row in line["data"]["values"])


def test_a_break_is_drawn_between_the_years_and_named(years: pd.DataFrame) -> None:
    spec = drawn(years)
    (rule,) = layers(spec, "rule")
    assert rule["data"]["values"] == [{"period": 2010.5, "words": "définition changée"}]
    assert not layers(drawn(years.assign(joined=True)), "rule")
    # On a phone the words of a break that stands too near to the next one are left out, its line is not.
    close = drawn(years.assign(joined=years["period"] == 2019), size=(340, 340))
    told = [row["words"] for row in layers(close, "rule")[0]["data"]["values"]]
    assert len(told) == 3
    assert "" in told


def test_lines_are_told_by_name_shape_and_width_not_by_colour_alone(years: pd.DataFrame) -> None:
    spec = drawn(years)
    names = {layer["data"]["values"][0]["words"]: layer["mark"] for layer in layers(spec, "text")[1:]}
    assert set(names) == {"France 8.4 %", "Région 32 8.5 %"}
    assert names["Région 32 8.5 %"]["fontWeight"] == 700
    # Their ends are at a tenth from each other: the upper one is raised.
    assert [mark["dy"] < 0 for mark in names.values()] == [False, True]
    assert {layer["mark"]["shape"] for layer in layers(spec, "point")} == {"circle", "diamond"}
    grey, country, region = (layer["mark"]["strokeWidth"] for layer in layers(spec, "line"))
    assert grey < country < region


def test_without_a_region_france_alone_is_named(years: pd.DataFrame) -> None:
    spec = drawn(years, "")
    assert [layer["data"]["values"][0]["words"] for layer in layers(spec, "text")[1:]] == ["France 8.4 %"]
    nowhere = years.assign(value=years["value"].where(years["region_code"] != "32"))
    assert len(layers(drawn(nowhere), "point")) == 1
    flat = drawn(years.assign(value=5.0))
    assert flat["layer"][-1]["encoding"]["y"]["scale"]["domain"] == [4.5, 5.5]


@pytest.mark.parametrize("size", [(340, 340), (560, 475)])
def test_the_last_year_is_always_written_and_no_two_cover(years: pd.DataFrame, size: tuple[int, int]) -> None:
    every = pd.concat([years[years["period"] == 2019].assign(period=year) for year in range(1999, 2020)])
    axis = drawn(every, size=size)["layer"][0]["encoding"]["x"]["axis"]
    assert axis["values"][0] == 2019
    assert (len(axis["values"]) < 21) == (size[0] == 340)
    assert drawn(years)["layer"][0]["encoding"]["x"]["axis"]["values"] == [2019, 2015, 2012, 2009]


def test_on_a_screen_every_letter_is_large(years: pd.DataFrame) -> None:
    spec = past(years, Projected("32", (560, 500), palette.DARK, LETTERS, 1200))
    check(spec)
    assert {layer["mark"]["fontSize"] for layer in layers(spec, "text")} == {LETTERS}
    assert spec["height"] < 500
