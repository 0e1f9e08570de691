"""How the slides look: places in inches on a 16:9 page, sizes in points, colours of the charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from pptx.dml.color import RGBColor
from pptx.util import Inches, Length

from charts import palette

# The library is untyped: a slide, and whatever stands on one (shape, chart, axis, cell, font).
Slide: TypeAlias = Any
Part: TypeAlias = Any

# Nothing that the room reads is smaller; the foot and the number are for who opens the file.
BODY, FOOT_SIZE = 18, 11
STRONG, CALLED = 22, 26
INK, PAPER = palette.LIGHT.ink, palette.LIGHT.background
CHOSEN, NEAR, OTHERS = palette.CHOSEN, palette.FRAGILITY[4], palette.LIGHT.others
QUIET = palette.QUIET
BAND_COLOUR = palette.GAP[5]


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    def sides(self) -> tuple[Length, Length, Length, Length]:
        """Return left, top, width and height as the library wants them."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)


WIDTH, HEIGHT = 40 / 3, 7.5
BAND = Box(0, 0, WIDTH, 0.42)
TITLE = Box(0.62, 0.5, 12.1, 1.15)
SUBTITLE = Box(0.62, 1.62, 12.1, 0.42)
MAIN = Box(0.62, 2.05, 12.1, 4.65)
FOOT = Box(0.62, 6.74, 11.2, 0.66)
NUMBER = Box(11.9, 6.74, 0.82, 0.42)


def colour(code: str) -> RGBColor:
    """Return a `#rrggbb` colour as the library wants it."""
    return RGBColor(*palette.rgb(code))  # type: ignore[no-untyped-call]
