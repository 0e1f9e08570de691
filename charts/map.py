"""The map of the regions, on screen and in pictures: values written on it, no tile server."""

from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.geometry import Layout
from charts.inline import specification
from charts.look import Look

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
    parts = [
        _fills(layout, rows),
        *_hatches(layout, rows),
        *_outline(layout, region),
        *_words(layout, rows, height),
        _targets(layout, rows),
    ]
    chart = alt.layer(*(drawn for drawn, _ in parts)).project(type="identity")
    spec = specification(chart.properties(width="container", height=look.size[1]).configure_view(stroke=None))
    # Put in once the chart is made: Altair would look at every point of every outline, and take five times as
    # long.
    for layer, (_, values) in zip(spec["layer"], parts, strict=True):
        layer["data"] = {"values": values}
    return spec


def still(layout: Layout, frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the same for a picture: as wide as the map of `look`, as high as the country."""
    width = look.size[0]
    fitted = Look(look.region, (width, round(width * layout.height / layout.width)), look.page)
    return choropleth(layout, frame, fitted) | {"width": width}


# A layer, and the rows it draws.
Part = tuple[alt.Chart, list[dict[str, Any]]]
_EMPTY = alt.Chart(alt.InlineData(values=[]))


def _fills(layout: Layout, rows: pd.DataFrame) -> Part:
    shapes = [
        _feature(layout.outlines[code], fill=colour, label=label)
        for code, colour, label in zip(rows["region_code"], rows["colour"], rows["label"], strict=True)
    ]
    mark = _EMPTY.mark_geoshape(stroke=palette.OUTLINE, strokeWidth=0.8)
    return mark.encode(color=alt.Color("fill:N", scale=None), description="label:N"), shapes


def _hatches(layout: Layout, rows: pd.DataFrame) -> list[Part]:
    codes = rows.loc[rows["missing"], "region_code"]
    lines = [line for code in codes for line in layout.hatches[code]]
    mark = _EMPTY.mark_geoshape(filled=False, stroke=palette.HATCH, strokeWidth=1, aria=False)
    return [(mark, [_feature({"type": "MultiLineString", "coordinates": lines})])] if lines else []


def _outline(layout: Layout, region: str) -> list[Part]:
    mark = _EMPTY.mark_geoshape(
        filled=False, stroke=palette.CHOSEN, strokeWidth=3, strokeJoin="round", aria=False
    )
    return [(mark, [_feature(layout.outlines[region])])] if region else []


def _targets(layout: Layout, rows: pd.DataFrame) -> Part:
    """Lay what the mouse meets over the map, unseen: else words and hatching would be met for a region."""
    met = [
        _feature(layout.targets[code], label=label, **{CODE: code})
        for code, label in zip(rows["region_code"], rows["label"], strict=True)
    ]
    mark = _EMPTY.mark_geoshape(fill="transparent", cursor="pointer", aria=False).encode(tooltip="label:N")
    click = alt.selection_point(name=CLICK, fields=[CODE], toggle=False)
    return mark.add_params(click).properties(name="regions"), met


def _words(layout: Layout, rows: pd.DataFrame, height: float) -> list[Part]:
    """Write the values, « non publié » smaller and on two lines to stay inside a small region."""
    sizes = {False: height * _WORD, True: height * _MISSING_WORD}
    return [
        part
        for missing, size in sizes.items()
        if size >= _READABLE and (rows["missing"] == missing).any()
        for part in _written(layout, rows[rows["missing"] == missing], round(size, 1))
    ]


def _written(layout: Layout, rows: pd.DataFrame, size: float) -> list[Part]:
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
    words: dict[str, Any] = {"fontSize": size, "fontWeight": 700, "lineBreak": "\n", "aria": False}
    place = {"longitude": "x:Q", "latitude": "y:Q", "text": "text:N"}
    halo = _EMPTY.mark_text(strokeWidth=size * 0.3, strokeJoin="round", **words)
    return [
        (halo.encode(stroke=alt.Stroke("ground:N", scale=None), **place), told),
        (_EMPTY.mark_text(**words).encode(color=alt.Color("ink:N", scale=None), **place), told),
    ]


def _feature(geometry: dict[str, Any], **fields: str) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, **fields}
