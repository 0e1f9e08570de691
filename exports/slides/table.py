"""A table of words without any frame: a heading line, then thin lines that lead the eye across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from charts import palette
from exports.slides import theme
from exports.slides.theme import Box, Part, Slide
from exports.slides.words import Line, plain, write

# « No style, no grid », one of the styles every program knows.
_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_SEPARATOR = palette.mix(theme.QUIET, theme.PAPER, 0.3).removeprefix("#").upper()
_LINE_SPACING = 0.9


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in inches, its texts; `right`: they stand against its right side."""

    heading: str
    width: float
    texts: tuple[str, ...]
    bold: bool = False
    right: bool = False


def table(slide: Slide, place: Box, columns: Sequence[Column], height: float, name: str) -> None:
    """Write columns in lines of a height in inches, at the top of a place."""
    count = len(columns[0].texts) + 1
    box = Box(place.left, place.top, sum(column.width for column in columns), height * count)
    shape = slide.shapes.add_table(count, len(columns), *box.sides())
    shape.name = f"{plain(name)}, en mots"
    made = shape.table
    properties = made._tbl.tblPr  # noqa: SLF001 - the library knows no style
    properties.find(f"{{{properties.nsmap['a']}}}tableStyleId").text = _STYLE
    made.horz_banding = False
    for row in made.rows:
        row.height = Inches(height)
    for position, column in enumerate(columns):
        made.columns[position].width = Inches(column.width)
        for line, text in enumerate((column.heading, *column.texts)):
            _filled(made.cell(line, position), text, column, heading=not line)


def _filled(cell: Part, text: str, column: Column, *, heading: bool) -> None:
    colour = theme.QUIET if heading else theme.INK
    line = Line(text, bold=column.bold and not heading, colour=colour, after=0)
    write(cell.text_frame, [line], right=column.right)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Inches(0.05)
    cell.margin_top = cell.margin_bottom = 0
    cell.text_frame.paragraphs[0].line_spacing = _LINE_SPACING
    cell._tc.get_or_add_tcPr().append(parse_xml(_UNDER))  # noqa: SLF001 - the library draws no border


_UNDER = f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{_SEPARATOR}"/></a:solidFill></a:lnB>'
