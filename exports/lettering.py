"""How wide a text is, about, so that it is cut in lines before anything draws it."""

import re

# Shares of the size of the letter, in Source Sans 3; a little more than measured, so that no line overflows.
_NARROW, _WIDE, _CAPITAL, _OTHER, _THIN = 0.3, 0.85, 0.62, 0.52, 0.2
_NARROW_LETTERS = frozenset("ijltfrI.,:;'’|!()[]-·/ \u00a0")
_WIDE_LETTERS = frozenset("mwMW%@œŒæÆ—")
_SPACES = re.compile(r"[ \t\r\n]+")


def breadth(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text is, in the unit of `size`; bold letters are one twentieth wider."""
    shares = sum(_share(letter) for letter in text)
    return shares * size * (1.05 if bold else 1)


def lines(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Cut a text in lines of at most `room`; no-break spaces hold, a word longer than a line is cut."""
    found: list[str] = []
    for word in _SPACES.split(text.strip(" \t\r\n")):
        tried = f"{found[-1]} {word}" if found else word
        if found and breadth(tried, size, bold=bold) <= room:
            found[-1] = tried
        else:
            found += _pieces(word, room, size, bold=bold)
    return found


def _pieces(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """Cut a word that no line holds (an address), letter by letter."""
    pieces, start = [], 0
    for end in range(1, len(word) + 1):
        if breadth(word[start:end], size, bold=bold) > room and end - start > 1:
            pieces.append(word[start : end - 1])
            start = end - 1
    return [*pieces, word[start:]]


def _share(letter: str) -> float:
    if letter == "\u202f":
        return _THIN
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _WIDE_LETTERS:
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER
