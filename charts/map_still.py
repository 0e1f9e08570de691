"""The map of the regions for a picture: Vega-Lite, where the screen has deck.gl; same colours and words."""

from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.geometry import Layout
from charts.inline import specification
from charts.look import Look

# How much of its colour a region keeps when another one is chosen.
_MUTED = 0.3
_WORD, _MISSING_WORD = 0.03, 0.024


def map_still(layout: Layout, frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the rows of `charts.map.choropleth`; return a Vega-Lite specification as wide as the map.

    Same reading as on screen: the value on its region, grey and hatching where nothing is published, the
    chosen region outlined and the others faded.
    """
    region, width, page = look.region, look.size[0], look.page
    scale = (width - 8) / layout.width
    height = round(layout.height * scale) + 8
    muted = [
        palette.mix(colour, page.background, _MUTED) if region and code != region else colour
        for code, colour in zip(frame["region_code"], frame["colour"], strict=True)
    ]
    rows = frame.assign(colour=muted)
    layers = [_fills(layout, rows)]
    if frame["missing"].any():
        layers.append(_hatches(layout, list(frame.loc[frame["missing"], "region_code"])))
    if region:
        layers.append(_outline(layout, region))
    layers += _words(layout, rows, width)
    chart = alt.layer(*layers).project(
        type="identity", scale=round(scale, 4), translate=[width / 2, height / 2]
    )
    return specification(chart.properties(width=width, height=height).configure_view(stroke=None))


def _fills(layout: Layout, rows: pd.DataFrame) -> alt.Chart:
    shapes = [
        _feature(layout.outlines[code], fill=colour, label=label)
        for code, colour, label in zip(rows["region_code"], rows["colour"], rows["label"], strict=True)
    ]
    drawn: alt.Chart = (
        _shapes(shapes)
        .mark_geoshape(stroke=palette.OUTLINE, strokeWidth=0.8)
        .encode(color=alt.Color("properties.fill:N", scale=None), description="properties.label:N")
    )
    return drawn


def _hatches(layout: Layout, codes: list[str]) -> alt.Chart:
    lines = [line for code in codes for line in layout.hatches[code]]
    shape = _feature({"type": "MultiLineString", "coordinates": lines})
    drawn: alt.Chart = _shapes([shape]).mark_geoshape(filled=False, stroke=palette.HATCH, strokeWidth=1)
    return drawn


def _outline(layout: Layout, region: str) -> alt.Chart:
    shape = _feature(layout.outlines[region])
    drawn: alt.Chart = _shapes([shape]).mark_geoshape(
        filled=False, stroke=palette.CHOSEN, strokeWidth=3, strokeJoin="round"
    )
    return drawn


def _words(layout: Layout, rows: pd.DataFrame, width: int) -> list[alt.Chart]:
    """Write the values, « non publié » smaller and on two lines to stay inside a small region."""
    written = pd.DataFrame(
        {
            "x": [layout.anchors[code][0] for code in rows["region_code"]],
            "y": [layout.anchors[code][1] for code in rows["region_code"]],
            "text": rows["text"].mask(rows["missing"], rows["text"].str.replace(" ", "\n")).to_numpy(),
            "ground": rows["colour"].to_numpy(),
            "ink": [palette.ink(colour) for colour in rows["colour"]],
            "missing": rows["missing"].to_numpy(),
        }
    )
    sizes = ((written[~written["missing"]], _WORD), (written[written["missing"]], _MISSING_WORD))
    return [
        layer for found, share in sizes if len(found) for layer in _written(found, round(width * share, 1))
    ]


def _written(rows: pd.DataFrame, size: float) -> list[alt.Chart]:
    """Write words over a halo of the colour of their region: no outline and no hatching crosses them."""
    chart = alt.Chart(rows[["x", "y", "text", "ink", "ground"]])
    words: dict[str, Any] = {"fontSize": size, "fontWeight": 700, "lineBreak": "\n", "aria": False}
    halo = chart.mark_text(strokeWidth=size * 0.3, strokeJoin="round", **words)
    place = {"longitude": "x:Q", "latitude": "y:Q", "text": "text:N"}
    return [
        halo.encode(stroke=alt.Stroke("ground:N", scale=None), **place),
        chart.mark_text(**words).encode(color=alt.Color("ink:N", scale=None), **place),
    ]


def _shapes(features: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=features))


def _feature(geometry: dict[str, Any], **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}
