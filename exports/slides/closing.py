"""The last slides: the questions for the room, the way back to the view, how it is cited."""

from __future__ import annotations

import io

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN

from exports.address import scanned
from exports.citation import apa
from exports.qr import qr_png
from exports.slides import theme
from exports.slides.slide import Deck, form, words
from exports.slides.story import Story, spoken
from exports.slides.theme import Box, Slide
from exports.slides.words import Line, plain, write
from wording.numbers import counted

_MISSING = 3
QUESTIONS = "Ouvrons le débat\u202f: "
ALL_PUBLISHED = "Tout ce que ces vues emploient est publié."
CODE = Box(0.5, 1.95, 3.7, 3.7)
# For who opens the file, as the foot under it.
_CITED = Box(0.62, 6.34, 12.1, 0.38)
LAST = "Retrouver cette vue, et ce qui manque encore"


def questions(deck: Deck, story: Story) -> None:
    """Ask the room."""
    asked = story.debate.questions
    title = QUESTIONS + counted(len(asked), "question ouverte", "questions ouvertes")
    slide = deck.add(title, spoken(asked, story.debate.questions_note))
    for number, point in enumerate(asked):
        top = 1.95 + number * 1.55
        _numbered(slide, Box(0.62, top, 0.8, 0.8), str(number + 1))
        words(slide, Box(1.75, top, 10.9, 1.4), [Line(point.text, theme.CALLED)], f"Question {number + 1}")


def _numbered(slide: Slide, box: Box, number: str) -> None:
    """Draw a number in a disc."""
    disc = form(slide, box, theme.NEAR, MSO_SHAPE.OVAL)
    disc.name = "Numéro de la question"
    write(disc.text_frame, [Line(number, 28, bold=True, colour=theme.PAPER, after=0)], middle=True)
    disc.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def last(deck: Deck, story: Story) -> None:
    """Lead back to the view, name what is not published, cite the edition as the report does."""
    link, cited = deck.stamp.link, f"Pour citer\u202f: {apa(story.results.edition())}"
    missing = story.report.unpublished or (ALL_PUBLISHED,)
    similar = [one.sentence for one in story.report.similar]
    slide = deck.add(LAST, [*([f"Cette vue\u202f: {link}"] if link else []), *missing, *similar, cited])
    if link:
        _way_back(slide, link)
    lines = [Line("Ce qui n’est pas publié pour cette région", theme.STRONG, bold=True, after=8)]
    lines += [Line(text, after=6) for text in missing[:_MISSING]]
    lines += [Line("Qui lui ressemble", theme.STRONG, bold=True, after=8), Line(similar[0])]
    words(slide, Box(4.7 if scanned(link) else 0.62, 1.95, 8.0, 3.8), lines, "Ce qui n’est pas publié")
    words(slide, _CITED, [Line(cited, theme.FOOT_SIZE, colour=theme.QUIET, after=0)], "Citation")


def _way_back(slide: Slide, link: str) -> None:
    """Draw the square code of the view, where telephones reach it, and write its address, a link too."""
    if scanned(link):
        said = f"Code à photographier, qui ouvre\u202f: {link}"
        picture = slide.shapes.add_picture(io.BytesIO(qr_png(link)), *CODE.sides())
        picture.name = "Code de la vue"
        picture._element.nvPicPr.cNvPr.set("descr", plain(said))  # noqa: SLF001 - no public way
    shape = words(slide, Box(0.62, 5.85, 12.1, 0.5), [Line(link)], "Adresse de la vue")
    shape.text_frame.paragraphs[0].runs[0].hyperlink.address = link
