"""No document is lost to one sign: everything that a workbook writes carries signs that our fonts lack."""

from __future__ import annotations

import io
from functools import cache

import pytest
from pptx import Presentation
from pypdf import PdfReader

from exports.commands import DOCUMENTS, Document
from exports.drawn_words import drawn_words
from exports.picture import png, svg
from exports.stamp import stamp
from indicators.results import REFERENCE, Results
from loaders.checks.signs import MOST
from loaders.edition import load
from loaders.store import Store
from tests.exports.test_picture import bars
from tests.loaders.books import to_bytes, whole
from wording.letters import replaced

LINK = "https://observatoire.example/mon-territoire?region=94"
ODD, DRAWN = "⚠日\u202e①\u00ad\ue000🇫🇷", "□(1)□"
# The columns whose text is free; the others hold codes, numbers, dates.
FREE = {
    "DONNEES", "DIMENSION", "CRITERES", "INDICATEURS", "SOURCES", "Enquête", "Périmètre de l’enquête",
    "Détail", "Base", "Source", "Remarque", "Nom", "Description", "Domaine (libellé publié)", "Libellé",
    "Libellé court", "Axe", "Référence", "Éditeur",
}  # fmt: skip


@cache
def odd() -> Results:
    """The published workbook, each of its free texts followed by odd signs, under an odd name."""
    book = whole()
    for name, sheet in book.items():
        header = 4 if name == "Données territoriales" else 1
        free = {column for (row, column), (text, _) in sheet.cells.items() if row == header and text in FREE}
        for (row, column), (text, form) in list(sheet.cells.items()):
            if row > header and column in free and isinstance(text, str):
                sheet.set(row, column, f"{text} {ODD}", form)
    return Results(Store.in_memory(load(to_bytes(book), f"classeur {ODD}.xlsx")))


@pytest.mark.parametrize("one", DOCUMENTS, ids=lambda one: f"{one.command}-{one.extension}")
def test_every_document_is_made(one: Document) -> None:
    made = one.make(odd(), "94", LINK, REFERENCE)
    if one.extension == "pdf":
        said = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
        assert DRAWN in said
        assert replaced(said) == {}
    elif one.extension == "html":
        # A browser has letters of its own: the words stay as they are written.
        assert ODD in made.decode()
    else:
        shapes = [shape for slide in Presentation(io.BytesIO(made)).slides for shape in slide.shapes]
        assert any(shape.has_text_frame and "⚠" in shape.text_frame.text for shape in shapes)


def test_a_picture_is_made_and_says_its_words_in_our_letters() -> None:
    about = stamp(odd().edition(), f"Titre {ODD} ＜b＞", subtitle=ODD, source=ODD, link=LINK)
    drawing = svg(bars(f"Bretagne {ODD}"), about, width=600)
    assert replaced(drawing) == {}
    assert "&lt;b&gt;" in drawing
    assert f"Bretagne {DRAWN}" in drawing
    assert png(bars(f"Bretagne {ODD}"), about, width=600).startswith(b"\x89PNG")


def test_two_names_that_differ_by_a_missing_sign_stay_two() -> None:
    names = ["Taux", "Taux ★", "Taux ☆", "Taux □"]
    drawn = drawn_words({"sort": names, "data": [{"name": name, "Taux ★": 1} for name in names]})
    assert len(set(drawn["sort"])) == 4
    assert [row["name"] for row in drawn["data"]] == drawn["sort"]
    assert drawn["sort"][1] in drawn["data"][0]
    assert [name.rstrip("\u00a0") for name in drawn["sort"]] == ["Taux", "Taux □", "Taux □", "Taux □"]


def test_the_check_names_cells_signs_and_file() -> None:
    rows = odd().store.rows(
        "SELECT sheet, cell, level, message FROM clean.finding WHERE kind = 'signe_absent_des_lettres'"
    )
    assert {level for _, _, level, _ in rows} == {"info"}
    told = [message for sheet, cell, _, message in rows if sheet == "Données territoriales" and cell]
    assert len(told) == MOST
    assert "(U+26A0 U+65E5 U+202E U+2460 …), remplacé par " in told[0]
    assert "□(1)□" in told[0]
    assert ["Nom du fichier" in message for sheet, _, _, message in rows if not sheet] == [True]
    rest = [message for sheet, cell, _, message in rows if sheet and not cell]
    assert all(message.startswith("De même pour ") for message in rest)
    assert rest
