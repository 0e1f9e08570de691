"""What both fiches are given: headings, sentences and the foot, as words only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exports import method_words
from exports.stamp import Stamp, stamp
from indicators.method import Method
from indicators.results import Results
from readings.debate.debate import debate
from readings.debate.point import Debate, Point
from wording import mentions, reading

KIND = "Fiche-débat"
SOURCE = "indicateurs régionaux et enquêtes publiées du classeur"
READING = (
    (
        f"Un rang compare la région aux autres\u202f: 1ʳᵉ est la plus fragile. {reading.INTERVAL} "
        f"{reading.ONE_INDICATOR}"
    ),
    (
        "Dans un écart, les mesures classent les domaines de la région selon sa place parmi les régions. Une "
        "difficulté partagée par tout le pays y ressort partout\u202f: un écart ne dit jamais que l’on se "
        "trompe."
    ),
    "Ce qui n’est pas publié n’est pas estimé.",
)
NOTES = "Ce que nous en retenons"
REOPEN = "Rouvrir ces chiffres à l’écran"
ABOUT_FACTS = (
    "Chaque chiffre s’écarte de la France de plus que les arrondis, du côté où son rang place la région. Son "
    "erreur de mesure n’est pas publiée."
)
_HOW_MANY = ("Aucun", "Un", "Deux", "Trois")
_FACTS = (" chiffre marquant", " chiffres marquants")
_GAPS = (" écart établi entre ressenti et mesures", " écarts établis entre ressenti et mesures")


@dataclass(frozen=True)
class Part:
    """One of the three parts. `about`: why these; `note`: why there are fewer than three, or ""."""

    code: str
    heading: str
    about: str
    points: tuple[Point, ...]
    note: str


@dataclass(frozen=True)
class Fiche:
    """A fiche-débat ready to be laid out; `method`: what the reader changed in the method, or ""."""

    debate: Debate
    parts: tuple[Part, ...]
    method: str
    stamp: Stamp


def fiche(results: Results, region: str, link: str, method: Method) -> Fiche:
    """Gather the fiche of a region; raises `MethodError`. `link`: absolute web address, or ""."""
    found = debate(results, region, method)
    about = stamp(results.edition(), found.title, subtitle=KIND, source=SOURCE, link=link)
    return Fiche(found, _parts(found), method_words.said(results, method), about)


def data(made: Fiche) -> dict[str, Any]:
    """Return the fiche as both templates read it, on paper (`exports.paper.pdf`) and as a web page."""
    about = made.stamp
    return {
        "kind": KIND,
        "name": made.debate.name,
        "title": made.debate.title,
        "finding": made.debate.finding,
        "overall": made.debate.overall,
        "observatory": mentions.OBSERVATORY,
        "parts": [vars(part) | {"points": [vars(point) for point in part.points]} for part in made.parts],
        "reading": READING,
        "notes": NOTES,
        "reopen": REOPEN,
        "method": made.method,
        "source": f"Source\u202f: {about.source}",
        "edition": about.edition,
        "mention": about.mention,
        "link": about.link,
        "mark": mentions.FICTIONAL if about.fictional else "",
    }


def _parts(found: Debate) -> tuple[Part, ...]:
    return (
        Part(
            "faits",
            _heading(found.facts, _FACTS),
            ABOUT_FACTS,
            found.facts,
            found.facts_note,
        ),
        Part(
            "ecarts",
            _heading(found.gaps, _GAPS),
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
