"""The letters that our documents have: those of the fonts in `data/fonts`, and what stands for the others.

Paper refuses a sign that its fonts lack, and a picture shows a gap: one such sign in a label of the workbook
would cost a whole report. Texts are looked at where they come in (`loaders.checks.signs` says it) and written
with `drawable` where they are drawn; whatever keeps the workbook's words (tables, CSV, XLSX) keeps them
exactly.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "data" / "fonts"
# What is drawn where a sign is missing; the fonts have it.
SQUARE = "□"
# Vega counts in halves of pairs, and may cut a sign beyond this one between them.
_LAST = 0xFFFF
_LINES = "\t\n\r"
# Ways Unicode says that one sign is another one drawn otherwise: ℃ is °C, ㎡ is m², １ is 1.
_SAME = {"<compat>", "<square>", "<wide>", "<narrow>", "<font>", "<small>", "<noBreak>", "<vertical>"}
# Controls, and marks of direction, joining or variation: nothing is seen where they are.
_UNSEEN = {"Cc", "Cf"}
_SPACES = {"Zs", "Zl", "Zp"}
_MARKS = {"Mn", "Mc", "Me"}


@lru_cache(maxsize=1)
def letters() -> frozenset[str]:
    """Return every sign that all our fonts have and that Vega does not cut in two, and the ends of lines."""
    common = set.intersection(*(_of_font(path) for path in sorted(FONTS.glob("*.ttf"))))
    seen = {chr(code) for code in common if code <= _LAST and unicodedata.category(chr(code)) not in _UNSEEN}
    return frozenset(seen | set(_LINES))


@lru_cache(maxsize=2)
def advances(*, bold: bool) -> dict[str, float]:
    """Return how wide each letter of our font is, as a share of its size."""
    with TTFont(FONTS / f"SourceSans3-{'Bold' if bold else 'Regular'}.ttf", lazy=True) as font:
        whole, widths = font["head"].unitsPerEm, font["hmtx"]
        return {chr(code): widths[name][0] / whole for code, name in font.getBestCmap().items()}


def drawable(text: str) -> str:
    """Return a text with the letters of our fonts only: close ones, or one square for a run of others."""
    if letters().issuperset(text):
        return text
    return "".join(drawn for _, drawn in _runs(unicodedata.normalize("NFC", text)))


def replaced(text: str) -> dict[str, str]:
    """Return what is not drawn as it is written: each run of signs, and what stands for it (maybe nothing).

    An accent written beside its letter is the letter with its accent, and a space is a space: neither is
    told.
    """
    if letters().issuperset(text):
        return {}
    runs = _runs(unicodedata.normalize("NFC", text))
    return {run: drawn for run, drawn in runs if run != drawn and not run.isspace()}


def _runs(text: str) -> list[tuple[str, str]]:
    """Cut a text in runs: those of our letters, and those of other signs with what is drawn for them."""
    found = []
    for known, run in groupby(text, letters().__contains__):
        written = "".join(run)
        found.append((written, written if known else _close(written)))
    return found


def _close(run: str) -> str:
    """Draw a run of signs that we have not; a family made of four faces is one square."""
    drawn = (_sign(sign) for sign in run)
    kept = [sign for sign in drawn if sign]
    return "".join(SQUARE if sign == SQUARE else "".join(same) for sign, same in groupby(kept))


@lru_cache(maxsize=4096)
def _sign(sign: str) -> str:
    """Return what is drawn for one sign that we have not."""
    category = unicodedata.category(sign)
    if category in _SPACES or sign in "\v\f\x85":
        return " "
    if category in _UNSEEN | _MARKS:
        return ""
    if category == "Pd":
        return "-"
    return _decomposed(sign)


def _decomposed(sign: str) -> str:
    """Write a sign by the simpler ones it is made of, as long as that says the same."""
    kind, *codes = unicodedata.decomposition(sign).split() or [""]
    if not kind.startswith("<"):
        kind, codes = "", [kind, *codes] if kind else []
    parts = "".join(chr(int(code, 16)) for code in codes)
    written = "".join(part if part in letters() else _sign(part) for part in parts)
    if not written or SQUARE in written:
        return SQUARE
    if kind == "<circle>":
        # A number in a circle counts notes: bare, it would end the figure before it.
        return f"({written})"
    same = kind in _SAME or not kind or (kind in {"<super>", "<sub>"} and written.isalpha())
    return written if same else SQUARE


def _of_font(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())
