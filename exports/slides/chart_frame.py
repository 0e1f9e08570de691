"""What every native chart shares: its place, its text alternative, its language, its legend."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from exports.slides import theme
from exports.slides.theme import Part, Slide
from exports.slides.words import LANGUAGE, in_french, plain
from wording.numbers import MINUS

# The locale in the format makes a decimal comma wherever the program follows it.
_FRENCH = "[$-40C]"


def numeric(decimals: int, unit: str = "") -> str:
    """Return the format of the numbers of a chart: `numeric(1, "%")` shows 10.8 as « 10,8 % »."""
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    after = f'"\u202f{unit}"' if unit else ""
    return f'{_FRENCH}{digits}{after};"{MINUS}"{digits}{after}'


def put(slide: Slide, kind: Part, place: theme.Box, data: Part, name: str, alternative: str) -> Part:
    """Add a chart to a slide; `alternative`: what it shows, for who does not see it. Returns the chart."""
    frame = slide.shapes.add_chart(kind, *place.sides(), data)
    frame.name = plain(name)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plain(alternative))  # noqa: SLF001 - no public way
    chart = frame.chart
    chart.has_title = False
    chart.font.size = Pt(theme.BODY)
    chart.font.color.rgb = theme.colour(theme.INK)
    return chart


def said_in_french(chart: Part) -> None:
    """Say the language of a finished chart, in its own terms and on each of its texts."""
    space = chart._chartSpace  # noqa: SLF001 - no public way
    language = parse_xml(f'<c:lang {nsdecls("c")} val="{LANGUAGE}"/>')
    space.insert(int(space[0].tag == qn("c:date1904")), language)
    in_french(space)


def legend(chart: Part, hidden: Sequence[int] = ()) -> None:
    """Write the legend under a chart; `hidden`: the positions of the series it does not name."""
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(theme.BODY)
    element = chart.legend._element  # noqa: SLF001 - the library hides no entry
    for position in reversed(hidden):
        entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{position}"/><c:delete val="1"/></c:legendEntry>'
        element.insert(1, parse_xml(entry))


def silent(axis: Part) -> None:
    """Keep an axis for its scale only."""
    axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    axis.format.line.fill.background()


def spread(chart: Part, left: float, width: float, height: float) -> None:
    """Give the inside of the axes a fixed place from the top down, in shares of the whole chart."""
    plot = chart._chartSpace.chart.plotArea  # noqa: SLF001 - no public way
    sizes = "".join(
        f'<c:{name} val="{share}"/>'
        for name, share in zip(("x", "y", "w", "h"), (left, 0, width, height), strict=True)
    )
    plot.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
            f'<c:xMode val="edge"/><c:yMode val="edge"/>{sizes}</c:manualLayout></c:layout>'
        ),
    )
