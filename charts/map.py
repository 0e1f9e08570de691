"""The choropleth of the regions, for deck.gl: no basemap, no tile server, values written on the map."""

import json
from math import log2
from typing import Any

import pandas as pd
import pydeck as pdk

from charts import palette
from charts.geometry import Layout
from charts.look import Look

LAYER = "regions"
# Pixels under which a word is not written: on a phone, « non publié » is said by the hatching, legend and
# bars.
_READABLE = 10.5
# How much of its colour a region keeps when another one is chosen.
_MUTED = 0.3
_FONT = '"Source Sans", "Source Sans Pro", sans-serif'


def choropleth(layout: Layout, frame: pd.DataFrame, look: Look) -> str:
    """Draw one row per region: `region_code, name, label, text, colour, missing`; return deck.gl's JSON.

    `text` is written on the region, `label` in its tooltip; a missing value is grey, hatched and says so.
    The chosen region is outlined, the others fade into the page.
    """
    region, size, page = look.region, look.size, look.page
    muted = [
        palette.mix(colour, page.background, _MUTED) if region and code != region else colour
        for code, colour in zip(frame["region_code"], frame["colour"], strict=True)
    ]
    rows: list[dict[str, Any]] = [*frame.assign(colour=muted).to_dict("records")]  # type: ignore[list-item]
    shapes = [_feature(layout, row) for row in rows]
    hatches = [
        {"path": line} for row in rows if row["missing"] for line in layout.hatches[row["region_code"]]
    ]
    words = [word for word in (_word(layout, row, size[1]) for row in rows) if word["size"] >= _READABLE]
    chosen = [shape for shape in shapes if shape["properties"]["code"] == region]
    zoom = log2(min((size[0] - 8) / layout.width, (size[1] - 8) / layout.height))
    deck = pdk.Deck(
        layers=[
            _fills(shapes),
            pdk.Layer("PathLayer", hatches, id="non-publie", get_path="path", get_color=_rgb(palette.HATCH),
                      width_units=_said("pixels"), get_width=1),
            pdk.Layer("GeoJsonLayer", chosen, id="choix", filled=False, stroked=True, get_line_width=2.5,
                      line_width_units=_said("pixels"), get_line_color=_rgb(palette.CHOSEN)),
            *_labels(words),
            _targets(layout, rows),
        ],
        views=[pdk.View(type="OrthographicView", controller=False)],
        initial_view_state=pdk.ViewState(
            target=[0, 0, 0], zoom=round(zoom, 3), longitude=None, latitude=None
        ),
        map_provider=None,
    )  # fmt: skip
    # pydeck indents: written tight, the same drawing is six times lighter.
    return json.dumps(json.loads(deck.to_json()), ensure_ascii=False, separators=(",", ":"))


def _feature(layout: Layout, row: dict[str, Any]) -> dict[str, Any]:
    code = row["region_code"]
    properties = {
        "code": code,
        "fill": palette.rgb(row["colour"]),
    }
    return {"type": "Feature", "geometry": layout.outlines[code], "properties": properties}


def _fills(shapes: list[dict[str, Any]]) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer", shapes, id="couleurs", get_fill_color="properties.fill", stroked=True,
        get_line_color=_rgb(palette.OUTLINE), get_line_width=1, line_width_units=_said("pixels"),
    )  # fmt: skip


def _targets(layout: Layout, rows: list[dict[str, Any]]) -> pdk.Layer:
    """Lay what the mouse meets over the map, invisible.

    A layer of its own for two reasons. Streamlit repaints the fill of a clicked layer: this one has none. And
    the browser draws what can be met once more at every move and press: with a tenth of the points that stays
    quick without a graphics card, where a slow press is no longer a click.
    """
    met = [
        {
            "type": "Feature",
            "geometry": layout.targets[row["region_code"]],
            "properties": {"code": row["region_code"], "label": row["label"]},
        }
        for row in rows
    ]
    return pdk.Layer("GeoJsonLayer", met, id=LAYER, pickable=True, stroked=False, opacity=0)


def _word(layout: Layout, row: dict[str, Any], height: int) -> dict[str, Any]:
    """Place a value; « non publié » takes two lines and a smaller size to stay inside a small region."""
    missing = row["missing"]
    return {
        "at": layout.anchors[row["region_code"]],
        "text": row["text"].replace(" ", "\n") if missing else row["text"],
        "size": round(height * (0.03 if missing else 0.036), 1),
        "ink": palette.ink(row["colour"]),
    }


def _labels(words: list[dict[str, Any]]) -> list[pdk.Layer]:
    """Write the values; one layer for each ink. A halo helps words wider than Corsica only."""
    halo_width = 3 if max((len(word["text"]) for word in words), default=0) > 3 else 0
    return [
        pdk.Layer(
            "TextLayer", [word for word in words if word["ink"] == ink], id=f"valeurs-{ink[1:]}",
            get_position="at", get_text="text", get_size="size", get_color=_rgb(ink),
            character_set=_said("auto"), font_family=_said(_FONT), font_weight=700, line_height=1.05,
            outline_width=halo_width, outline_color=_rgb(halo),
            font_settings={"sdf": True, "fontSize": 64, "buffer": 8, "radius": 12},
        )
        for ink, halo in ((palette.INK_DARK, palette.INK_LIGHT), (palette.INK_LIGHT, palette.INK_DARK))
        if any(word["ink"] == ink for word in words)
    ]  # fmt: skip


def _rgb(colour: str) -> list[int]:
    return list(palette.rgb(colour))


def _said(text: str) -> Any:  # noqa: ANN401
    """Mark a word as a word: pydeck reads a bare string as the name of a column."""
    return pdk.types.String(text)
