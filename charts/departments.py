"""The map of the departments: how many initiatives each has, and Paris with its neighbours enlarged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd
from shapely import affinity, union_all
from shapely.geometry import shape

from charts import palette
from charts.bands import Band
from charts.geometry import Layout
from charts.inline import specification
from charts.look import Look
from charts.palette import Page

# Paris and the departments around it: too small for a number at the scale of the country.
ENLARGED = ("75", "92", "93", "94")
_PARIS, _FACTOR, _CORNER = "75", 4.6, (-440.0, -420.0)
# Four initiatives and more, two or three, one: one hue from dark to light. None: the tint of the page.
TINTS = ((4, "#17594b"), (2, "#4d9c86"), (1, "#b7dccf"))
_NONE, _MUTED = 0.06, 0.35
_NAME = [{"x": _CORNER[0], "y": _CORNER[1] - 105, "text": "Paris, agrandi"}]
_EMPTY = alt.InlineData(values=[])


@dataclass(frozen=True)
class Departments:
    """The outlines of the departments, the region of each, its name, and the outlines of the regions."""

    layout: Layout
    region_of: Mapping[str, str]
    name_of: Mapping[str, str]
    borders: Mapping[str, dict[str, Any]]


def departments(layout: Layout, properties: list[dict[str, str]]) -> Departments:
    """Gather what the map needs; `properties`: code, nom, region of each department of the layout."""
    region_of = {item["code"]: item["region"] for item in properties}
    names = {item["code"]: item["nom"] for item in properties}
    return Departments(layout, region_of, names, united(layout.targets, region_of))


def united(shapes: Mapping[str, dict[str, Any]], region_of: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Return the outline of each region, from those of its departments."""
    mine = {
        region: [code for code in region_of if region_of[code] == region] for region in region_of.values()
    }
    return {
        region: _rounded(union_all([shape(shapes[code]) for code in mine[region]])) for region in sorted(mine)
    }


def departments_map(places: Departments, rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the departments; rows: department_code, count (1 or more), label (the tooltip).

    A department without row has no initiative cited: it keeps the tint of the page, without number. The
    chosen region is outlined, the others fade. Returns a Vega-Lite specification.
    """
    known = rows.set_index("department_code")
    painted = colours(places, known, look)
    drawn = places.layout.targets | {f"{code}+": _enlarged(places.layout, code) for code in ENLARGED}
    features = [
        _feature(outline, painted[code[:2]], label(code[:2], places, known))
        for code, outline in drawn.items()
    ]
    size = look.small
    layers = [_fills(), _lines(), _numbers(size), _name(size, look)]
    chart = alt.layer(*layers).project(type="identity").properties(width="container", height=look.size[1])
    spec = specification(chart.configure_view(stroke=None))
    # Put in once the specification is checked: Altair would check every point of every outline.
    data = (features, borders(places.borders, look), _placed(places.layout, words(known, painted)), _NAME)
    for layer, values in zip(spec["layer"], data, strict=True):
        layer["data"] = {"values": values}
    return spec


def classes(page: Page) -> list[Band]:
    """Return the classes of the map for its legend, none to many."""
    words = {4: "4 et plus", 2: "2 ou 3", 1: "1"}
    several = [Band(least, least, tint, words[least]) for least, tint in reversed(TINTS)]
    return [Band(0, 0, _nothing(page), "aucune citée"), *several]


def _nothing(page: Page) -> str:
    return palette.mix(page.ink, page.background, _NONE)


def colours(places: Departments, known: pd.DataFrame, look: Look) -> dict[str, str]:
    """Return the colour of each department, faded when it is not of the chosen region."""
    return {code: _colour(code, places, known, look) for code in places.layout.targets}


def _colour(code: str, places: Departments, known: pd.DataFrame, look: Look) -> str:
    page = look.page
    count = int(known["count"].get(code, 0))
    colour = next((tint for least, tint in TINTS if count >= least), _nothing(page))
    faded = look.region and places.region_of[code] != look.region
    return palette.mix(colour, page.background, _MUTED) if faded else colour


def label(code: str, places: Departments, known: pd.DataFrame) -> str:
    """Return what the tooltip of a department says."""
    said = str(known.loc[code, "label"]) if code in known.index else "aucune initiative citée"
    return f"{places.name_of[code]}\u202f: {said}"


def _feature(outline: dict[str, Any], colour: str, label: str) -> dict[str, Any]:
    return {"type": "Feature", "geometry": outline, "colour": colour, "label": label}


def _fills() -> alt.Chart:
    chart = alt.Chart(_EMPTY).mark_geoshape(stroke=palette.OUTLINE, strokeWidth=0.4, aria=False)
    drawn: alt.Chart = chart.encode(
        color=alt.Color("colour:N", scale=None), tooltip=[alt.Tooltip("label:N", title="Département")]
    )
    return drawn


def _lines() -> alt.Chart:
    chart = alt.Chart(_EMPTY).mark_geoshape(filled=False, aria=False)
    drawn: alt.Chart = chart.encode(
        stroke=alt.Stroke("stroke:N", scale=None), strokeWidth=alt.StrokeWidth("thick:Q", scale=None)
    )
    return drawn


def borders(outlines: Mapping[str, dict[str, Any]], look: Look) -> list[dict[str, Any]]:
    """Return the regions, the chosen one last and in its own colour."""
    return [
        {
            "type": "Feature",
            "geometry": outlines[region],
            "stroke": palette.CHOSEN if region == look.region else palette.OUTLINE,
            "thick": 3 if region == look.region else 1.2,
        }
        for region in sorted(outlines, key=lambda region: region == look.region)
    ]


def words(known: pd.DataFrame, painted: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the code, the number and the ink of each department that has a number."""
    return [
        (code, str(known.loc[code, "count"]), palette.ink(painted[code]))
        for code in painted
        if code in known.index
    ]


def _placed(layout: Layout, written: list[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """Place the numbers; those around Paris in their enlargement."""
    found = []
    for code, text, ink in written:
        x, y = layout.anchors[code]
        at = _moved(layout, x, y) if code in ENLARGED else (x, y)
        found.append({"x": at[0], "y": at[1], "text": text, "ink": ink})
    return found


def _numbers(size: int) -> alt.Chart:
    mark = alt.Chart(_EMPTY).mark_text(fontSize=size, fontWeight=700, aria=False)
    drawn: alt.Chart = mark.encode(
        longitude=alt.Longitude("x:Q"),
        latitude=alt.Latitude("y:Q"),
        text=alt.Text("text:N"),
        color=alt.Color("ink:N", scale=None),
    )
    return drawn


def _name(size: int, look: Look) -> alt.Chart:
    """Name the enlargement."""
    mark = alt.Chart(_EMPTY).mark_text(fontSize=size, color=look.page.ink, aria=False)
    drawn: alt.Chart = mark.encode(
        longitude=alt.Longitude("x:Q"), latitude=alt.Latitude("y:Q"), text=alt.Text("text:N")
    )
    return drawn


def _moved(layout: Layout, x: float, y: float) -> tuple[float, float]:
    """Move a point from around Paris to the enlargement."""
    middle = layout.anchors[_PARIS]
    return (
        round(_CORNER[0] + (x - middle[0]) * _FACTOR, 1),
        round(_CORNER[1] + (y - middle[1]) * _FACTOR, 1),
    )


def _enlarged(layout: Layout, code: str) -> dict[str, Any]:
    x, y = layout.anchors[_PARIS]
    moved = affinity.affine_transform(
        shape(layout.outlines[code]),
        [_FACTOR, 0, 0, _FACTOR, _CORNER[0] - x * _FACTOR, _CORNER[1] - y * _FACTOR],
    )
    return _rounded(moved)


def _rounded(outline: Any) -> dict[str, Any]:  # noqa: ANN401 - any shape of shapely
    """Write a shape to 100 m; its parts apart, whatever it is made of."""
    parts = getattr(outline, "geoms", [outline])
    rings = [[_ring(ring) for ring in (part.exterior, *part.interiors)] for part in parts]
    return {"type": "MultiPolygon", "coordinates": rings}


def _ring(ring: Any) -> list[list[float]]:  # noqa: ANN401 - a ring of shapely
    return [[round(x, 1), round(y, 1)] for x, y in ring.coords]
