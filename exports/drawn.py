"""One finished drawing as SVG, without network and without a browser. The only importer of `vl_convert`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import vl_convert

from charts.palette import LIGHT, Page, mix
from exports.drawn_words import drawn_words
from exports.poster import FAMILY, Drawn, placed, whole
from wording.letters import FONTS

# Vega asks how wide a text is under a name without digits or quotes, which « Source Sans 3 » is not; the
# half-bold letters stand for all of them. A bold text, which is wider, takes them: a margin cut a name.
_MEASURED = "SourceSans3-Semibold"
_BOLD = ('font-weight="700"', 'font-weight="600"')
# How much a drawing of a fixed width grows to fill the picture.
_LARGEST = 1.6
# Vega numbers what cuts its marks from the start of the process: the same drawing would differ every time.
_CUT = re.compile(r"(?<=id=\"clip)\d+|(?<=url\(#clip)\d+")
# What Vega says of each part, in English; the picture says what it is, once.
_PARTS = re.compile(r' (?:role="graphics-\w+"|aria-\w+="[^"]*")')
_SIZE = re.compile(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True)
class Room:
    """The width in pixels that a drawing fills, and the colours of its page."""

    width: float
    page: Page = LIGHT


def png(svg: str, scale: float) -> bytes:
    """Return an SVG as a picture of dots, `scale` for each pixel."""
    letters()
    return vl_convert.svg_to_png(svg, scale=scale)


def drawn(drawing: dict[str, Any], room: Room) -> Drawn:
    """Draw one finished Vega-Lite specification.

    One whose width is « container » is as wide as the room; another grows to it, no more than by 1.6.
    """
    letters()
    asked = drawn_words(drawing)
    if drawing.get("width") == "container":
        asked = asked | {"width": round(room.width), "autosize": {"type": "fit-x", "contains": "padding"}}
    # No address is allowed: a drawing holds its own data.
    made = vl_convert.vegalite_to_svg(asked, config=_theme(room.page), allowed_base_urls=[])
    wide, high = _SIZE.findall(made)[0]
    return _grown(
        Drawn(_PARTS.sub("", made).replace(_MEASURED, FAMILY).replace(*_BOLD), float(wide), float(high)),
        room.width,
    )


def numbered(picture: str) -> str:
    """Number what cuts the marks from 1, in the order it is met."""
    order: dict[str, int] = {}
    return _CUT.sub(lambda found: str(order.setdefault(found[0], len(order) + 1)), picture)


@cache
def letters() -> None:
    """Hand the fonts over, once for the process."""
    vl_convert.register_font_directory(str(FONTS))


def _grown(drawn: Drawn, width: float) -> Drawn:
    """Enlarge a drawing of a fixed width that leaves room."""
    grow = min(_LARGEST, width / drawn.width)
    if grow <= 1:
        return drawn
    wide, high = drawn.width * grow, drawn.height * grow
    return Drawn(whole([placed(drawn, 0, 0, grow)], wide, high), wide, high)


@cache
def _theme(page: Page) -> dict[str, Any]:
    """Return what Streamlit adds to the charts on screen, in the letters of the picture."""
    return {
        "font": _MEASURED,
        "background": page.background,
        "view": {"stroke": "transparent", "strokeWidth": 0},
        "axis": {
            "labelColor": page.ink,
            "titleColor": page.ink,
            "titleFontWeight": 400,
            "labelFontWeight": 400,
            "ticks": False,
            "domain": False,
            "gridColor": mix(page.ink, page.background, 0.15),
            "labelFlush": True,
            "labelLimit": 100,
            "labelPadding": 16,
            "titlePadding": 16,
            "labelOverlap": False,
        },
        "axisDiscrete": {"grid": False},
        "header": {"labelColor": page.ink, "titleColor": page.ink},
        "bar": {"discreteBandSize": {"band": 0.85}},
    }
