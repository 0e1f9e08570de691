"""How wide texts are, against FreeType; and the lines they are cut in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from wording.lettering import breadth, lines
from wording.letters import FONTS


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["Taux de chômage des personnes actives", "1ʳᵉ : 10,8\u202f%", "AVANT, TÔT"])
def test_a_text_is_as_wide_as_its_letters_or_a_little_less(text: str, bold: bool) -> None:
    """FreeType counts the kerning, which pulls letters together."""
    font = ImageFont.truetype(FONTS / f"SourceSans3-{'Bold' if bold else 'Regular'}.ttf", 1000)
    assert font.getlength(text) <= breadth(text, 1000, bold=bold) <= font.getlength(text) * 1.07


def test_a_sign_that_no_font_has_is_as_wide_as_what_is_drawn_for_it() -> None:
    assert breadth("日本", 20) == breadth("□", 20) > 0
    assert breadth("pre\u00advu", 20) == breadth("prevu", 20)


@given(st.text(max_size=200), st.integers(40, 600))
def test_no_line_is_wider_than_its_room_and_nothing_is_lost(words: str, room: int) -> None:
    cut = lines(words, room, 20)
    assert all(breadth(line, 20) <= room or len(line) == 1 for line in cut)
    kept = "".join(cut).replace(" ", "")
    assert kept == "".join(character for character in words if character not in " \t\r\n")


def test_a_word_is_cut_at_its_hyphens_when_no_line_holds_it_only() -> None:
    room = breadth("Provence-Alpes-", 20)
    assert lines("En Provence-Alpes-Côte", room, 20) == ["En", "Provence-Alpes-", "Côte"]
    assert lines("Aide en Île-de-France", room, 20) == ["Aide en", "Île-de-France"]
    room = breadth("dix\u00a0mots", 20)
    assert lines("deux\u202f: dix\u00a0mots", room, 20) == ["deux\u202f:", "dix\u00a0mots"]
