"""Horizontal bars as a native chart: one line a category, the first at the top, its number at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from exports.slides import theme
from exports.slides.chart_frame import put, said_in_french, silent, spread
from exports.slides.theme import Part, Slide
from exports.slides.words import plain

# Room past the longest bar for its number, in shares of the longest.
_ROOM = 0.28
# Share of the width that the names take.
_NAMES = 0.32


@dataclass(frozen=True)
class Bars:
    """One colour of bars: a number a category, None where it has none (never 0)."""

    name: str
    colour: str
    values: tuple[float | None, ...]


def bars(  # noqa: PLR0913 - a chart is said in as many words
    slide: Slide,
    place: theme.Box,
    categories: Sequence[str],
    series: Sequence[Bars],
    *,
    numbers: str,
    name: str,
    alternative: str,
) -> Part:
    """Draw bars; a category has a number in one of the series only. `numbers`: their format."""
    data = CategoryChartData(number_format=numbers)  # type: ignore[no-untyped-call]
    data.categories = [plain(category) for category in categories]
    for one in series:
        data.add_series(plain(one.name), one.values)  # type: ignore[no-untyped-call]
    chart = put(slide, XL_CHART_TYPE.BAR_CLUSTERED, place, data, name, alternative)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.vary_by_categories = 30, 100, False
    for drawn, one in zip(plot.series, series, strict=True):
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = theme.colour(one.colour)
        drawn.invert_if_negative = False
        _numbered(drawn.data_labels, numbers)
    _axes(chart, [value for one in series for value in one.values if value is not None])
    chart.has_legend = False
    spread(chart, _NAMES, 1 - _NAMES, 1)
    said_in_french(chart)
    return chart


def _numbered(labels: Part, numbers: str) -> None:
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = numbers, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size, labels.font.bold = Pt(theme.BODY), True


def _axes(chart: Part, values: Sequence[float]) -> None:
    names = chart.category_axis
    names.reverse_order = True
    names.tick_labels.font.size = Pt(theme.BODY)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.has_major_gridlines = False
    names.format.line.color.rgb = theme.colour(theme.QUIET)
    silent(chart.value_axis)
    # A name a bar, whatever the program thinks of the room.
    every = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')
    names._element.find(qn("c:noMultiLvlLbl")).addprevious(every)  # noqa: SLF001 - no public way
    longest = max((abs(value) for value in values), default=1) or 1
    chart.value_axis.minimum_scale = -longest * (1 + _ROOM) if min(values, default=0) < 0 else 0
    chart.value_axis.maximum_scale = longest * (1 + _ROOM) if max(values, default=1) > 0 else longest * _ROOM
