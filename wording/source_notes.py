"""What a source says beside a number (« provisoire »), or instead of one; the documents themselves."""

import re
from collections.abc import Iterable

from wording.typography import typed

NOT_PUBLISHED = "non publié"
# How « Remarque » says that a figure must not be read next to another.
NOT_COMPARABLE = "non comparable"
_ADDRESS = re.compile(r" - https?://\S+")


def marked(said: str, note: str | None) -> str:
    """« 8,4 % (provisoire) »; the number alone when the source says nothing of it."""
    return f"{said} ({note})" if note else said


def absent(note: str | None) -> str:
    """« secret statistique », the reason that the source gives; « non publié » when it gives none."""
    return note or NOT_PUBLISHED


def without_address(text: str) -> str:
    """Write a source without its address, which is in the sheet: here it would be wider than a phone."""
    return _ADDRESS.sub("", text)


def documents(texts: Iterable[str]) -> tuple[str, ...]:
    """Name each document once, without its address."""
    once = dict.fromkeys(filter(None, texts))
    return tuple(dict.fromkeys(typed(text).partition(" - http")[0] for text in once))
