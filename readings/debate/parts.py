"""The three parts of a fiche-débat under their headings, the same on paper and on screen."""

from __future__ import annotations

from dataclasses import dataclass

from readings.debate.point import Debate, Point

_ABOUT_FACTS = (
    "Chaque chiffre s’écarte de la France de plus que les arrondis, du côté où son rang place la région. Cet "
    "écart ne compte pas l’erreur de mesure."
)
_HOW_MANY = ("Aucun", "Un", "Deux", "Trois")
_FACTS = (" chiffre marquant", " chiffres marquants")
_GAPS = (" écart établi entre ressenti et mesures", " écarts établis entre ressenti et mesures")
# « Aucun écart établi » would say that there is none.
_NO_GAP = "Aucun sens d’écart établi entre ressenti et mesures"


@dataclass(frozen=True)
class Part:
    """One of the three parts. `about`: why these; `note`: why there are fewer than three, or ""."""

    code: str
    heading: str
    about: str
    points: tuple[Point, ...]
    note: str


def parts(found: Debate) -> tuple[Part, ...]:
    """Return the three parts of a fiche-débat: facts, gaps, questions."""
    return (
        Part(
            "faits",
            _heading(found.facts, _FACTS),
            _ABOUT_FACTS,
            found.facts,
            found.facts_note,
        ),
        Part(
            "ecarts",
            _heading(found.gaps, _GAPS) if found.gaps else _NO_GAP,
            "Ce que les personnes interrogées ressentent, à côté de ce qui est mesuré.",
            found.gaps,
            found.gaps_note,
        ),
        Part(
            "questions",
            _heading(found.questions, (" question ouverte", " questions ouvertes"), feminine=True),
            "Nées des chiffres, ou de leur absence. Personne n’en a la réponse seul.",
            found.questions,
            found.questions_note,
        ),
    )


def _heading(points: tuple[Point, ...], noun: tuple[str, str], *, feminine: bool = False) -> str:
    """« Trois chiffres marquants », « Un écart entre … », « Aucune question ouverte »."""
    count = len(points)
    word = _HOW_MANY[count] + ("e" if feminine and count < 2 else "")  # aucune, une
    return word + noun[count > 1]
