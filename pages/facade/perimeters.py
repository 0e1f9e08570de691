"""The territory a survey was made on, wherever one of its figures leaves the page."""

from collections.abc import Iterable

from wording.lists import join
from wording.perimeter import asked_territory
from wording.typography import quoted


def said(texts: Iterable[object]) -> str:
    """« Périmètre de l’enquête : « PACA-Corse ». », each territory once; `""` for today's regions."""
    found = dict.fromkeys(asked_territory(text) for text in texts if isinstance(text, str) and text)
    return f" Périmètre de l’enquête\u202f: {join([quoted(text) for text in found])}." if found else ""
