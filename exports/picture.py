"""Finished figures as pictures to take away: the chart, and the words around it (`exports.poster`)."""

from typing import Any

from exports.composed import composed, in_one
from exports.drawn import Room, numbered
from exports.drawn import png as dots
from exports.poster import MARGIN, placed, poster, whole
from exports.stamp import Stamp

_DOTS = 2


def png(drawing: dict[str, Any], stamp: Stamp, *, width: int) -> bytes:
    """Return the picture of a drawing with its title and its foot, twice as many dots as `width`."""
    return dots(svg(drawing, stamp, width=width), _DOTS)


def svg(drawing: dict[str, Any], stamp: Stamp, *, width: int) -> str:
    """Return the same as SVG, `width` pixels wide; its letters stay text.

    `drawing`: a finished Vega-Lite specification made for a light page. Several (`vconcat`, `hconcat`) whose
    width is « container » are drawn one by one, and share the width.
    """
    return numbered(poster(in_one(composed(drawing, Room(width - 2 * MARGIN))), stamp, width))


def bare_svg(drawing: dict[str, Any], *, width: int) -> str:
    """Return the chart alone, for paper: the same letters, `width` pixels wide.

    A chart of a fixed width grows to `width`, but no more than by 1.6, and never shrinks.
    """
    drawn = in_one(composed(drawing, Room(width)))
    return numbered(whole([placed(drawn, 0, 0)], drawn.width, drawn.height))
