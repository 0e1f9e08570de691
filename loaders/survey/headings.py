"""The rows of titles of a survey file: one, or as many as its tool writes, and one name a column.

LimeSurvey writes one row (or codes, then texts), Qualtrics three (names, texts, identifiers in JSON), the
webforms of Framaforms three (title of the form, question, line of a grid).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.file.addresses import letters
from loaders.naming import collapse
from loaders.survey.texts import chosen, is_missing, note, numeral

Texts = Sequence[str]

# A heading that is a whole paragraph keeps its two ends: the subject is at the last one.
LONGEST_HEADING = 300
_MOST_ROWS = 3
# « Q3 », « Q2_1 », « G01Q02[SQ001] »: the names that tools give to questions.
_CODE = re.compile(r"[A-Za-z]{1,6}[0-9]+[A-Za-z]*(?:[._][A-Za-z0-9]+)*(?:\[[^\]]*\])*")
_IDENTIFIERS = '{"ImportId"'
_ENOUGH = 2


def heading_rows(rows: Sequence[Texts]) -> int:
    """Count the rows of titles at the top of a file, one at least."""
    for place, texts in enumerate(rows[: _MOST_ROWS + 1]):
        if any(text.strip().startswith(_IDENTIFIERS) for text in texts):
            return place + 1
    for count in range(min(_MOST_ROWS, len(rows)), 1, -1):
        lowest = rows[count - 1]
        if _are_titles(lowest) and all(_stands_above(row, lowest) for row in rows[: count - 1]):
            return count
    return 1


def names_of(rows: Sequence[Texts], width: int) -> tuple[str, ...]:
    """Name the columns, each another name: the lowest title, with what stands above it when two are alike."""
    told = [row for row in rows if not any(text.strip().startswith(_IDENTIFIERS) for text in row)]
    above = _spread(told[-2], width) if len(told) > 1 else [""] * width
    lowest = [
        next((_shown(row[place]) for row in reversed(told) if place < len(row) and row[place].strip()), "")
        for place in range(width)
    ]
    many = Counter(lowest)
    names: list[str] = []
    for place, text in enumerate(lowest):
        name = text or f"Colonne {letters(place + 1)}"
        if text and many[text] > 1 and above[place] and above[place] != text:
            name = f"{above[place]}\u202f: {text}"
        names.append(name if name not in names else f"{name} (colonne {letters(place + 1)})")
    return tuple(names)


def _are_titles(row: Texts) -> bool:
    """True for a row of words, which no answer is: not a number, not a box, not « NSP »."""
    texts = [collapse(text) for text in row if text.strip()]
    return len(texts) >= _ENOUGH and all(map(_is_words, texts))


def _stands_above(above: Texts, titles: Texts) -> bool:
    """True for a row of codes of questions, each with its title below, or for a row mostly empty."""
    named = {place for place, text in enumerate(above) if text.strip()}
    filled = {place for place, text in enumerate(titles) if text.strip()}
    codes = sum(1 for place in named if _CODE.fullmatch(above[place].strip()))
    return (codes >= _ENOUGH and named <= filled) or (
        len(named) * 2 <= len(titles) and len(named) < len(filled)
    )


def _is_words(text: str) -> bool:
    return numeral(text) is None and note(text) is None and chosen(text) is None and not is_missing(text)


def _spread(row: Texts, width: int) -> list[str]:
    """Return the titles of a row, each standing for the empty cells at its right (a merged title)."""
    found, last = [], ""
    for place in range(width):
        text = row[place].strip() if place < len(row) else ""
        last = _shown(text) if text else last
        found.append(last)
    return found


def _shown(text: str) -> str:
    shown = collapse("".join(letter if letter.isprintable() else " " for letter in text))
    half = LONGEST_HEADING // 2
    return shown if len(shown) <= LONGEST_HEADING else f"{shown[:half]}…{shown[-half:]}"
