"""The slides one after the other: title, what is drawn, foot, number, notes, « DONNÉES FICTIVES »."""

from __future__ import annotations

import io
from collections.abc import Iterable

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from exports.cells import one_line
from exports.slides import theme
from exports.slides.model import opened
from exports.slides.settled import settled
from exports.slides.theme import Box, Part, Slide
from exports.slides.words import Line, fitting, in_french, write
from exports.stamp import Stamp
from wording.mentions import FICTIONAL, NOT_MEASURED

_TITLES = ((112, 28), (156, 24))
_SMALLEST_TITLE = 21


class Deck:
    """A presentation being made; everything on it carries the stamp."""

    def __init__(self, stamp: Stamp) -> None:
        self.stamp = stamp
        self._presentation = opened(stamp)

    def add(
        self, title: str, notes: Iterable[str], subtitle: str = "", box: Box = theme.TITLE, size: int = 0
    ) -> Slide:
        """Add a slide with its title (the finding), its subtitle (what is drawn) and its spoken notes."""
        slide = self._presentation.slides.add_slide(self._presentation.slide_layouts[0])
        slide.shapes.title.name = "Titre"
        self._band(slide)
        place(slide.shapes.title, box)
        size = size or fitting(title, _TITLES, _SMALLEST_TITLE)
        write(slide.shapes.title.text_frame, [Line(title, size, bold=True, after=0)], middle=True)
        bar(slide, Box(box.left - 0.2, box.top + 0.08, 0.09, box.height - 0.16), theme.CHOSEN)
        if subtitle:
            words(slide, theme.SUBTITLE, [Line(subtitle, colour=theme.QUIET)], "Ce qui est dessiné")
        told = [*notes, *self.stamp.lines()]
        slide.notes_slide.notes_text_frame.text = "\n".join(map(one_line, told))
        return slide

    def bytes(self) -> bytes:
        """Close the slides and return the file; the same slides, the same bytes."""
        for slide in self._presentation.slides:
            # Last, so that who listens to a slide hears its foot after what it shows.
            self._foot(slide)
            in_french(slide.element)
            in_french(slide.notes_slide.element)
        made = io.BytesIO()
        self._presentation.save(made)
        return settled(made.getvalue())

    def _foot(self, slide: Slide) -> None:
        source, *rest = self.stamp.lines()[self.stamp.fictional :]
        said = [" ".join([source, *rest[:-1]]), *rest[-1:]]
        lines = [Line(text, theme.FOOT_SIZE, colour=theme.QUIET, after=1) for text in said]
        words(slide, theme.FOOT, lines, "Source, édition et mention")
        number = words(slide, theme.NUMBER, [Line("", 14, bold=True)], "Numéro", right=True)
        paragraph = number.text_frame.paragraphs[0]
        paragraph._p.append(parse_xml(_FIELD))  # noqa: SLF001 - the library knows no field

    def _band(self, slide: Slide) -> None:
        if self.stamp.fictional:
            band = form(slide, theme.BAND, theme.BAND_COLOUR)
            band.name = FICTIONAL
            write(band.text_frame, [Line(NOT_MEASURED, bold=True, after=0)], middle=True)
            # It crosses the whole slide: its words start where the title does.
            band.text_frame.margin_left = Inches(theme.TITLE.left)


_FIELD = (
    f'<a:fld {nsdecls("a")} id="{{5B1C6F1E-6A0B-4C57-9C55-0C7A7B2F3E10}}" type="slidenum">'
    '<a:rPr lang="fr-FR" sz="1400" b="1"/><a:t>‹N°›</a:t></a:fld>'
)

# What Office calls decorative: a screen reader passes over it.
_DECORATION = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def place(shape: Part, box: Box) -> None:
    """Put a shape in its place."""
    shape.left, shape.top, shape.width, shape.height = box.sides()


def bar(slide: Slide, box: Box, code: str) -> None:
    """Draw a rectangle that says nothing, and tell who listens so."""
    shape = form(slide, box, code)
    shape.name = "Décor"
    shape._element.nvSpPr.cNvPr.append(parse_xml(_DECORATION))  # noqa: SLF001 - no public way


def form(slide: Slide, box: Box, code: str, kind: MSO_SHAPE = MSO_SHAPE.RECTANGLE) -> Part:
    """Draw a plain form of one colour."""
    shape = slide.shapes.add_shape(kind, *box.sides())
    shape.fill.solid()
    shape.fill.fore_color.rgb = theme.colour(code)
    shape.line.fill.background()
    return flat(shape)


def flat(shape: Part) -> Part:
    """Take away the shadow and the colours that a drawn shape has of its own; returns the shape."""
    style = shape._element.find(qn("p:style"))  # noqa: SLF001 - no public way
    shape._element.remove(style)  # noqa: SLF001 - no public way
    return shape


def words(slide: Slide, box: Box, lines: Iterable[Line], name: str, *, right: bool = False) -> Part:
    """Write lines in a box of their own."""
    shape = slide.shapes.add_textbox(*box.sides())
    shape.name = name
    write(shape.text_frame, lines, right=right)
    return shape
