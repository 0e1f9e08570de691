"""Texts whose letters are not all alike: what is raised is a note mark, what is struck out is not there.

A spreadsheet keeps « 8,4 » and its note mark « ¹ » as the text « 8,41 » in two pieces. Flattened, the mark is
a digit. Here it becomes the Unicode letter that looks the same (« 8,4¹ »): what an analyst sees is what is
kept, and a mark typed as « ¹ » or raised by a format is one and the same thing to all that follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from loaders.file.contents import MAIN

Height = Literal["", "superscript", "subscript"]

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
_LEVEL_RAISED = "0123456789+-=()abcdefghijklmnoprstuvwxyz"
_LEVEL_LOWERED = "0123456789+-=()aehijklmnoprstuvx"
# Already raised, or the same in both places; a comma between two marks is a space between them.
_AS_THEY_ARE = {sign: sign for sign in "*†‡§ \u00a0\u202fº°" + RAISED + LOWERED} | {",": " ", ";": " "}
_UP = dict(zip(_LEVEL_RAISED, RAISED, strict=True)) | _AS_THEY_ARE
_DOWN = dict(zip(_LEVEL_LOWERED, LOWERED, strict=True)) | _AS_THEY_ARE
_LEVEL = str.maketrans(RAISED + LOWERED, _LEVEL_RAISED + _LEVEL_LOWERED)


def level(text: str) -> str:
    """The text with its raised and lowered letters put back on the line: « (ᵖ) » gives « (p) »."""
    return text.translate(_LEVEL)


@dataclass(frozen=True, slots=True)
class Look:
    """What a font says of its letters that changes their meaning."""

    height: Height = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters of a text; `look` is None when they look as the rest of the cell."""

    text: str
    look: Look | None


@dataclass(frozen=True, slots=True)
class Written:
    """A text as read: `text` with its marks raised or lowered, `struck` what is crossed out.

    `look` is that of the whole: raised when all of it is, struck when nothing else is left.
    """

    text: str
    struck: str
    look: Look


PLAIN = Look()


def look(font: Element | None) -> Look:
    """Read the font of a cell or of a piece of text; nothing said is an ordinary letter."""
    if font is None:
        return PLAIN
    align, strike = font.find(f"{MAIN}vertAlign"), font.find(f"{MAIN}strike")
    height: dict[str, Height] = {"superscript": "superscript", "subscript": "subscript"}
    return Look(
        "" if align is None else height.get(align.get("val", ""), ""),
        strike is not None and strike.get("val", "1") not in {"0", "false"},
    )


def pieces(node: Element) -> tuple[Piece, ...]:
    """The pieces of a text element (`si` or `is`); phonetic hints are nobody's text."""
    found = []
    for child in node:
        if child.tag == f"{MAIN}t":
            found.append(Piece(_text(child), None))
        elif child.tag == f"{MAIN}r":
            font = child.find(f"{MAIN}rPr")
            text = "".join(_text(part) for part in child.iterfind(f"{MAIN}t"))
            found.append(Piece(text, None if font is None else look(font)))
    return tuple(found)


def written(texts: tuple[Piece, ...], cell: Look) -> Written:
    """Put the pieces together under the look of their cell.

    A text that is raised as a whole keeps its ordinary letters: nothing says what it would be the mark of.
    """
    seen = [(piece.text, piece.look or cell) for piece in texts if piece.text]
    kept = [(text, own) for text, own in seen if not own.struck]
    struck = "".join(text for text, own in seen if own.struck)
    heights = {own.height for text, own in kept if text.strip()}
    if len(heights) == 1:
        return Written("".join(text for text, _ in kept), struck, Look(heights.pop(), not kept))
    text = "".join(_moved(text, own.height) for text, own in kept)
    return Written(text, struck, Look("", bool(struck) and not text))


def _moved(text: str, height: Height) -> str:
    if not height:
        return text
    letters = [(_UP if height == "superscript" else _DOWN).get(letter) for letter in text]
    # A few letters have no raised form: the mark is then told from the word by brackets.
    return f" ({text.strip()})" if None in letters else "".join(letter or "" for letter in letters)


def _text(element: Element) -> str:
    return (element.text or "").replace("x005F_", "")
