"""What is said of a domain that the reader takes the other way round: held against the turned figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from tests import boring
from tests.sentences import subject
from tests.sentences.claims.measured import matching
from tests.sentences.rule import Rule, at
from tests.sentences.said import Place, Said
from wording.slug import slug

# Words that hold in the direction of the workbook only.
_STRAIGHT = re.compile(
    r"enjeu d’inclusion (?:est le )?(?:plus|moins) fort|(?:plus|moins) touchées?"
    r"|(?:est|sont) (?:la|les) régions? (?:la|les) (?:plus|moins) fragiles?"
)
_TURNED = re.compile(r"(?:est|sont) (?:la|les) régions? au chiffre le plus défavorable dans le sens choisi")
_CODES = ["indicator_code", "domain_code"]
_SENSE = "dans le sens choisi"


def rows_turned(place: Place) -> dict[str, boring.Row]:
    """Return the indicator that the address turns, by domain; one measures each domain."""
    from tests.sentences.collect import results  # noqa: PLC0415 - only where something is turned

    named = set(filter(None, place.get("inverses").split(",")))
    table = results(place.data).scored_indicators() if named else pd.DataFrame(columns=_CODES)
    domains = [domain for code, domain in table[_CODES].itertuples(index=False) if slug(code) in named]
    return {row.domain: row for row in boring.rows() if row.domain in domains and row.numbers}


def follows(said: Said) -> Iterator[str]:
    """Refuse the words of one direction where the other one is read."""
    turned = rows_turned(said.place)
    if _SENSE in said.text and not turned:
        yield "no indicator is turned"
    for part in matching(said, _STRAIGHT) if turned else ():
        if not said.place.get("niveau") and set(subject.about(said, part).domains[:1]) & set(turned):
            yield "the direction is turned"


def comes_first(said: Said) -> Iterator[str]:
    """Refuse a first region that is not the one at the other end of the figure."""
    for part in matching(said, _TURNED):
        asked = subject.about(said, part)
        row = rows_turned(said.place).get(asked.domains[0]) if len(asked.domains) == 1 else None
        if row is None:
            continue
        own = {
            code: -(row.direction or 0) * row.numbers[code] for code in boring.REGIONS if code in row.numbers
        }
        right = {code for code, value in own.items() if value == max(own.values())}
        if (found := set(subject.named(part[: part.find(_SENSE)]).regions)) != right:
            yield f"{found}: by plain loops {right}"


_FIRST = (
    "Diversité et handicap\u202f: la Bretagne est la région au chiffre le plus défavorable dans le sens "
    "choisi"
)
RULES = (
    Rule(
        "words-of-a-direction",
        follows,
        [
            at(_FIRST),
            at(
                "Diversité et handicap, en Bretagne\u202f: enjeu d’inclusion plus fort que dans 11",
                inverses="frsoc-3",
            ),
            at("Emploi\u202f: la Bretagne est la région la plus touchée", inverses="freco-1"),
        ],
        [
            at(_FIRST, inverses="frsoc-3"),
            at("Emploi\u202f: les Hauts-de-France sont la région la plus touchée", inverses="frsoc-3"),
        ],
        by_place=True,
    ),
    Rule(
        "first-of-a-turned-figure",
        comes_first,
        [at(_FIRST.replace("la Bretagne", "l’Île-de-France"), inverses="frsoc-3")],
        [at(_FIRST, inverses="frsoc-3")],
        by_place=True,
    ),
)
