"""What the screen shows, as data: a heading, sentences, one figure in rows, its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hall.book.steps import Step

Content = Mapping[str, Any]
Telling = Callable[["View", Step, Content], None]


@dataclass(frozen=True)
class Mark:
    """Where a voice stands on its line, 0 to 100: a point, and the ends of what is known of it, or None."""

    voice: str
    at: float
    low: float | None = None
    high: float | None = None


def ranked_mark(voice: str, rank: float, low: float | None, high: float | None, among: int) -> Mark:
    """Put a rank on its line: the first at its right, where every scale of a debate is the most fragile."""
    whole = max(among - 1, 1)

    def at(place: float) -> float:
        return 100 * (among - place) / whole

    ends = (None if end is None else at(end) for end in (high, low))
    return Mark(voice, at(rank), *ends)


@dataclass(frozen=True)
class Row:
    """One line of a figure: its name, what is drawn, what is written behind, a column each.

    `answers`: where each answer is, 0 to 100, and how many gave it, 0 to 1 of the most given.
    """

    label: str
    values: tuple[str, ...]
    marks: tuple[Mark, ...] = ()
    bar: float | None = None
    marked: bool = False
    answers: tuple[tuple[float, float], ...] = ()


@dataclass
class View:
    """What the screen shows. `ends`: what the left and the right of the scale are."""

    kind: str
    heading: str
    place: str = ""
    state: str = ""
    dark: bool = False
    alone: bool = False
    truth: str = ""
    figure: str = ""
    qr: str = ""
    address: str = ""
    code: str = ""
    people: str = ""
    sentences: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    corner: str = ""
    ends: tuple[str, str] | None = None
    rows: list[Row] = field(default_factory=list)
    legend: list[tuple[str, str]] = field(default_factory=list)
    codes: list[tuple[str, str, str]] = field(default_factory=list)
    points: list[tuple[str, str]] = field(default_factory=list)
    footer: list[str] = field(default_factory=list)
