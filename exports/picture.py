"""Finished figures as pictures, without network and without a browser. The only importer of `vl_convert`.

Vega draws the chart; `exports.poster` writes the words around it.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import vl_convert

from charts.palette import LIGHT, mix
from exports.drawn_words import drawn_words
from exports.poster import FAMILY, MARGIN, Drawn, placed, poster, whole
from exports.stamp import Stamp
from wording.letters import FONTS

# Vega asks how wide a text is under a name without digits or quotes, which « Source Sans 3 » is not; the
# half-bold letters stand for all of them, the text itself keeps its own weight.
_MEASURED = "SourceSans3-Semibold"
_DOTS = 2
_GAP = 24
# Narrower, a drawing that stretches says nothing: it goes under the one beside it.
_LEAST = 120
# How much a drawing of a fixed width grows to fill the picture.
_LARGEST = 1.6
# Vega numbers what cuts its marks from the start of the process: the same drawing would differ every time.
_CUT = re.compile(r"(?<=id=\"clip)\d+|(?<=url\(#clip)\d+")
# What Vega says of each part, in English; the picture says what it is, once.
_PARTS = re.compile(r' (?:role="graphics-\w+"|aria-\w+="[^"]*")')
_SIZE = re.compile(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"')
_PALE = mix(LIGHT.ink, LIGHT.background, 0.15)
# What Streamlit adds to the charts on screen, in the letters of the picture.
_THEME: dict[str, Any] = {
    "font": _MEASURED,
    "background": LIGHT.background,
    "view": {"stroke": "transparent", "strokeWidth": 0},
    "axis": {
        "labelColor": LIGHT.ink,
        "titleColor": LIGHT.ink,
        "titleFontWeight": 400,
        "labelFontWeight": 400,
        "ticks": False,
        "domain": False,
        "gridColor": _PALE,
        "labelFlush": True,
        "labelLimit": 100,
        "labelPadding": 16,
        "titlePadding": 16,
        "labelOverlap": False,
    },
    "axisDiscrete": {"grid": False},
    "header": {"labelColor": LIGHT.ink, "titleColor": LIGHT.ink},
    "bar": {"discreteBandSize": {"band": 0.85}},
}


def png(drawing: dict[str, Any], stamp: Stamp, *, width: int) -> bytes:
    """Return the picture of a drawing with its title and its foot, twice as many dots as `width`."""
    return vl_convert.svg_to_png(svg(drawing, stamp, width=width), scale=_DOTS)


def svg(drawing: dict[str, Any], stamp: Stamp, *, width: int) -> str:
    """Return the same as SVG, `width` pixels wide; its letters stay text.

    `drawing`: a finished Vega-Lite specification made for a light page. Several (`vconcat`, `hconcat`) whose
    width is « container » are drawn one by one, and share the width.
    """
    return _numbered(poster(_drawn(drawing, width - 2 * MARGIN), stamp, width))


def bare_svg(drawing: dict[str, Any], *, width: int) -> str:
    """Return the chart alone, for paper: the same letters, `width` pixels wide.

    A chart of a fixed width grows to `width`, but no more than by 1.6, and never shrinks.
    """
    drawn = _drawn(drawing, width)
    return _numbered(whole([placed(drawn, 0, 0)], drawn.width, drawn.height))


def _drawn(drawing: dict[str, Any], width: float) -> Drawn:
    if "vconcat" in drawing and _stretches(drawing):
        return _stacked([_drawn(part, width) for part in drawing["vconcat"]])
    if "hconcat" in drawing and _stretches(drawing):
        return _aligned(drawing["hconcat"], width)
    return _vega(drawing, width)


def _stretches(drawing: dict[str, Any]) -> bool:
    """Tell a drawing whose width is its container's, or that holds one."""
    inside = [*drawing.get("vconcat", ()), *drawing.get("hconcat", ())]
    return drawing.get("width") == "container" or any(_stretches(part) for part in inside)


def _stacked(parts: Sequence[Drawn]) -> Drawn:
    """Put drawings under one another."""
    placings, top = [], 0.0
    for part in parts:
        placings.append(placed(part, 0, top))
        top += part.height
    width = max(part.width for part in parts)
    return Drawn(whole(placings, width, top), width, top)


def _aligned(drawings: Sequence[dict[str, Any]], width: float) -> Drawn:
    """Put drawings side by side: those that stretch share what a fixed width leaves, or go under it."""
    fixed = [_fixed(drawing) for drawing in drawings]
    drawn = [_drawn(drawing, own) if own else None for drawing, own in zip(drawings, fixed, strict=True)]
    room = width - sum(part.width for part in drawn if part) - _GAP * (len(drawings) - 1)
    share = room / max(1, fixed.count(0))
    if 0 in fixed and share < _LEAST:
        return _stacked([_drawn(drawing, width) for drawing in drawings])
    parts = [part or _drawn(drawing, share) for part, drawing in zip(drawn, drawings, strict=True)]
    placings, left = [], 0.0
    for part in parts:
        placings.append(placed(part, left, 0))
        left += part.width + _GAP
    height = max(part.height for part in parts)
    return Drawn(whole(placings, left - _GAP, height), left - _GAP, height)


def _fixed(drawing: dict[str, Any]) -> float:
    """Return the width that a drawing or one of its floors imposes, 0 when it stretches."""
    own = drawing.get("width", 0)
    return max([0 if own == "container" else own, *(_fixed(part) for part in drawing.get("vconcat", ()))])


def _vega(drawing: dict[str, Any], width: float) -> Drawn:
    _letters()
    asked = drawn_words(drawing)
    if drawing.get("width") == "container":
        asked = asked | {"width": round(width), "autosize": {"type": "fit-x", "contains": "padding"}}
    # No address is allowed: a drawing holds its own data.
    made = vl_convert.vegalite_to_svg(asked, config=_THEME, allowed_base_urls=[])
    wide, high = _SIZE.findall(made)[0]
    return _grown(Drawn(_PARTS.sub("", made).replace(_MEASURED, FAMILY), float(wide), float(high)), width)


def _grown(drawn: Drawn, width: float) -> Drawn:
    """Enlarge a drawing of a fixed width that leaves room."""
    grow = min(_LARGEST, width / drawn.width)
    if grow <= 1:
        return drawn
    wide, high = drawn.width * grow, drawn.height * grow
    return Drawn(whole([placed(drawn, 0, 0, grow)], wide, high), wide, high)


def _numbered(picture: str) -> str:
    """Number what cuts the marks from 1, in the order it is met."""
    order: dict[str, int] = {}
    return _CUT.sub(lambda found: str(order.setdefault(found[0], len(order) + 1)), picture)


@cache
def _letters() -> None:
    """Hand the fonts over, once for the process."""
    vl_convert.register_font_directory(str(FONTS))
