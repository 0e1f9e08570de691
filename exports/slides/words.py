"""Text on a slide: lines with their size, in French, of characters that a file can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Pt

from exports.cells import one_line
from exports.slides import theme
from exports.slides.theme import Part

LANGUAGE = "fr-FR"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WORDS = (f"{_A}rPr", f"{_A}defRPr", f"{_A}endParaRPr")
# The sheet behind a chart is written by the library, which would make formulas and links of these.
_TAKEN_FOR_MORE = re.compile(r"[^\w\u00ab(◀▶]|(?:https?|ftps?|mailto|internal|external|file):", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One paragraph: `after` is the room under it, in points."""

    text: str
    size: int = theme.BODY
    bold: bool = False
    colour: str = theme.INK
    after: int = 6


def write(frame: Part, lines: Iterable[Line], *, middle: bool = False, right: bool = False) -> None:
    """Fill a text frame with lines; text that is too long keeps its size (it is cut to fit before)."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    for side in ("margin_left", "margin_right", "margin_top", "margin_bottom"):
        setattr(frame, side, 0)
    for position, line in enumerate(lines):
        paragraph = frame.add_paragraph() if position else frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        paragraph.space_after = Pt(line.after)
        run = paragraph.add_run()
        run.text = one_line(line.text)
        dress(run.font, line)


def dress(font: Part, line: Line) -> None:
    """Give a font the size, weight and colour of a line."""
    font.size, font.bold = Pt(line.size), line.bold
    font.color.rgb = theme.colour(line.colour)


def plain(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula or a link, for the sheet behind a chart."""
    said = one_line(text)
    return f"’{said}" if _TAKEN_FOR_MORE.match(said) else said


def shortened(title: str) -> str:
    """Return a sentence as a title: without its final point."""
    return title.removesuffix(".")


def fitting(text: str, sizes: Sequence[tuple[int, int]], smallest: int) -> int:
    """Choose the size of a text from its length: (most characters, size), the largest first."""
    return next((size for most, size in sizes if len(text) <= most), smallest)


def in_french(element: Part) -> None:
    """Say of every text under an element that it is French, for who has it read aloud or corrected."""
    for run in element.iter(f"{_A}r"):
        run.get_or_add_rPr()
    for name in _WORDS:
        for found in element.iter(name):
            found.set("lang", LANGUAGE)
