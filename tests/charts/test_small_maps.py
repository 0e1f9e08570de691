"""Small maps: one panel a title, one scale, the shapes sent once, what is missing hatched."""

import json
from typing import Any

import pandas as pd
import pytest

from charts import palette
from charts.geometry import Layout
from charts.small_maps import small_maps
from tests.schema import check

LIMIT = 60_000


@pytest.fixture
def rows(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([frame.assign(panel=f"Domaine {number}\nen clair") for number in range(16)])


def maps(layout: Layout, rows: pd.DataFrame, **changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"chosen": [], "width": 1170, "page": palette.LIGHT} | changes
    return small_maps(layout, rows, **given)


def facets(spec: dict[str, Any]) -> dict[str, Any]:
    (found,) = spec["vconcat"]
    return dict(found)


def test_the_specification_is_valid_and_light(layout: Layout, rows: pd.DataFrame) -> None:
    spec = maps(layout, rows, chosen=["32"])
    check(spec)
    assert len(json.dumps(spec)) < LIMIT
    assert "data" not in spec
    assert "datasets" not in spec


def test_each_panel_has_every_region_and_the_order_is_kept(layout: Layout, rows: pd.DataFrame) -> None:
    found = facets(maps(layout, rows))
    assert len(found["data"]["values"]) == len(rows)
    assert found["facet"]["sort"] == list(dict.fromkeys(rows["panel"]))
    looked_up = found["transform"][0]["from"]["data"]["values"]
    assert {row["code"] for row in looked_up} == set(layout.outlines)


def test_the_chosen_region_keeps_its_colour_and_an_outline(layout: Layout, rows: pd.DataFrame) -> None:
    found = facets(maps(layout, rows, chosen=["32"]))
    before = dict(zip(rows["region_code"], rows["colour"], strict=True))
    kept = {
        row["region_code"] for row in found["data"]["values"] if row["colour"] == before[row["region_code"]]
    }
    assert kept == {"32"}
    assert palette.CHOSEN in json.dumps(found["spec"])
    plain = facets(maps(layout, rows))
    assert all(row["colour"] == before[row["region_code"]] for row in plain["data"]["values"])
    assert palette.CHOSEN not in json.dumps(plain["spec"])


def test_what_is_missing_is_hatched_and_nothing_else(layout: Layout, rows: pd.DataFrame) -> None:
    found = facets(maps(layout, rows))
    lines = found["transform"][1]["from"]["data"]["values"]
    assert [row["code"] for row in lines] == ["53"]
    assert lines[0]["hatch"]["geometry"]["coordinates"]
    assert palette.HATCH in json.dumps(found["spec"])
    whole = facets(maps(layout, rows.assign(missing=False)))
    assert len(whole["transform"]) == 1
    assert palette.HATCH not in json.dumps(whole["spec"])


@pytest.mark.parametrize(("width", "columns"), [(1170, 8), (330, 2), (1700, 8), (700, 4)])
def test_the_panels_and_their_titles_fit_in_the_width(
    layout: Layout, rows: pd.DataFrame, width: int, columns: int
) -> None:
    named = rows.assign(panel="Développement économique et transition énergétique")
    found = facets(maps(layout, named, width=width))
    assert found["columns"] == columns
    side = found["spec"]["width"]
    assert side * columns + found["spacing"] * (columns - 1) <= width
    assert max(map(len, found["facet"]["sort"][0].split("\n"))) * 6 <= side
