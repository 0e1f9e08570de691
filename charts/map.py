"""The map of the regions, on screen and in pictures: values written on it, no tile server.

Written as Vega-Lite reads it: Altair looks at every point of every outline, for a quarter of a second.
"""

from typing import Any

import pandas as pd

from charts import palette
from charts.geometry import Layout
from charts.look import Look

Layer = dict[str, Any]

# What a click on a region is called, and the field that holds its code.
CLICK, CODE = "clic", "code"
# How much of its colour a region keeps when another one is chosen.
_MUTED = 0.3
# The size of the words in heights of the map, and the pixels under which they are not written: on a phone,
# « non publié » is said by the hatching, the legend and the bars.
_WORD, _MISSING_WORD, _READABLE = 0.036, 0.03, 10.5


def choropleth(layout: Layout, frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw one row per region: `region_code, name, label, text, colour, missing`; as wide as there is room.

    `text` is written on the region, `label` in its tooltip; a missing value is grey, hatched and says so.
    The chosen region is outlined, the others fade into the page. A click selects `CODE`, under `CLICK`.
    """
    region, page = look.region, look.page
    muted = [
        palette.mix(colour, page.background, _MUTED) if region and code != region else colour
        for code, colour in zip(frame["region_code"], frame["colour"], strict=True)
    ]
    rows = frame.assign(colour=muted)
    height = min(look.size[1], look.size[0] * layout.height / layout.width)
    return {
        "width": "container",
        "height": look.size[1],
        "projection": {"type": "identity"},
        "config": {"view": {"stroke": None}},
        "layer": [
            _fills(layout, rows),
            *_hatches(layout, rows),
            *_outline(layout, region),
            *_words(layout, rows, height),
            _targets(layout, rows),
        ],
    }


def still(layout: Layout, frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the same for a picture: as wide as the map of `look`, as high as the country."""
    width = look.size[0]
    fitted = Look(look.region, (width, round(width * layout.height / layout.width)), look.page)
    return choropleth(layout, frame, fitted) | {"width": width}


def _fills(layout: Layout, rows: pd.DataFrame) -> Layer:
    shapes = [
        _feature(layout.outlines[code], fill=colour, label=label)
        for code, colour, label in zip(rows["region_code"], rows["colour"], rows["label"], strict=True)
    ]
    coded = {"color": _as_it_is("fill"), "description": {"field": "label", "type": "nominal"}}
    return _shapes(shapes, coded, stroke=palette.OUTLINE, strokeWidth=0.8)


def _hatches(layout: Layout, rows: pd.DataFrame) -> list[Layer]:
    codes = rows.loc[rows["missing"], "region_code"]
    lines = [line for code in codes for line in layout.hatches[code]]
    shape = _feature({"type": "MultiLineString", "coordinates": lines})
    drawn = _shapes([shape], filled=False, stroke=palette.HATCH, strokeWidth=1, aria=False)
    return [drawn] if lines else []


def _outline(layout: Layout, region: str) -> list[Layer]:
    shapes = [_feature(layout.outlines[region])] if region else []
    drawn = _shapes(
        shapes, filled=False, stroke=palette.CHOSEN, strokeWidth=3, strokeJoin="round", aria=False
    )
    return [drawn] if shapes else []


def _targets(layout: Layout, rows: pd.DataFrame) -> Layer:
    """Lay what the mouse meets over the map, unseen: else words and hatching would be met for a region."""
    met = [
        _feature(layout.targets[code], label=label, **{CODE: code})
        for code, label in zip(rows["region_code"], rows["label"], strict=True)
    ]
    told = {"tooltip": {"field": "label", "type": "nominal"}}
    click = {"name": CLICK, "select": {"type": "point", "fields": [CODE], "toggle": False}}
    return _shapes(met, told, fill="transparent", cursor="pointer", aria=False) | {"params": [click]}


def _words(layout: Layout, rows: pd.DataFrame, height: float) -> list[Layer]:
    """Write the values, « non publié » smaller and on two lines to stay inside a small region."""
    sizes = {False: height * _WORD, True: height * _MISSING_WORD}
    return [
        layer
        for missing, size in sizes.items()
        if size >= _READABLE and (rows["missing"] == missing).any()
        for layer in _written(layout, rows[rows["missing"] == missing], round(size, 1))
    ]


def _written(layout: Layout, rows: pd.DataFrame, size: float) -> list[Layer]:
    """Write words over a halo of the colour of their region: no outline and no hatching crosses them."""
    told = [
        {
            "x": layout.anchors[code][0],
            "y": layout.anchors[code][1],
            "text": text.replace(" ", "\n") if missing else text,
            "ink": palette.ink(ground),
            "ground": ground,
        }
        for code, text, ground, missing in rows[["region_code", "text", "colour", "missing"]].to_numpy()
    ]
    mark = {"type": "text", "fontSize": size, "fontWeight": 700, "lineBreak": "\n", "aria": False}
    place = {
        "longitude": {"field": "x", "type": "quantitative"},
        "latitude": {"field": "y", "type": "quantitative"},
        "text": {"field": "text", "type": "nominal"},
    }
    looks: tuple[tuple[Layer, Layer], ...] = (
        ({"strokeWidth": size * 0.3, "strokeJoin": "round"}, {"stroke": _as_it_is("ground")}),
        ({}, {"color": _as_it_is("ink")}),
    )
    return [
        {"data": {"values": told}, "mark": mark | look, "encoding": place | painted}
        for look, painted in looks
    ]


def _shapes(features: list[Layer], encoding: Layer | None = None, **mark: object) -> Layer:
    return {
        "data": {"values": features},
        "mark": {"type": "geoshape", **mark},
        "encoding": encoding or {},
    }


def _as_it_is(field: str) -> Layer:
    """Take colours from a field."""
    return {"field": field, "type": "nominal", "scale": None}


def _feature(geometry: dict[str, Any], **fields: str) -> Layer:
    return {"type": "Feature", "geometry": geometry, **fields}
