"""Small maps: one panel a title, one scale, the shapes asked for once, what is missing hatched."""

import json
from typing import Any

import pandas as pd
import pytest

from charts import palette
from charts.geometry import Layout
from charts.look import Look
from charts.screen_look import Projected
from charts.small_maps import small_maps
from tests.schema import check

LIMIT = 40_000
LOOK = Look("", (560, 475), palette.LIGHT)


@pytest.fixture
def rows(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([frame.assign(panel=f"Domaine {number}\nen clair") for number in range(16)])


def maps(layout: Layout, rows: pd.DataFrame, **changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"chosen": [], "width": 1170, "look": LOOK} | changes
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
    assert found["transform"][0]["from"]["data"] == layout.served.data


def test_the_chosen_region_is_outlined_and_every_colour_stays(layout: Layout, rows: pd.DataFrame) -> None:
    found = facets(maps(layout, rows, chosen=["32"]))
    before = dict(zip(rows["region_code"], rows["colour"], strict=True))
    assert all(row["colour"] == before[row["region_code"]] for row in found["data"]["values"])
    assert {row["region_code"] for row in found["data"]["values"] if row["chosen"]} == {"32"}
    assert palette.CHOSEN in json.dumps(found["spec"])
    plain = facets(maps(layout, rows))
    assert all(row["colour"] == before[row["region_code"]] for row in plain["data"]["values"])
    assert palette.CHOSEN not in json.dumps(plain["spec"])


def test_what_is_missing_is_hatched_and_nothing_else(layout: Layout, rows: pd.DataFrame) -> None:
    fills, hatches = facets(maps(layout, rows))["spec"]["layer"]
    assert fills["encoding"]["shape"]["field"] == "target"
    assert hatches["transform"] == [{"filter": "datum.missing"}]
    assert hatches["mark"]["stroke"] == palette.HATCH
    whole = facets(maps(layout, rows.assign(missing=False)))
    assert palette.HATCH not in json.dumps(whole["spec"])


def test_fewer_lines_are_drawn_on_a_small_map_and_never_none(layout: Layout) -> None:
    for record in layout.served.records:
        drawn = record["sparse"]["geometry"]["coordinates"]
        assert 0 < len(drawn) <= len(layout.hatches[record["code"]])


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


def test_on_the_screen_of_a_room_titles_have_as_many_lines_and_maps_are_cut_between_them(
    layout: Layout, rows: pd.DataFrame
) -> None:
    one = rows.assign(panel=rows["panel"].where(rows["panel"] != "Domaine 3\nen clair", "Domaine"))
    projected = Projected("", (300, 320), palette.DARK, 26, 1232)
    spec = maps(layout, one, width=1232, look=projected)
    titles = {str(row["panel"]) for row in facets(spec)["data"]["values"]}
    assert {title.count("\n") for title in titles} == {1}
    assert spec["usermeta"]["lines"]["ends"] == [0, 0.25, 0.5, 0.75, 1]
