"""The map of the regions, on screen and in pictures: values written on it, no tile server."""

from dataclasses import replace
from typing import Any

import pandas as pd

from charts import map_layers, palette
from charts.geometry import Layout
from charts.look import Look
from charts.map_layers import CODE, LABEL

__all__ = ["CODE"]

# What a click on a region is called, which selects `CODE`.
CLICK = "clic"
# The size of the words in heights of the map; too small, they are not written (`Look.readable`): on a phone,
# « non publié » is said by the hatching, the legend and the bars.
_WORD, _MISSING_WORD = 0.036, 0.03
# How thick the halo of a word is, in heights of its letters.
_HALO = 0.3
_GIVEN = ["region_code", "label", "text", "colour", "missing"]
_UNDECIDED = "undecided"


def choropleth(layout: Layout, frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw one row per region: `region_code, name, label, text, colour, missing`; as wide as there is room.

    `text` is written on the region, `label` in its tooltip; a missing value is grey, hatched and says so. A
    gap without a stated sign (`undecided`, where there is such a column) is dotted.
    The chosen region is outlined. A click selects `CODE`, under `CLICK`.
    """
    height = min(look.size[1], look.size[0] * layout.height / layout.width)
    open_ended = frame[_UNDECIDED] if _UNDECIDED in frame else pd.Series(data=False, index=frame.index)
    rows = [
        _row(given, height, look, aside=given["region_code"] in layout.aside) | {_UNDECIDED: bool(dotted)}
        for given, dotted in zip(frame[_GIVEN].to_dict("records"), open_ended, strict=True)
    ]
    return {
        **map_layers.framed(look.size[1]),
        **layout.served.joined(rows),
        "layer": [
            _FILLS,
            *[_HATCHES] * bool(frame["missing"].any()),
            *[_DOTS] * bool(open_ended.any()),
            *map_layers.chosen(look.region, look.page),
            *_WORDS,
            _TARGETS,
        ],
    }


def still(layout: Layout, frame: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the same for a picture: as wide as the map of `look`, as high as the country."""
    width = look.size[0]
    fitted = replace(look, size=(width, round(width * layout.height / layout.width)))
    return choropleth(layout, frame, fitted) | {"width": width}


def _row(given: dict[Any, Any], height: float, look: Look, *, aside: bool) -> dict[str, Any]:
    """Return what is drawn of a region; « non publié » is small, on two lines, to stay inside a small one."""
    code, colour, text, missing = (given[name] for name in ("region_code", "colour", "text", "missing"))
    ground = look.page.background if aside else colour
    size = round(height * (_MISSING_WORD if missing else _WORD), 1)
    written = text.replace(" ", "\n") if missing else text
    return {
        CODE: code,
        "label": given["label"],
        "fill": colour,
        "ground": ground,
        "ink": palette.ink(ground),
        "text": written if size >= look.readable else "",
        "size": size,
        "halo": round(size * _HALO, 1),
        "missing": missing,
    }


_FILLS = map_layers.shapes(
    *("outline", {"color": map_layers.painted("fill"), "description": LABEL}),
    stroke=palette.OUTLINE,
    strokeWidth=0.8,
)
_HATCHES = {"transform": [{"filter": "datum.missing"}]} | map_layers.lines("hatch", palette.HATCH, 1)
_DOTS = {"transform": [{"filter": f"datum.{_UNDECIDED}"}]} | map_layers.lines(
    *("hatch", palette.HATCH, palette.DOT), **palette.DOTTED
)
_SIZE = {"size": map_layers.measured("size")}
_ALIGN = {"expr": "datum.aside ? 'right' : 'center'"}
# Over a halo of their ground: no outline and no hatching crosses the words.
_WORDS = (
    map_layers.words(
        _SIZE | {"stroke": map_layers.painted("ground"), "strokeWidth": map_layers.measured("halo")},
        align=_ALIGN,
        strokeJoin="round",
    ),
    map_layers.words(_SIZE | {"color": map_layers.painted("ink")}, align=_ALIGN),
)
# What the mouse meets, laid unseen over the map: else words and hatching would be met for a region.
_TARGETS = map_layers.shapes(
    "target", {"tooltip": LABEL}, fill="transparent", cursor="pointer", aria=False
) | {"params": [{"name": CLICK, "select": {"type": "point", "fields": [CODE], "toggle": False}}]}
