"""The documents behind a trail, one sentence each: a year alone is no document."""

from __future__ import annotations


def document(source: str, year: str) -> str:
    """« Document : COMISIS OW, 2019 (T1). », « Document non publié (chiffres de 2019-2018). »."""
    if source:
        return f"Document\u202f: {', '.join(filter(None, (source, year)))}."
    return f"Document non publié (chiffres de {year})." if year else "Document non publié."
