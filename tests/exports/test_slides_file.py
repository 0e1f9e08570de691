"""The file of the slides: native charts, French, legible, the same bytes each time, nothing that runs."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Pt

from exports.slides import theme
from exports.slides.bars import Bars, bars
from exports.slides.deck import make
from exports.slides.slide import Deck
from exports.slides.words import plain
from exports.stamp import Stamp
from indicators.results import Results
from loaders.store import Store
from tests import made as by_hand
from tests.exports.slides_read import LINK, bytes_of, frames, opened, sheet, spoken, titles, words
from wording.mentions import FICTIONAL, INVENTED, MENTION

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
REGIONS = {"published": "94", "invented": "93"}
FORMULA = '=HYPERLINK("http://x.example")'
HOSTILE = "<b>@x</b> &amp; ]]> =1+1"
SMALL = {"Source, édition et mention", "Numéro", "Citation"}


@pytest.fixture(scope="module", params=["published", "invented"])
def made(request: pytest.FixtureRequest) -> Any:
    return opened(request.getfixturevalue(request.param), REGIONS[request.param])


def test_ten_to_twelve_slides_each_with_its_finding(made: Any) -> None:
    assert 10 <= len(made.slides) <= 12
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, rel=1e-3)
    assert all(titles(made))
    assert len(set(titles(made))) >= len(made.slides) - 1
    first, *others = map(len, titles(made))
    assert max(others) < 180
    # The cover names three domains with what measures each: it is written smaller when that is long.
    assert first < 240


def test_what_the_room_reads_is_large_enough(made: Any) -> None:
    for slide in made.slides:
        for shape in slide.shapes:
            sizes = [run.font.size for run in _runs(shape)]
            assert shape.name in SMALL or all(size >= Pt(18) for size in sizes)
        for frame in (shape for shape in slide.shapes if shape.has_chart):
            sizes = [
                int(font.get("sz")) for font in frame.chart._chartSpace.iter(f"{A}defRPr") if font.get("sz")
            ]
            assert sizes
            assert min(sizes) >= 1800


def test_nothing_leaves_the_slide(made: Any) -> None:
    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height


def test_each_slide_says_source_edition_and_mention(made: Any) -> None:
    """The study's own mention, or that no study is the source of invented data."""
    mention = INVENTED if FICTIONAL in words(made.slides[0]) else MENTION
    for slide in made.slides:
        assert mention in words(slide)
        assert "empreinte\u00a0" in words(slide)
        assert mention in spoken(slide)


def test_invented_data_say_so_on_each_slide(published: Results, invented: Results) -> None:
    assert all(FICTIONAL in words(slide) for slide in opened(invented, "93").slides)
    assert all(FICTIONAL in spoken(slide) for slide in opened(invented, "93").slides)
    assert not any(FICTIONAL in words(slide) for slide in opened(published, "94").slides)


def test_charts_are_native_described_and_can_be_edited(made: Any) -> None:
    found = frames(made)
    assert len(found) >= 7
    for name, frame in found.items():
        properties = frame._element.nvGraphicFramePr.cNvPr
        assert len(properties.get("descr")) > 40, name
        numbers = [cell for row in sheet(frame)[1:] for cell in row if isinstance(cell, int | float)]
        assert numbers
        assert frame.chart._chartSpace.find(f"{C}lang").get("val") == "fr-FR"


def test_pictures_and_map_have_words(made: Any) -> None:
    slides = list(made.slides)
    described = [
        element.get("descr")
        for slide in (slides[0], slides[-1])
        for element in slide.element.iter()
        if element.get("descr")
    ]
    assert any(text.startswith("Carte des régions\u202f: ") for text in described)
    assert any(LINK in text for text in described)


def test_every_text_is_french(made: Any) -> None:
    for slide in made.slides:
        for element in (slide.element, slide.notes_slide.element):
            languages = {run.find(f"{A}rPr").get("lang") for run in element.iter(f"{A}r")}
            assert languages == {"fr-FR"}
    assert not [text for text in made.slide_master.element.iter(f"{A}t") if "Click" in text.text]


def test_the_same_data_give_the_same_bytes(published: Results) -> None:
    assert make(published, "32", LINK) == bytes_of(published, "32")


def test_the_parts_are_well_formed_and_nothing_runs(published: Results) -> None:
    with zipfile.ZipFile(io.BytesIO(bytes_of(published, "32"))) as file:
        names = file.namelist()
        for name in names:
            if name.endswith((".xml", ".rels")):
                parse_xml(file.read(name))
    assert len(names) == len(set(names))
    assert not [name for name in names if "vba" in name.lower() or name.endswith(".jpeg")]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "{=1}", "https://x.example", "internal:A1", "’=1", " =1", "|x"]
)
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    assert plain(text).startswith("’")


@pytest.mark.parametrize(
    "text", ["Emploi", "Île-de-France", "▶ Corse", "4G", "«\u00a0Emploi\u00a0»", "(non publié)", ""]
)
def test_a_plain_text_stays(text: str) -> None:
    assert plain(text) == text


def test_hostile_words_stay_words() -> None:
    """Even the names of the reference tables, which nobody sends us."""
    numbers: dict[str, dict[str, object]] = {"a": {"FR": 6, "11": 4, "24": 6, "27": 9}, "b": {"27": None}}
    rows = [by_hand.indicator("a", "emploi", 5), by_hand.indicator("b", None, 6, label=HOSTILE)]
    edition = by_hand.edition(numbers, rows)
    hostile = replace(
        edition,
        file_name="=1+1 ]]><x>.xlsx",
        regions=tuple(
            replace(one, name=name)
            for one, name in zip(edition.regions, ("Une", "Deux", FORMULA), strict=True)
        ),
    )
    made = Presentation(io.BytesIO(make(Results(Store.in_memory(hostile)), "27", LINK)))
    said = [words(slide) + spoken(slide) for slide in made.slides]
    assert any(FORMULA in text for text in said)
    assert any(HOSTILE in text for text in said)
    assert "=1+1 ]]><x>.xlsx" in said[0]


def test_the_sheet_behind_a_chart_holds_no_formula() -> None:
    slide = Deck(Stamp("Titre")).add("Titre", [])
    drawn = [Bars(FORMULA, "#0c447e", (1.5, None, 0))]
    names = [FORMULA, "http://x.example", "\x07Corse"]
    bars(slide, theme.MAIN, names, drawn, numbers="0", name=FORMULA, alternative=HOSTILE)
    frame = next(shape for shape in slide.shapes if shape.has_chart)
    assert sheet(frame) == [
        [None, f"’{FORMULA}"],
        [f"’{FORMULA}", 1.5],
        ["’http://x.example", None],
        ["’ Corse", 0],
    ]


def _runs(shape: Any) -> list[Any]:
    if shape.has_table:
        cells = [cell.text_frame for row in shape.table.rows for cell in row.cells]
    else:
        cells = [shape.text_frame] if shape.has_text_frame else []
    return [run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs]
