"""Signs that our fonts lack: what is drawn instead, and what is said of it."""

from __future__ import annotations

import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from loaders.tables import read_tables
from tests.rules import tree
from wording.letters import FONTS, SQUARE, drawable, letters, replaced

# The rooms whose words are drawn.
DRAWN = ("charts/", "exports/", "indicators/", "readings/")


def test_a_letter_is_one_that_every_font_has() -> None:
    fonts = [TTFont(path).getBestCmap() for path in FONTS.glob("*.ttf")]
    assert len(fonts) == 4
    assert all(ord(sign) in font for font in fonts for sign in letters() - set("\t\n\r"))
    assert SQUARE in letters()
    assert max(letters()) < "\U00010000"


@pytest.mark.parametrize(
    "text",
    [
        "Taux de chômage",
        "8,4\u202f% ≥ 5\u00a0000\u00a0€",
        "« l’œuvre »",
        "CO₂, m², 10⁶",
        "½ ‰ → ✓ ✔ • ■",
        "x\u0301",
    ],
)
def test_what_the_fonts_have_is_drawn_as_it_is(text: str) -> None:
    assert drawable(text) == text
    assert replaced(text) == {}


@pytest.mark.parametrize(
    ("text", "drawn", "said"),
    [
        ("Taux ⚠ rupture", "Taux □ rupture", {"⚠": "□"}),
        ("🏠 logement", "□ logement", {"🏠": "□"}),
        # A run is one square: a word, a flag, a family of four faces.
        ("日本語 et ★☆", "□ et □", {"日本語": "□", "★☆": "□"}),
        ("🇫🇷 France", "□ France", {"🇫🇷": "□"}),
        ("👨\u200d👩\u200d👧\u200d👦", "□", {"👨\u200d👩\u200d👧\u200d👦": "□"}),
        ("نص", "□", {"نص": "□"}),
        # A close writing, where it says the same.
        ("12 ℃, 50 ㎡", "12 °C, 50 m²", {"℃": "°C", "㎡": "m²"}),
        ("２０１９", "2019", {"２０１９": "2019"}),
        ("𝐆𝐫𝐚𝐬", "Gras", {"𝐆𝐫𝐚𝐬": "Gras"}),
        # A number in a circle never joins the figure before it.
        ("100①", "100(1)", {"①": "(1)"}),
        # What nobody sees is left out.
        ("cho\u00admage", "chomage", {"\u00ad": ""}),
        ("a\u202eb\u200bc\ufeff", "abc", {"\u202e": "", "\u200b": "", "\ufeff": ""}),
        ("❤\ufe0f", "❤", {"\ufe0f": ""}),
        ("1\ufe0f\u20e3", "1", {"\ufe0f\u20e3": ""}),
        ("a\x07b", "ab", {"\x07": ""}),
        # No sign at all: private, never assigned, half of a pair, not a character.
        ("\ue000", "□", {"\ue000": "□"}),
        ("\u0378", "□", {"\u0378": "□"}),
        ("\ud83d", "□", {"\ud83d": "□"}),
        ("\uffff", "□", {"\uffff": "□"}),
    ],
)
def test_what_the_fonts_lack_is_replaced_and_said(text: str, drawn: str, said: dict[str, str]) -> None:
    assert drawable(text) == drawn
    assert replaced(text) == said


def test_an_accent_beside_its_letter_and_a_rare_space_are_not_told() -> None:
    assert drawable("chômage\u2003élevé\u2028") == "chômage élevé "
    assert replaced("chômage\u2003élevé\u2028") == {}


@given(st.text(max_size=60))
def test_any_text_can_be_drawn(text: str) -> None:
    drawn = drawable(text)
    assert letters().issuperset(drawn)
    assert drawable(drawn) == drawn
    plain = unicodedata.normalize("NFC", text)
    assert bool(replaced(text)) == any(not sign.isspace() and sign not in letters() for sign in plain)


def test_the_words_of_the_house_are_all_drawn_as_they_are() -> None:
    # What surveys may hold, ticks included, is read and never drawn.
    tables = {name: rows for name, rows in read_tables().rows.items() if name != "survey_words"}
    cells = [cell for rows in tables.values() for row in rows for cell in row.values()]
    assert len(cells) > 500
    ours = {path: text for path, text in tree.written().items() if path.startswith(DRAWN)}
    assert len(ours) > 200
    assert {sign for cell in cells for sign in replaced(cell)} == set()
    assert {path: replaced(text) for path, text in ours.items() if replaced(text)} == {}
