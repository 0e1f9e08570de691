"""What absent values leave open of a rank: held against every filling of them, by plain loops.

Only the workbook with holes has any: elsewhere, to speak of an absent value is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests import boring_index, holed
from tests.sentences import subject
from tests.sentences.claims.measured import matching
from tests.sentences.rule import Rule, at, in_row
from tests.sentences.said import HOLED, Place, Said

_ORDINAL = r"(\d+)(?:ᵉʳ|ʳᵉ|ᵉ)"
_WHOSE = r"(?:(sa) valeur absente|ses (\d+)\u00a0valeurs absentes|(les) valeurs absentes ailleurs)"
# What stands before a rank among the domains of a region, where the others are among the regions.
_INSIDE = r"(domaines, |(?:sans rang|non) mesuré, |rang mesuré )?"
_REACH = re.compile(rf"{_INSIDE}(?:de {_ORDINAL} à )?{_ORDINAL} selon {_WHOSE}")
_COUNTED = re.compile(r"(\d+)\u00a0valeurs? absentes?, (\d+)\u00a0rangs? de domaine (?:devient|deviennent)")
_LACKS = re.compile(r"(\d+)\u00a0valeurs? (?:manque|manquent) (.*), dans (\d+)\u00a0domaines?")
_NOTHING = re.compile(r"Aucune valeur n’est absente (?:en|dans) ")
_POSSIBLE = re.compile(rf"de {_ORDINAL} à {_ORDINAL}")


def _measured(place: Place, domain: str) -> tuple[str, ...]:
    """Return the domains that a rank is made of: one, those of the axis that is shown, or all."""
    level = place.get("niveau")
    if not level:
        return (domain,)
    return tuple(code for code, axis in boring_index.axes().items() if level in {axis, "ensemble"})


def _ends(domains: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    return holed.reached(*domains) if len(domains) == 1 else holed.together(domains)


def reaches(said: Said) -> Iterator[str]:
    """Refuse ranks that no filling of the absent values gives, or absences that are another's."""
    for part in matching(said, _REACH):
        if said.place.data != HOLED:
            yield "no value is absent"
            return
        asked = subject.about(said, part)
        level = bool(said.place.get("niveau"))
        if said.place.method_changed or len(asked.regions) != 1 or not (level or len(asked.domains) == 1):
            continue
        domains, region = _measured(said.place, "" if level else asked.domains[0]), asked.regions[0]
        absent = sum(code == region and domain in domains for code, domain in holed.HOLES)
        for inside, low, high, one, several, _ in _REACH.findall(part):
            found = (int(low or high), int(high)), 1 if one else int(several or 0)
            right = holed.inside()[region, domains[0]] if inside else _ends(domains)[region]
            if found != (right, absent):
                yield f"{found}: by plain loops {right}, {absent} absent"


def counts(said: Said) -> Iterator[str]:
    """Refuse a count of absent values, or of the ranks they leave open, that is not that of the workbook."""
    here = holed.HOLES if said.place.data == HOLED else ()
    moved = sum(
        low < high for domain in {own for _, own in here} for low, high in holed.reached(domain).values()
    )
    for found in _COUNTED.findall(said.text):
        if tuple(map(int, found)) != (len(here), moved):
            yield f"{found}: by plain loops {len(here)}, {moved}"
    for part in matching(said, _LACKS):
        for count, where, domains in _LACKS.findall(part):
            own = [domain for region, domain in here if (region,) == subject.named(where).regions]
            if (int(count), int(domains)) != (len(own), len(set(own))):
                yield f"{count} in {domains} domains: by plain loops {own}"
    for part in matching(said, _NOTHING):
        if {region for region, _ in here} & set(subject.named(part).regions):
            yield "a value is absent there"


def possible(said: Said) -> Iterator[str]:
    """Refuse, in the list of what is absent, ranks that no filling gives."""
    row = dict(said.row)
    if said.column() == "Rangs possibles" and (ends := _POSSIBLE.fullmatch(said.text)):
        (region,) = subject.named(row["Région"]).regions
        right = holed.reached(subject.DOMAINS[row["Domaine"]])[region]
        if (region, subject.DOMAINS[row["Domaine"]]) not in holed.HOLES or right != tuple(
            map(int, ends.groups())
        ):
            yield f"by plain loops {right}"


_BRITTANY = "Emploi, en Bretagne\u202f: sans rang\u202f; de 1ʳᵉ à 12ᵉ selon sa valeur absente"
_CENTRE = "Emploi, en Centre-Val de Loire\u202f: de 5ᵉ à 7ᵉ selon les valeurs absentes ailleurs"
_JOBS = (
    "Occitanie, Emploi\u202f: mesuré 1ᵉʳ, entre 1ᵉʳ et 3ᵉ, des 16\u00a0domaines, de 1ᵉʳ à 2ᵉ selon les "
    "valeurs absentes ailleurs"
)
_WHOLE = "En Île-de-France\u202f: de 8ᵉ à 9ᵉ selon les valeurs absentes ailleurs"
_TITLE = "Mesuré\u202f: 3\u00a0valeurs absentes, 24\u00a0rangs de domaine deviennent des intervalles"
_LINE = {
    "Région": "Corse",
    "Domaine": "Emploi",
    "Valeurs absentes": "1",
    "Rang parmi les régions": "sans rang",
    "Rangs possibles": "de 1ʳᵉ à 12ᵉ",
}
RULES = (
    Rule(
        "reach-of-a-rank",
        reaches,
        [
            at(_BRITTANY),
            at(_BRITTANY.replace("12ᵉ", "13ᵉ"), data=HOLED),
            at(_BRITTANY.replace("sa valeur absente", "les valeurs absentes ailleurs"), data=HOLED),
            at(_CENTRE.replace("les valeurs absentes ailleurs", "sa valeur absente"), data=HOLED),
            at(_CENTRE.replace("Centre-Val de Loire", "Normandie"), data=HOLED),
            at(_JOBS.replace("2ᵉ selon", "4ᵉ selon"), data=HOLED),
            at(_JOBS.replace("Occitanie", "Normandie"), data=HOLED),
            at(_WHOLE.replace("9ᵉ", "10ᵉ"), data=HOLED, niveau="ensemble"),
            at(_WHOLE, data=HOLED, niveau="axe_economique"),
        ],
        [
            at(_BRITTANY, data=HOLED),
            at(_CENTRE, data=HOLED),
            at(_JOBS, data=HOLED),
            at(_WHOLE, data=HOLED, niveau="ensemble"),
        ],
        by_place=True,
    ),
    Rule(
        "absent-values-counted",
        counts,
        [
            at(_TITLE),
            at(_TITLE.replace("24", "39"), data=HOLED),
            at("1\u00a0valeur manque en Bretagne, dans 1\u00a0domaine.", data=HOLED),
            at("Aucune valeur n’est absente en Corse.", data=HOLED),
        ],
        [
            at(_TITLE, data=HOLED),
            at("2\u00a0valeurs manquent en Bretagne, dans 2\u00a0domaines.", data=HOLED),
            at("Aucune valeur n’est absente en Normandie.", data=HOLED),
            at("Aucune valeur n’est absente en Corse."),
        ],
    ),
    Rule(
        "possible-ranks",
        possible,
        [
            in_row("Rangs possibles", _LINE | {"Rangs possibles": "de 1ʳᵉ à 13ᵉ"}),
            in_row("Rangs possibles", _LINE | {"Région": "Normandie"}),
        ],
        [in_row("Rangs possibles", _LINE)],
    ),
)
