"""A figure as a step of a debate: drawn when its room is made, for each shape of a screen and each page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from charts import palette
from charts.palette import Page
from hall.book.drawings import COLOURS, DARK, LIGHT, SHAPES, SQUARE, WIDE, Drawing
from hall.book.steps import Kind, Step

# A screen of another shape has bands on its sides.
_WIDTHS = {WIDE: 16 / 9, SQUARE: 4 / 3}
_PAGES = {LIGHT: palette.LIGHT, DARK: palette.DARK}


@dataclass(frozen=True)
class Figure:
    """What is drawn. `title`: its finding; `screens`: makes its SVG for a page and a shape.

    A shape: how many times a screen is wider than high. `own`: it follows a step of the sequence.
    """

    title: str
    screens: Callable[[Page, float], list[str]]
    own: bool = False


def drawn(figure: Figure, name: str) -> tuple[Step, list[Drawing]]:
    """Draw a figure; returns its step, still without a rank, and its drawings, under a `name` of its room."""
    made = list(_drawings(figure, name))
    count = {
        shape: max(one.screen for one in made if one.shape == shape and one.colours == LIGHT)
        for shape in SHAPES
    }
    subject: dict[str, Any] = {"titre": figure.title, "figure": name, "ecrans": count, "propre": figure.own}
    return Step(0, Kind.FIGURE, subject), made


def _drawings(figure: Figure, name: str) -> Iterator[Drawing]:
    for shape in SHAPES:
        for colours in COLOURS:
            for screen, svg in enumerate(figure.screens(_PAGES[colours], _WIDTHS[shape]), start=1):
                yield Drawing(name, shape, colours, screen, svg)
