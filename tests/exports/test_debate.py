"""The fiche-débat to hand out: one page of paper, or one web page, with the sentences of the house."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pypdf
import pytest

from exports.debate import make_html, make_pdf
from exports.debate.content import NOTES, READING, REOPEN
from indicators.method import Method
from indicators.normalisation import Normalisation
from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from readings.debate.debate import debate
from readings.debate.point import MOST, Debate
from readings.phrases.conventions import convention
from tests import opened
from tests.boring import REGIONS, WORKBOOK
from wording import mentions

LINK = "https://observatoire.example/mon-territoire?region=32&acteur=maires"
HOSTILE = "<script>alert(1)</script> #panic() *gras* [lien](x) $x$"


class Page(HTMLParser):
    """The tags of a page, its attributes and its words."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return squeezed(" ".join(self.words))


@pytest.fixture(scope="module")
def results() -> Results:
    return opened.published()


@pytest.fixture(scope="module")
def invented() -> Iterator[Results]:
    """The published figures under a name that says they are not."""
    store = Store.in_memory(replace(load(WORKBOOK), fictional=True))
    yield Results(store)
    store.close()


@pytest.fixture(scope="module")
def hostile() -> Iterator[Results]:
    """An edition whose names are attacks: they can only come from its workbook."""
    edition = load(WORKBOOK)
    store = Store.in_memory(
        replace(
            edition,
            file_name=f"{HOSTILE}.xlsx",
            regions=tuple(
                replace(region, name=f"{HOSTILE} {region.position}", name_in=HOSTILE)
                for region in edition.regions
            ),
            domains=tuple(
                replace(domain, short_label=f"{HOSTILE} {domain.position}") for domain in edition.domains
            ),
            indicators=tuple(replace(item, label=HOSTILE * 3) for item in edition.indicators),
        )
    )
    yield Results(store)
    store.close()


def squeezed(text: str) -> str:
    """Without any space: paper breaks lines where it wants."""
    return re.sub(r"\s+", "", text)


@cache
def read(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def paper(data: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in read(data).pages))


HEADINGS = {
    "53": (
        "Trois chiffres marquants",
        "Un écart établi entre ressenti et mesures",
        "Trois questions ouvertes",
    ),
    "76": (
        "Trois chiffres marquants",
        "Aucun sens d’écart établi entre ressenti et mesures",
        "Trois questions ouvertes",
    ),
    "84": (
        "Trois chiffres marquants",
        "Trois écarts établis entre ressenti et mesures",
        "Trois questions ouvertes",
    ),
}


def sentences(found: Debate) -> list[str]:
    points = [*found.facts, *found.gaps, *found.questions]
    told = [text for point in points for text in (point.text, point.detail)]
    notes = [found.facts_note, found.gaps_note, found.questions_note]
    return [found.name, found.overall, *told, *(note for note in notes if note)]


def notices(results: Results) -> tuple[str, str]:
    """What is read by convention, and the programmes whose names stand beside the figures."""
    return convention(results.vocabulary()), mentions.PROGRAMMES


@pytest.mark.parametrize("region", HEADINGS)
def test_paper_holds_the_sentences_on_one_page(results: Results, region: str) -> None:
    made = make_pdf(results, region, LINK)
    assert len(read(made).pages) == 1
    text = paper(made)
    for sentence in [
        *HEADINGS[region],
        *sentences(debate(results, region)),
        mentions.MENTION,
        LINK,
        NOTES,
        *READING,
        *notices(results),
    ]:
        assert squeezed(sentence) in text


@pytest.mark.parametrize("edition", [opened.published, opened.large])
def test_every_region_has_its_page_however_many_points_and_whatever_is_left_out(
    edition: Callable[[], Results],
) -> None:
    full = 0
    for region in REGIONS:
        made = make_pdf(edition(), region, LINK)
        found = debate(edition(), region)
        assert len(read(made).pages) == 1
        text = paper(made)
        assert all(squeezed(sentence) in text for sentence in sentences(found))
        full += bool(len(found.gaps) == MOST and found.gaps_note)
    # Three points, and a note of how many they are: it stands under them.
    assert full


def test_paper_is_tagged_in_french_and_the_same_every_time(results: Results) -> None:
    made = make_pdf(results, "32", LINK)
    root: Any = read(made).trailer["/Root"]
    about: Any = read(made).metadata
    assert root["/Lang"].startswith("fr")
    assert root["/MarkInfo"]["/Marked"]
    assert "Hauts-de-France" in about["/Title"]
    assert made == make_pdf(results, "32", LINK)


def test_invented_data_say_so_on_paper_and_on_the_web(invented: Results) -> None:
    made = make_pdf(invented, "93", LINK)
    assert len(read(made).pages) == 1
    assert squeezed(mentions.FICTIONAL) in paper(made)
    page = Page(make_html(invented, "93", LINK))
    assert page.text.count(squeezed(mentions.NOT_MEASURED)) == 1


def test_real_data_do_not(results: Results) -> None:
    assert squeezed(mentions.FICTIONAL) not in Page(make_html(results, "32", LINK)).text


@pytest.mark.parametrize("region", HEADINGS)
def test_the_web_page_holds_the_same_sentences(results: Results, region: str) -> None:
    text = Page(make_html(results, region, LINK)).text
    said = [*HEADINGS[region], *sentences(debate(results, region)), mentions.MENTION, *READING]
    for sentence in [*said, *notices(results)]:
        assert squeezed(sentence) in text


def test_the_web_page_reads_well_aloud(results: Results) -> None:
    made = make_html(results, "93", LINK)
    page = Page(made)
    assert ("lang", "fr") in page.attributes
    assert page.tags.count("h1") == page.tags.count("main") == page.tags.count("header") == 1
    assert page.tags.count("h2") == 4
    assert page.tags.count("ol") == 3
    assert page.tags.count("li") == 9
    assert made == make_html(results, "93", LINK)


def test_the_web_page_asks_nothing_of_anyone(results: Results) -> None:
    made = make_html(results, "93", LINK)
    page = Page(made)
    assert not {"script", "img", "iframe", "form"} & set(page.tags)
    # An icon of nothing: a browser asks the server for one otherwise.
    assert re.findall(r"<link\b[^>]*>", made.decode()) == ['<link rel="icon" href="data:,">']
    assert [value for name, value in page.attributes if name in {"src", "href"}] == ["data:,", LINK]
    assert b"@import" not in make_html(results, "93", LINK)
    assert b"url(" not in make_html(results, "93", LINK)


@pytest.mark.parametrize("link", ["", "javascript:alert(1)"])
def test_an_address_that_is_none_is_left_out(results: Results, link: str) -> None:
    page = Page(make_html(results, "32", link))
    assert "a" not in page.tags
    assert squeezed(REOPEN) not in page.text


def test_paper_without_an_address_has_no_square_code(results: Results) -> None:
    assert "Code carré" not in repr(make_pdf(results, "32", ""))
    assert len(read(make_pdf(results, "32", "")).pages) == 1


def test_names_of_the_workbook_stay_names(hostile: Results) -> None:
    made = make_pdf(hostile, "32", LINK)
    assert len(read(made).pages) == 1
    assert squeezed("#panic() *gras* [lien](x) $x$") in paper(made)
    page = Page(make_html(hostile, "32", LINK))
    assert "script" not in page.tags
    assert squeezed(HOSTILE) in page.text


def test_another_method_is_said(results: Results) -> None:
    method = Method(normalisation=Normalisation.MINMAX)
    said = squeezed("Méthode de calcul modifiée")
    assert said in paper(make_pdf(results, "32", LINK, method))
    assert said in Page(make_html(results, "32", LINK, method)).text
    assert said not in Page(make_html(results, "32", LINK)).text
    facts = debate(results, "32", method).facts
    assert [point.cells for point in facts] != [point.cells for point in debate(results, "32").facts]
