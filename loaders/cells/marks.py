"""Note marks beside a number or a word: told apart from it, with the meaning that the reference table gives.

« 8,4 (p) », « 8,4 p », « 8,4ᵖ » are 8.4, provisional; « 8,4¹ », « 8,4 (1) », « 8,4* » are 8.4 with a note of
the source to go and read. A power of a unit (« hab/km² ») is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from loaders.file.richtext import LOWERED, RAISED, level
from loaders.naming import collapse

Meanings = Mapping[str, str]

_SMALL = f"[{RAISED}{LOWERED}]"
_RAISED_DIGITS = "[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+"
_BRACKETS = r"\([^()\[\]]{1,24}\)|\[[^()\[\]]{1,24}\]"
_STARS = r"[*†‡§]{1,3}"
_LAST = re.compile(
    rf"(?P<rest>.*?) ?(?P<mark>{_SMALL}(?:{_SMALL}| (?={_SMALL}))*|{_STARS}|{_BRACKETS})", re.DOTALL
)
_BEFORE_UNIT = re.compile(rf"([0-9]) ?({_BRACKETS}) ?([%‰€][^()]*)$")
_FIRST = re.compile(rf"(?P<mark>{_SMALL}+|{_STARS}|{_BRACKETS}) ?(?P<rest>[-+−–]? ?[0-9].*)", re.DOTALL)
# What may be squared or cubed: a length, a letter (R²), ten.
_RAISABLE = re.compile(r"(?:^|[^\w,.])(?:[kcdhmµ]?m|dam|[^\W\d_]|10)$", re.IGNORECASE)
_POWERS = "²³⁻"
_DIGIT_MARK = re.compile(rf" ?{_RAISED_DIGITS}(?: {_RAISED_DIGITS})*")
# A raised letter that ends a word on its own is a mark; « 2ᵉ », « Mᵐᵉ », « nᵒ » are spelling.
_LETTER_MARK = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[)\].%])) ?[ᵃᵇᶜᵈᵉᵖʳ]$")
_HEADER_MARK = re.compile(
    rf" ?(?:\([0-9a-z*]{{1,2}}\)|\[[0-9a-z*]{{1,2}}\]|{_STARS}|{_SMALL}+)$", re.IGNORECASE
)
_REFERENCE = re.compile(r"[0-9]{1,2}|[a-z]|[*†‡§]{1,3}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and what each mark means (« provisoire », « renvoi 1 de la source »)."""

    text: str
    notes: tuple[str, ...] = ()


def unmarked(text: str, meanings: Meanings, absences: Container[str] = ()) -> Marked:
    """Take away the marks around a number, last one first; a bracket that holds no mark is left where it is.

    `absences` are the signs that say that there is no number: beside one, they contradict it and stay.
    """
    plain = _BEFORE_UNIT.sub(r"\1 \3 \2", collapse(text))
    notes: tuple[str, ...] = ()
    while (found := _LAST.fullmatch(plain) or _FIRST.fullmatch(plain)) and found["rest"]:
        own = _notes(found["mark"], meanings, absences)
        if not own or _is_power(found["rest"], found["mark"]):
            break
        plain, notes = found["rest"].strip(), (*own, *notes)
    return Marked(plain, notes)


def is_only_a_mark(text: str) -> bool:
    """True for a cell that holds a raised mark and no word: « ¹ »."""
    return re.fullmatch(rf"{_SMALL}+", text) is not None


def meaning(mark: str, meanings: Meanings) -> str:
    """The meaning of a mark written in letters (« p », « prov. »); "" when it is not one."""
    return meanings.get(level(mark).strip(" .").casefold(), "")


def without_marks(text: str) -> str:
    """A label without the note marks glued to its words: « Taux de chômage¹ », « Source² : Insee »."""

    def kept(mark: re.Match[str]) -> str:
        return mark[0][:1] if _is_power(text[: mark.start()], mark[0]) else ""

    return _LETTER_MARK.sub("", _DIGIT_MARK.sub(kept, text))


def header(text: str) -> str:
    """A title without the reference to a note at its end: « Grand Est (1) », « Année² », « Corse* »."""
    plain = collapse(text)
    while (shorter := _HEADER_MARK.sub("", plain)) != plain and shorter:
        plain = shorter
    return plain


def _notes(mark: str, meanings: Meanings, absences: Container[str]) -> tuple[str, ...]:
    """What the marks between brackets, raised or starred mean; nothing when one of them is no mark."""
    tokens = [
        token for token in re.split(r"[;/ ]|, ", level(mark).strip("()[]").casefold()) if token.strip("()[] ")
    ]
    found = []
    for token in tokens:
        bare = token.strip("()[] .,")
        note = meanings.get(bare, "")
        if not note and ((bare.isalpha() and bare in absences) or not _REFERENCE.fullmatch(bare)):
            return ()
        found.append(note or f"renvoi {bare} de la source")
    return tuple(found)


def _is_power(before: str, mark: str) -> bool:
    return mark[:1] in _POWERS and _RAISABLE.search(before) is not None
