"""The map of the departments: how many initiatives each has, and Paris with its neighbours enlarged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from shapely import affinity, union_all
from shapely.geometry import shape

from charts import map_layers, palette
from charts.bands import Band
from charts.geometry import Layout
from charts.look import Look
from charts.palette import Page
from charts.served import Served, feature

# Paris and the departments around it: too small for a number at the scale of the country.
ENLARGED = ("75", "92", "93", "94")
_PARIS, _FACTOR, _CORNER = "75", 4.6, (-440.0, -420.0)
# One initiative, two or three, four and more: one hue. None: the tint of the page.
TINTS = ("#b7dccf", "#4d9c86", "#17594b")
_LEAST = (1, 2, 4)
_NONE = 0.06
# The height of the legend under the map, in letters.
_LEGEND = 4.5
# Larger numbers, in pixels, would cover their departments: those of a screen are in its legend.
_NUMBERS = 20
_NAME = [{"x": _CORNER[0], "y": _CORNER[1] - 105, "text": "Paris, agrandi"}]
_TOLD = {"color": map_layers.painted("colour"), "tooltip": map_layers.LABEL | {"title": "Département"}}


@dataclass(frozen=True)
class Departments:
    """The departments, the region of each, its name, and what a browser draws: shapes, borders of regions."""

    layout: Layout
    region_of: Mapping[str, str]
    name_of: Mapping[str, str]
    shapes: Served
    borders: Served


def departments(layout: Layout, properties: list[dict[str, str]]) -> Departments:
    """Gather what the map needs; `properties`: code, nom, region of each department of the layout."""
    region_of = {item["code"]: item["region"] for item in properties}
    names = {item["code"]: item["nom"] for item in properties}
    shapes = [_record(code, layout.targets[code], layout.anchors[code]) for code in layout.targets]
    regions = united(layout.targets, region_of)
    return Departments(
        *(layout, region_of, names),
        shapes=Served([*shapes, *(_enlarged(layout, code) for code in ENLARGED)]),
        borders=Served([{"code": code, "outline": feature(regions[code])} for code in regions]),
    )


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
    chosen region is outlined. Returns a Vega-Lite specification.
    """
    known = rows.set_index("department_code")
    painted = colours(places, known, look)
    written = {code: text for code, text, _ in words(known, painted)}
    drawn = [
        {
            "code": place,
            "colour": painted[code],
            "ink": palette.ink(painted[code]),
            "label": label(code, places, known),
            # Around Paris, the numbers are in the enlargement.
            "text": "" if place in ENLARGED or look.small > _NUMBERS else written.get(code, ""),
        }
        for place in (*painted, *map(_apart, ENLARGED))
        for code in [place[:2]]
    ]
    regions = {"data": places.borders.data}
    name = map_layers.words({}, fontSize=look.small, fontWeight=400, color=look.page.ink)
    return {
        **map_layers.framed(look.free(_LEGEND)),
        **places.shapes.joined(drawn),
        "layer": [
            map_layers.shapes("target", _TOLD, stroke=palette.OUTLINE, strokeWidth=0.4, aria=False),
            regions | map_layers.lines("outline", palette.OUTLINE, 1.2),
            *(regions | line for line in map_layers.chosen(look.region, look.page)),
            map_layers.words({"color": map_layers.painted("ink")}, fontSize=look.small),
            {"data": {"values": _NAME}} | name,
        ],
    }


def classes(page: Page) -> list[Band]:
    """Return the classes of the map for its legend, none to many."""
    words = {4: "4 et plus", 2: "2 ou 3", 1: "1"}
    several = [
        Band(least, least, tint, words[least])
        for least, tint in zip(_LEAST, page.growing(TINTS), strict=True)
    ]
    return [Band(0, 0, _nothing(page), "aucune citée"), *several]


def _nothing(page: Page) -> str:
    return palette.mix(page.ink, page.background, _NONE)


def colours(places: Departments, known: pd.DataFrame, look: Look) -> dict[str, str]:
    """Return the colour of each department, that of its class."""
    found = classes(look.page)
    counts = {code: int(known["count"].get(code, 0)) for code in places.layout.targets}
    return {
        code: next(band.colour for band in reversed(found) if count >= band.low)
        for code, count in counts.items()
    }


def label(code: str, places: Departments, known: pd.DataFrame) -> str:
    """Return what the tooltip of a department says."""
    said = str(known.loc[code, "label"]) if code in known.index else "aucune initiative citée"
    return f"{places.name_of[code]}\u202f: {said}"


def words(known: pd.DataFrame, painted: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the code, the number and the ink of each department that has a number."""
    return [
        (code, str(known.loc[code, "count"]), palette.ink(painted[code]))
        for code in painted
        if code in known.index
    ]


def _apart(code: str) -> str:
    """Return the code of an enlarged department in its enlargement."""
    return f"{code}+"


def _record(code: str, outline: dict[str, Any], at: tuple[float, float]) -> dict[str, Any]:
    return {"code": code, "target": feature(outline), "x": at[0], "y": at[1]}


def _enlarged(layout: Layout, code: str) -> dict[str, Any]:
    """Return a department around Paris in its enlargement, in the corner."""
    (x, y), (across, down) = layout.anchors[_PARIS], layout.anchors[code]
    left, top = _CORNER[0] - x * _FACTOR, _CORNER[1] - y * _FACTOR
    moved = affinity.affine_transform(shape(layout.outlines[code]), [_FACTOR, 0, 0, _FACTOR, left, top])
    at = (round(left + across * _FACTOR, 1), round(top + down * _FACTOR, 1))
    return _record(_apart(code), _rounded(moved), at)


def _rounded(outline: Any) -> dict[str, Any]:  # noqa: ANN401 - any shape of shapely
    """Write a shape to 100 m; its parts apart, whatever it is made of."""
    parts = getattr(outline, "geoms", [outline])
    rings = [[_ring(ring) for ring in (part.exterior, *part.interiors)] for part in parts]
    return {"type": "MultiPolygon", "coordinates": rings}


def _ring(ring: Any) -> list[list[float]]:  # noqa: ANN401 - a ring of shapely
    return [[round(x, 1), round(y, 1)] for x, y in ring.coords]
