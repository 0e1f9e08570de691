"""A drawing whose places are computed here: across in shares of the width, downwards in pixels.

Several small panels, each on its own scale, then fit in one figure that follows the width of its container,
which Vega-Lite's own facets cannot do. Altair makes and checks each kind of layer once for the process, and
the rows are put in as they are: a page has sixty such layers, and Altair takes ten milliseconds for each.
"""

from collections import namedtuple
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

import altair as alt
import pandas as pd

from charts import palette
from charts.look import Look

Rows = Sequence[Mapping[str, Any]]
Layer = dict[str, Any]
Align = Literal["left", "right", "center"]
Weight = Literal[400, 600, 700]


def each(rows: pd.DataFrame) -> Iterator[Any]:
    """Yield the rows of a frame, with a field a column."""
    columns = [column.tolist() for _, column in rows.items()]
    yield from map(_fields(tuple(map(str, rows.columns)))._make, zip(*columns, strict=True))


@lru_cache(maxsize=64)
def _fields(names: tuple[str, ...]) -> Any:  # noqa: ANN401 - a class of rows
    """Return a class of rows; pandas makes one at each reading."""
    return namedtuple("Row", names, rename=True)


def boxes(rows: Rows, *, told: str = "") -> Layer:
    """Draw rectangles: x, x2, y, y2, fill, stroke, stroke_width, label.

    `told`: what a label is, under the pointer and to screen readers; `""` where nothing is read.
    """
    return _filled(_boxes(told), rows)


def rules(rows: Rows, *, dotted: bool = False) -> Layer:
    """Draw straight lines: x, x2, y, y2, stroke, stroke_width."""
    return _filled(_rules(dotted), rows)


def points(rows: Rows, *, told: str = "", dx: float = 0) -> Layer:
    """Draw marks: x, y, shape, fill, stroke, area (square pixels), label; `told` as for boxes.

    `dx`: pixels to the right.
    """
    return _filled(_points(told, dx), rows)


def words(
    rows: Rows,
    look: Look,
    *,
    align: Align = "left",
    weight: Weight = 400,
    dx: float = 0,
    size: float = 0,
) -> Layer:
    """Write texts: x, y, text; `dx`: pixels to the right; `size`: of the letters, 0 for those of the look."""
    return _filled(_words(look.page.ink, size or look.text, align, weight, dx), rows)


def drawing(layers: Sequence[Layer], height: int, *, low: bool = False) -> dict[str, Any]:
    """Put the layers that hold something together, `height` pixels high, as wide as the container.

    `low`: a line or two, where the margin that a page takes from the height of a drawing would show.
    """
    scale = None if low else {"domain": [0, height], "nice": False, "reverse": True, "zero": False}
    return {
        "width": "container",
        "height": height,
        "layer": [_scaled(layer, scale) for layer in layers if layer["data"]["values"]],
    }


def _filled(empty: Layer, rows: Rows) -> Layer:
    return empty | {"data": {"values": list(rows)}}


def _scaled(layer: Layer, scale: dict[str, Any] | None) -> Layer:
    places = layer["encoding"]
    return layer | {"encoding": places | {"y": places["y"] | {"scale": scale}}}


@lru_cache(maxsize=2)
def _boxes(told: str) -> Layer:
    mark = alt.Chart(_nothing()).mark_rect(aria=bool(told), cornerRadius=2)
    return _layer(mark.encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), fill=_fill(), **_stroke()), told)


@lru_cache(maxsize=2)
def _rules(dotted: bool) -> Layer:  # noqa: FBT001 - the key of a cache
    mark = alt.Chart(_nothing()).mark_rule(aria=False, **(palette.DOTTED if dotted else {}))
    return _layer(mark.encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"), **_stroke()))


@lru_cache(maxsize=32)
def _points(told: str, dx: float) -> Layer:
    mark = alt.Chart(_nothing()).mark_point(aria=bool(told), strokeWidth=2, opacity=1, xOffset=dx)
    shape, size = alt.Shape("shape:N", scale=None), alt.Size("area:Q", scale=None)
    stroke = alt.Stroke("stroke:N", scale=None)
    return _layer(mark.encode(shape=shape, size=size, fill=_fill(), stroke=stroke), told)


@lru_cache(maxsize=256)
def _words(ink: str, size: float, align: Align, weight: Weight, dx: float) -> Layer:
    mark = alt.Chart(_nothing()).mark_text(
        align=align, dx=dx, baseline="middle", fontSize=size, fontWeight=weight, color=ink, aria=False
    )
    return _layer(mark.encode(text=alt.Text("text:N")))


def _layer(chart: alt.Chart, told: str = "") -> Layer:
    """Return a layer without its rows, its places on the two shared scales."""
    across = alt.Scale(domain=[0, 1], nice=False, zero=False)
    placed = chart.encode(x=alt.X("x:Q", axis=None, scale=across), y=alt.Y("y:Q", axis=None))
    if told:
        placed = placed.encode(
            description=alt.Description("label:N"), tooltip=[alt.Tooltip("label:N", title=told)]
        )
    made: dict[str, Any] = placed.to_dict(validate=False)
    return {"mark": made["mark"], "encoding": made["encoding"]}


def _nothing() -> pd.DataFrame:
    return pd.DataFrame()


def _fill() -> alt.Fill:
    return alt.Fill("fill:N", scale=None)


def _stroke() -> dict[str, Any]:
    return {
        "stroke": alt.Stroke("stroke:N", scale=None),
        "strokeWidth": alt.StrokeWidth("stroke_width:Q", scale=None),
    }
