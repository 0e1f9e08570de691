"""What both fiches are given: headings, sentences and the foot, as words only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exports import method_words
from exports.address import scanned
from exports.stamp import Stamp, stamp
from indicators.method import Method
from indicators.results import Results
from readings.debate.debate import debate
from readings.debate.parts import Part, parts
from readings.debate.point import Debate
from readings.phrases.conventions import convention
from wording import mentions, reading

KIND = "Fiche-débat"
SOURCE = "indicateurs régionaux et enquêtes publiées du classeur"
COMPARED = "Un rang compare la région aux autres\u202f: 1ʳᵉ est la plus fragile."
READING = (
    (
        "Dans un écart, les mesures classent les domaines de la région selon sa place parmi les régions. Une "
        "difficulté partagée par tout le pays y ressort partout\u202f: un écart ne dit jamais que l’on se "
        "trompe."
    ),
    "Ce qui n’est pas publié n’est pas estimé.",
)
NOTES = "Ce que nous en retenons"
REOPEN = "Rouvrir ces chiffres à l’écran"


@dataclass(frozen=True)
class Fiche:
    """A fiche-débat ready to be laid out; `method`: what the reader changed in the method, or ""."""

    debate: Debate
    parts: tuple[Part, ...]
    method: str
    convention: str
    interval: str
    stamp: Stamp


def fiche(results: Results, region: str, link: str, method: Method) -> Fiche:
    """Gather the fiche of a region; raises `MethodError`. `link`: absolute web address, or ""."""
    found = debate(results, region, method)
    about = stamp(results.edition(), found.title, subtitle=KIND, source=SOURCE, link=link)
    told = convention(results.vocabulary())
    held = [say(results.errors(method)) for say in (reading.interval, reading.one_indicator)]
    said = " ".join([COMPARED, *held])
    return Fiche(found, parts(found), method_words.said(results, method), told, said, about)


def data(made: Fiche) -> dict[str, Any]:
    """Return the fiche as both templates read it, on paper (`exports.paper.pdf`) and as a web page."""
    about = made.stamp
    return {
        "kind": KIND,
        "name": made.debate.name,
        "title": made.debate.title,
        "finding": f"{made.debate.finding}.",
        "overall": made.debate.overall,
        "observatory": mentions.OBSERVATORY,
        "parts": [vars(part) | {"points": [vars(point) for point in part.points]} for part in made.parts],
        "reading": [made.interval, *READING, *filter(None, [made.convention]), mentions.PROGRAMMES],
        "notes": NOTES,
        "reopen": REOPEN,
        "method": made.method,
        "source": f"Source\u202f: {about.source}",
        "edition": about.edition,
        "mention": about.mention,
        "link": about.link,
        "scanned": scanned(about.link),
        "mark": mentions.FICTIONAL if about.fictional else "",
    }
