"""The method in words, to go with the numbers."""

from __future__ import annotations

from loaders.store import Store
from readings.settings.conventions import conventions
from readings.settings.explained import Explained, Part, explained


def method_lines(store: Store) -> list[str]:
    """Return the method one sentence a line, headings among them, formulas as LaTeX."""
    told = explained(conventions(store))
    return [told.title, *(line for part in told.parts for line in ("", part.heading, *_said(part)))]


def method_text(store: Store) -> str:
    """Return the method as Markdown; nothing in it comes from the workbook but counts."""
    return _markdown(explained(conventions(store)))


def _said(part: Part) -> list[str]:
    formulas = [f"{formula.words} {formula.latex}" for formula in part.formulas]
    return [*part.sentences, *formulas]


def _markdown(told: Explained) -> str:
    parts = [f"# {told.title}"]
    for part in told.parts:
        parts += [f"## {part.heading}", *part.sentences]
        parts += [text for formula in part.formulas for text in (formula.words, f"$$ {formula.latex} $$")]
    return "\n\n".join(parts) + "\n"
