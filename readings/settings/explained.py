"""The method in plain words, then in formulas, part by part: what is computed, and what is a convention.

The text is in `explained.md`, for whoever edits words: a line `# …` is the title, `## …` the heading of a
part; paragraphs are sentences, and one that a formula follows (`$$ … $$`, LaTeX) says in words what the
formula does. Its numbers are written `[[regions]]` and come from the computation itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indicators.outliers import KURTOSIS, MOST_MOVED, SKEWNESS
from readings.settings.conventions import Conventions
from wording.lists import join
from wording.measurement import supposed
from wording.numbers import counted, number, ordinal, percent

TEXT = Path(__file__).with_name("explained.md")
_NUMBER = re.compile(r"\[\[(\w+)\]\]")


@dataclass(frozen=True, slots=True)
class Formula:
    """What a formula says in words, then the formula in LaTeX."""

    words: str
    latex: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the method: its heading, its paragraphs, its formulas."""

    heading: str
    sentences: tuple[str, ...]
    formulas: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """The method explained."""

    title: str
    parts: tuple[Part, ...]


def explained(known: Conventions) -> Explained:
    """Return the explanation with the numbers of an edition; `KeyError` for a number that does not exist."""
    text = filled(TEXT.read_text(encoding="utf-8"), known)
    title, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    return Explained(title.removeprefix("# ").strip(), tuple(_part(part) for part in parts))


def filled(text: str, known: Conventions) -> str:
    """Put the numbers of an edition where `[[name]]` stands; `KeyError` for one that does not exist."""
    values = _words(known)
    return _NUMBER.sub(lambda found: values[found[1]], text)


def _part(text: str) -> Part:
    heading, *blocks = (block.replace("\n", " ") for block in text.strip().split("\n\n"))
    sentences: list[str] = []
    formulas: list[Formula] = []
    for block in blocks:
        if block.startswith("$$"):
            formulas.append(Formula(sentences.pop(), block.strip("$ ")))
        else:
            sentences.append(block)
    return Part(heading, tuple(sentences), tuple(formulas))


def _words(known: Conventions) -> Mapping[str, str]:
    """Write each number as it is read in a sentence."""
    return {
        "regions": number(known.regions),
        "domains": number(known.domains),
        "axes": number(known.axes),
        "actors": join(known.actors),
        "middle": number((known.domains + 1) / 2),
        "minimum_coverage": percent(100 * known.minimum_coverage),
        "figures_needed": number(known.figures_needed),
        "draws_page": number(known.draws_page),
        "draws_report": number(known.draws_report),
        "doubt_draws": number(known.doubt_draws),
        "seed": str(known.seed),
        "low": ordinal(round(100 * known.tail)),
        "high": ordinal(round(100 * (1 - known.tail))),
        "inside": percent(100 * (1 - 2 * known.tail)),
        "concentration": number(known.concentration),
        "errors": _errors(known),
        "skewness": number(SKEWNESS),
        "kurtosis": number(KURTOSIS),
        "moved": number(MOST_MOVED),
    }


def _errors(known: Conventions) -> str:
    """Say of how many indicators the error of measure is published, and what is supposed of the others."""
    others = f"est supposée de {supposed(known.supposed_error)}"
    if not known.errors:
        return f"Le classeur n’en donne aucune\u202f: celle de chaque indicateur {others}."
    if known.errors == known.indicators:
        return "Le classeur donne celle de chaque indicateur."
    forms = ("indicateur a une erreur publiée", "indicateurs ont une erreur publiée")
    told = f"{counted(known.errors, *forms)} dans le classeur, sur {number(known.indicators)}"
    return f"{told}\u202f: celle des autres {others}."
