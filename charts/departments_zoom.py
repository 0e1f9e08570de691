"""The map of the departments to move and to zoom, for deck.gl: no basemap, no tile server.

Ninety-six departments are too many for a phone or the back of a room: here the reader comes nearer. The map
of the regions needs none of that, and is a Vega-Lite drawing.
"""

from math import log2
from typing import Any

import pandas as pd
import pydeck as pdk

from charts import palette
from charts.departments import Departments, colours, label, united, words
from charts.look import Look

_FONT = '"Source Sans", "Source Sans Pro", sans-serif'
# How much nearer than the whole country a reader may come, in powers of two.
_NEARER = 5

# The lines of the departments, all alike; those of the regions, each in its own look.
_THIN = {"get_line_color": palette.rgb(palette.OUTLINE), "get_line_width": 0.5}
_OWN = {"get_line_color": "properties.line", "get_line_width": "properties.thick"}


def departments_zoom(places: Departments, rows: pd.DataFrame, look: Look) -> pdk.Deck:
    """Draw the rows of `charts.departments.departments_map`: same colours and numbers, Paris in its place."""
    known = rows.set_index("department_code")
    painted = colours(places, known, look)
    shapes = [
        _feature(outline, fill=palette.rgb(painted[code]), label=label(code, places, known))
        for code, outline in places.layout.outlines.items()
    ]
    regions = united(places.layout.outlines, places.region_of)
    # The chosen one last, over its neighbours.
    lines = [
        _feature(
            regions[code],
            line=palette.rgb(palette.CHOSEN if code == look.region else palette.OUTLINE),
            thick=3 if code == look.region else 1.2,
        )
        for code in sorted(regions, key=lambda code: code == look.region)
    ]
    written = [
        {"at": places.layout.anchors[code], "text": text, "ink": palette.rgb(ink)}
        for code, text, ink in words(known, painted)
    ]
    whole = log2(min(look.size[0] / places.layout.width, look.size[1] / places.layout.height))
    return pdk.Deck(
        layers=[
            _outlines("departements", shapes, pickable=True, get_fill_color="properties.fill", **_THIN),
            _outlines("regions", lines, filled=False, **_OWN),
            _numbers(written, look.small),
        ],
        views=[pdk.View(type="OrthographicView", controller=True)],
        initial_view_state=pdk.ViewState(
            target=[0, 0, 0],
            zoom=round(whole, 3),
            min_zoom=round(whole, 3),
            max_zoom=round(whole + _NEARER, 3),
            longitude=None,
            latitude=None,
        ),
        map_provider=None,
        tooltip={"text": "{label}"},
    )


def _feature(geometry: dict[str, Any], **properties: object) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _outlines(name: str, features: list[dict[str, Any]], **look: object) -> pdk.Layer:
    return pdk.Layer("GeoJsonLayer", features, id=name, line_width_units=_said("pixels"), **look)


def _numbers(written: list[dict[str, Any]], size: int) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        written,
        id="nombres",
        get_position="at",
        get_text="text",
        get_size=size,
        get_color="ink",
        font_family=_said(_FONT),
        font_weight=700,
    )


def _said(text: str) -> Any:  # noqa: ANN401 - pydeck's own kind of text
    """Mark a word as a word: pydeck reads a bare string as the name of a column."""
    return pdk.types.String(text)
