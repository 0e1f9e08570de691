"""Dots on lines: a table whose words can be edited, and over its middle a native scatter, a line a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.util import Pt

from exports.slides import theme
from exports.slides.chart_frame import legend, put, said_in_french, silent, spread
from exports.slides.table import Column, table
from exports.slides.theme import Box, Part, Slide
from exports.slides.words import plain

SHAPES = {
    "disc": XL_MARKER_STYLE.CIRCLE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "square": XL_MARKER_STYLE.SQUARE,
    "triangle": XL_MARKER_STYLE.TRIANGLE,
    "cross": XL_MARKER_STYLE.X,
    "tick": XL_MARKER_STYLE.DASH,
}
HERE = "La région"
LEAST_END, MOST_END = "◀ moins fragile", "plus fragile ▶"
_TALLEST = 0.75
# Height of the legend in inches: one line of text, or two from so many kinds of dots on.
_LEGEND, _LEGEND_TWO, _TWO_LINES = 0.45, 0.8, 6
# Room at both ends of the numbers, so that no dot is cut: a share of their extent.
_ROOM = 0.05


@dataclass(frozen=True)
class Dots:
    """One kind of dots: (number, line) each, the first line is 1. `linked`: by a line."""

    name: str
    shape: str
    size: int
    colour: str
    points: tuple[tuple[float, float], ...]
    linked: bool = False


@dataclass(frozen=True)
class Field:
    """The middle of the table: its width, the numbers at its left and right ends, what these are called."""

    width: float
    across: tuple[float, float]
    ends: tuple[str, str]


def lines(  # noqa: PLR0913 - a chart is said in as many words
    slide: Slide,
    place: Box,
    first: Column,
    field: Field,
    after: Sequence[Column],
    series: Sequence[Dots],
    *,
    name: str,
    alternative: str,
) -> None:
    """Draw one line a text of `first`: its name, its dots, the words after them."""
    count = len(first.texts)
    below = _legend_height(len({one.name for one in series}))
    height = _height(place, count, below)
    tall = height * (count + 1)
    halves = [
        Column(end, field.width / 2, ("",) * count, right=bool(side)) for side, end in enumerate(field.ends)
    ]
    table(slide, place, [first, *halves, *after], height, name)
    box = Box(place.left, place.top, place.width, tall + below)
    chart = _scatter(slide, box, series, name=name, alternative=alternative)
    _axes(chart, field.across, count)
    legend(chart, _again(series))
    spread(chart, first.width / place.width, field.width / place.width, tall / (tall + below))
    said_in_french(chart)


def bottom(place: Box, count: int, kinds: int) -> float:
    """Return where the chart of so many lines and kinds of dots ends in a place, legend included."""
    below = _legend_height(kinds)
    return place.top + _height(place, count, below) * (count + 1) + below


def _legend_height(kinds: int) -> float:
    return _LEGEND_TWO if kinds >= _TWO_LINES else _LEGEND


def _height(place: Box, count: int, below: float) -> float:
    return min(_TALLEST, (place.height - below) / (count + 1))


def _scatter(slide: Slide, box: Box, series: Sequence[Dots], *, name: str, alternative: str) -> Part:
    data = XyChartData()  # type: ignore[no-untyped-call]
    longest = max(len(one.points) for one in series)
    for position, one in enumerate(series):
        drawn = data.add_series(plain(one.name))  # type: ignore[no-untyped-call]
        # LibreOffice loses every series when the first is shorter than a later one: its end is said again.
        again = one.points[-1:] * (longest - len(one.points)) if not position else ()
        for value, line in (*one.points, *again):
            drawn.add_data_point(value, line + 0.5)
    chart = put(slide, XL_CHART_TYPE.XY_SCATTER, box, data, name, alternative)
    for found, one in zip(chart.plots[0].series, series, strict=True):
        marker = found.marker
        marker.style, marker.size = SHAPES[one.shape], one.size
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = theme.colour(one.colour)
        marker.format.line.color.rgb = theme.colour(one.colour)
        if one.linked:
            found.format.line.color.rgb = theme.colour(one.colour)
            found.format.line.width = Pt(2.5)
    return chart


def _again(series: Sequence[Dots]) -> list[int]:
    """Return where a name comes back: the legend says it once."""
    first = {one.name: position for position, one in reversed(list(enumerate(series)))}
    return [position for position, one in enumerate(series) if first[one.name] != position]


def _axes(chart: Part, across: tuple[float, float], count: int) -> None:
    numbers, down = chart.category_axis, chart.value_axis
    for axis in (numbers, down):
        silent(axis)
    low, high = sorted(across)
    room = (high - low) * _ROOM
    numbers.minimum_scale, numbers.maximum_scale = low - room, high + room
    numbers.reverse_order = across[0] > across[1]
    down.minimum_scale, down.maximum_scale = 0, count + 1
    down.reverse_order = True
