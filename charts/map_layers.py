"""The layers that maps are made of: shapes, lines and words of records looked up by their code.

Written as Vega-Lite reads them: a few layers and a row for each place, whatever is shown.
"""

from typing import Any

from charts import palette
from charts.palette import Page

Layer = dict[str, Any]

CODE = "code"
LABEL = {"field": "label", "type": "nominal"}


def framed(height: int) -> Layer:
    """Return how a map stands on its page: in kilometres, as wide as there is room, without a frame."""
    return {
        "width": "container",
        "height": height,
        "projection": {"type": "identity"},
    }


def painted(field: str) -> Layer:
    """Take colours from a field as they are."""
    return {"field": field, "type": "nominal", "scale": None}


def measured(field: str) -> Layer:
    """Take pixels from a field as they are."""
    return {"field": field, "type": "quantitative", "scale": None}


def shapes(field: str, told: Layer, **mark: object) -> Layer:
    """Draw the shape of a field, as the other channels tell."""
    drawn = {"shape": {"field": field, "type": "geojson"}}
    return {"mark": {"type": "geoshape", **mark}, "encoding": drawn | told}


def lines(field: str, stroke: str, width: float, **dashes: object) -> Layer:
    """Draw the lines of a field, which say nothing."""
    look = {"filled": False, "stroke": stroke, "strokeWidth": width, "strokeJoin": "round", "aria": False}
    return shapes(field, {}, **look | dashes)


def chosen(region: str, page: Page) -> list[Layer]:
    """Outline the chosen region, apart from its neighbours by the colour of the page; nothing without one."""
    only = {"transform": [{"filter": {"field": CODE, "equal": region}}]}
    both = [lines("outline", page.background, 7), lines("outline", palette.CHOSEN, 3.5)]
    return [only | line for line in both] * bool(region)


def words(told: Layer, **mark: object) -> Layer:
    """Write the field `text` at the anchor of each place."""
    look = {"type": "text", "fontWeight": 700, "lineBreak": "\n", "aria": False, **mark}
    place = {
        "longitude": {"field": "x", "type": "quantitative"},
        "latitude": {"field": "y", "type": "quantitative"},
        "text": {"field": "text", "type": "nominal"},
    }
    return {"mark": look, "encoding": place | told}
