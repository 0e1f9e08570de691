"""The words of what is taken away: report, slides, debate sheets, and the findings of the command."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any
from unittest.mock import patch

from pptx import Presentation

from exports import paper
from exports.debate import make_html, make_pdf
from exports.report import document, drawings
from exports.slides import deck
from indicators.facts_all import facts
from indicators.results import Results
from readings.phrases.facts import facts_table
from tests.exports import slides_read
from tests.sentences.said import Place, Said

LINK = "https://observatoire.example/mon-territoire"
REPORT, SLIDES, PAPER, WEB, FINDINGS = "rapport", "diapositives", "fiche-papier", "fiche-web", "constats"
BY_REGION = (REPORT, SLIDES, PAPER, WEB)
# What the templates read as names, not as words; and titles that are printed as they were published.
_CODES = {"code", "link", "cells", "region", "references"}
# Content between brackets, without code: the words that a template writes itself.
_WRITTEN = re.compile(r"\[([^\[\]{}]{3,})\]")
_CODE = re.compile(r"#[\w.]+(?:\([^)]*\))?")
_MARKUP = re.compile(r"\*([^*]+)\*")


class _Web(HTMLParser):
    """The words of a page, one paragraph each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = tag == "style"

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._silent:
            self.texts.append(" ".join(data.split()) if "\n" in data else data)


def places(data: str, regions: list[str]) -> list[Place]:
    """Return every document of a workbook."""
    made = [Place(data, kind, (("region", region),)) for region in regions for kind in BY_REGION]
    return [*made, Place(data, FINDINGS)]


def read(place: Place, results: Results) -> list[Said]:
    """Return everything that a document says."""
    region = place.get("region")
    match place.page:
        case "constats":
            sentences = facts_table(results.store, facts(results.store))["sentence"]
            return [Said(str(text), "texte", place) for text in sentences]
        case "fiche-web":
            return [
                Said(text, "texte", place) for text in _Web(make_html(results, region, LINK).decode()).texts
            ]
        case "diapositives":
            return list(_slides(Presentation(io.BytesIO(deck.make(results, region, LINK))), place))
        case _:
            return list(_paper(place, results))


def _paper(place: Place, results: Results) -> Iterator[Said]:
    """Read what the template is given, and the words it adds: a PDF no longer says where a line ends."""
    given: list[Any] = []

    def kept(template: str, data: Any, files: Any) -> bytes:
        given.extend([template, json.loads(json.dumps(data))])
        return b""

    make = document.make if place.page == REPORT else make_pdf
    # The drawings take most of the time; their alternatives are among the words that are given.
    with patch.object(paper, "pdf", kept), patch.object(drawings, "files", lambda made: {}):
        make(results, place.get("region"), LINK)
    template, data = given
    yield from _data(data, place)
    yield from (Said(text, "texte", place) for text in written(template))


def written(template: str) -> Iterator[str]:
    """Yield the words that a template of paper writes by itself."""
    source = (paper.TEMPLATES / template).read_text(encoding="utf-8")
    for block in _WRITTEN.findall(source):
        text = _MARKUP.sub(r"\1", _CODE.sub("X", block)).strip()
        if " " in text and re.search(r"[a-zà-ÿ]{3}", text):
            yield text


def _data(node: Any, place: Place) -> Iterator[Said]:
    if isinstance(node, dict) and {"heads", "rows"} <= set(node):
        yield from (Said(str(head), "entete", place) for head in node["heads"] if head)
        for cells in node["rows"]:
            yield from _row(node["heads"], map(str, cells), place)
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _data("" if name in _CODES else value, place)
    elif isinstance(node, list):
        for value in node:
            yield from _data(value, place)
    elif isinstance(node, str) and node:
        yield Said(node, "texte", place)


def _row(heads: Iterable[str], cells: Iterable[str], place: Place) -> Iterator[Said]:
    row = tuple(zip(map(str, heads), cells, strict=False))
    yield from (Said(cell, "cellule", place, row) for _, cell in row if cell)


def _slides(made: Any, place: Place) -> Iterator[Said]:
    for slide in made.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                for paragraph in shape.text_frame.paragraphs:
                    text = "".join(run.text for run in paragraph.runs)
                    if text:
                        yield Said(text, "texte", place)
            alternative = shape._element.xpath(".//p:cNvPr/@descr")
            yield from (Said(text, "alternative", place) for text in alternative if text)
        for heads, *rows in slides_read.tables(slide):
            for cells in rows:
                yield from _row(heads, cells, place)
        yield from (Said(text, "texte", place) for text in slides_read.spoken(slide).splitlines() if text)
