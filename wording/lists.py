"""Enumerations, their order, and ends of sentences in French."""

import unicodedata
from collections.abc import Iterable, Mapping

_TYPED = str.maketrans({"’": "'", "œ": "oe", "Œ": "OE", "\u2212": "-"})


def join(items: Iterable[str], conjunction: str = "et") -> str:
    """Write a list in words: « a », « a et b », « a, b et c » (no comma before the conjunction)."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def joined(items: Iterable[str]) -> str:
    """Write clauses one after another: « a ; b ; c », each semicolon held to what it ends."""
    return "\u202f; ".join(items)


def alphabetical(named: Mapping[str, str]) -> dict[str, str]:
    """Return what is named in the order in which a reader looks for it: « Île-de-France » is among the I."""
    return dict(sorted(named.items(), key=lambda one: unaccented(one[1])))


def unaccented(text: str) -> str:
    """Write a text as it is typed to look for it: without accents, capitals and typography."""
    return unicodedata.normalize("NFKD", text.translate(_TYPED)).encode("ascii", "ignore").decode().lower()


def ended(text: str) -> str:
    """End a sentence with one full stop: an abbreviation that ends it (« hab. ») has one already."""
    return text if text.endswith(".") else f"{text}."
