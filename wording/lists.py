"""Enumerations and ends of sentences in French."""

from collections.abc import Iterable


def join(items: Iterable[str], conjunction: str = "et") -> str:
    """Write a list in words: « a », « a et b », « a, b et c » (no comma before the conjunction)."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def joined(items: Iterable[str]) -> str:
    """Write clauses one after another: « a ; b ; c », each semicolon held to what it ends."""
    return "\u202f; ".join(items)


def ended(text: str) -> str:
    """End a sentence with one full stop: an abbreviation that ends it (« hab. ») has one already."""
    return text if text.endswith(".") else f"{text}."
