"""How labels are compared (what must not matter in a header) and quoted in a sentence."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from wording.typography import quoted

LONGEST_QUOTE = 60
# Even « 55 00 » stays on one line: that is what is to be seen.
_PARTED = re.compile(r"(?<=\d) (?=\d)")


# A workbook asks for the same few hundred texts over and over: a third of the time of a load.
@lru_cache(maxsize=4096)
def key(text: str) -> str:
    r"""What is left of a label once case, accents, spaces, line breaks, hyphens and apostrophes are ignored.

    « Provence -\nAlpes - Côte\\nd'Azur » and « Provence-Alpes-Côte d’Azur » have one key.
    """
    # Modifier letters are apostrophes that Unicode counts as letters.
    return "".join(
        character
        for character in _plain(text)
        if character.isalnum() and unicodedata.category(character) != "Lm"
    )


def slug(text: str) -> str:
    """Make a code from a label published without one: « Poids de la région » → poids_de_la_region."""
    spelled = _plain(text).replace("&", " et ").replace("+", " plus ")
    return re.sub(r"[^a-z0-9]+", "_", spelled).strip("_")


def words(text: str) -> list[str]:
    """The words of a unit, without accents or case: « milliards d’euros » → ["milliards", "d", "euros"]."""
    return re.findall(r"[^\W_]+|[%‰€]", _plain(text))


def collapse(text: str) -> str:
    """The text on one line, any run of white space (also no-break and thin) made one space."""
    if text.isascii():
        # Most cells: nothing to compose, and no space but these.
        return " ".join(text.split())
    return re.sub(r"[\s\u200b\ufeff]+", " ", unicodedata.normalize("NFC", text)).strip()


def visible(text: str) -> str:
    """A text from the workbook on one line, without invisible characters, cut when long."""
    seen = "".join(character if character.isprintable() else " " for character in collapse(text))
    return seen if len(seen) <= LONGEST_QUOTE else seen[: LONGEST_QUOTE - 1] + "…"


def quote(text: str) -> str:
    """A text from the workbook inside « », its numbers held together: see `visible`."""
    return quoted(_PARTED.sub("\u202f", visible(text)))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()
