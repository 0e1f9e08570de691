"""What a fiche-débat is made of."""

from __future__ import annotations

from dataclasses import dataclass

# Three of each: what a room can discuss in an evening, and what one page holds.
MOST = 3


@dataclass(frozen=True)
class Point:
    """One thing to say.

    `text`: a whole sentence, or two; `detail`: what it rests on (rank and interval, indicator, survey,
    perimeter), in words; `cells`: « sheet!cell » behind it.
    """

    text: str
    detail: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Debate:
    """The fiche-débat of one region: at most `MOST` points of each kind.

    `finding`: of the region, without its name; `overall`: its rank on every domain, or ""; `facts_note`,
    `gaps_note`, `questions_note`: why there are fewer than three, or of how many gaps these are three, or "".
    """

    region: str
    name: str
    finding: str
    overall: str
    facts: tuple[Point, ...]
    gaps: tuple[Point, ...]
    questions: tuple[Point, ...]
    facts_note: str
    gaps_note: str
    questions_note: str

    @property
    def title(self) -> str:
        """Return the finding with the name of the region: « Hauts-de-France : … »."""
        return f"{self.name}\u202f: {self.finding}"
