"""What a sentence is about: the regions, domains, actors and surveys that it or its address names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.sentences.said import Said

REGIONS = {
    "Île-de-France": "11", "Centre-Val de Loire": "24", "Bourgogne-Franche-Comté": "27", "Normandie": "28",
    "Hauts-de-France": "32", "Grand Est": "44", "Pays de la Loire": "52", "Bretagne": "53",
    "Nouvelle-Aquitaine": "75", "Occitanie": "76", "Auvergne-Rhône-Alpes": "84",
    "Provence-Alpes-Côte d’Azur": "93", "Corse": "94", "PACA": "93", "Nlle-Aquitaine": "75",
    "Auv.-Rh.-Alpes": "84", "Bourg.-Fr.-Comté": "27", "Centre-Val de L.": "24",
}  # fmt: skip
DOMAINS = {
    "Emploi": "emploi", "Développement économique": "developpement_economique",
    "Pouvoir d’achat": "pouvoir_achat", "Pauvreté": "pauvrete", "Mal-logement": "mal_logement",
    "Diversité et handicap": "diversite_handicap", "Vieillissement": "vieillissement",
    "Lien social": "lien_social", "Éducation": "education", "Santé": "sante", "Numérique": "numerique",
    "Sécurité": "securite", "Mobilité": "mobilite", "Culture": "culture", "Environnement": "environnement",
    "Transition énergétique": "transition_energetique",
}  # fmt: skip
ACTORS = {
    "citoyens": "citoyens", "entreprises": "entreprises", "associations": "associations", "maires": "maires",
    "élus locaux": "elus_locaux",
}  # fmt: skip
# Where a selector names one actor, the citizens unless told otherwise; elsewhere every actor has its tables.
_OF_ONE_ACTOR = {"/vue-d-ensemble", "/par-domaine", "/ecarts", "/regards-croises"}
# A survey's own territory is not a region of today; nor is a map's label of the whole country.
_OTHER = re.compile(r"«\u00a0(?:PACA-Corse|Rhône-Alpes)[^»]*»|PACA-Corse")


@dataclass(frozen=True)
class Subject:
    """The codes of what is spoken of; an empty tuple: nothing says which one."""

    regions: tuple[str, ...]
    domains: tuple[str, ...]
    actors: tuple[str, ...]
    waves: tuple[str, ...]


def _finder(names: Mapping[str, str]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest)) + r")(?![\w-])")


_REGION, _DOMAIN = _finder(REGIONS), _finder(DOMAINS)
_ACTOR = re.compile(r"\b(" + "|".join(ACTORS) + r")\b", re.IGNORECASE)
WAVE = re.compile(r"\b(?:PHARE|IMPACT)[ \u00a0](?:\d{4}|\(date non publiée\))")


def named(text: str) -> Subject:
    """Return what a text names by itself."""
    bare = _OTHER.sub("", text)
    return Subject(
        tuple(dict.fromkeys(REGIONS[name] for name in _REGION.findall(bare))),
        tuple(dict.fromkeys(DOMAINS[name] for name in _DOMAIN.findall(bare))),
        tuple(dict.fromkeys(ACTORS[name.lower()] for name in _ACTOR.findall(bare))),
        tuple(dict.fromkeys(wave.replace("\u00a0", " ") for wave in WAVE.findall(bare))),
    )


def about(said: Said, part: str) -> Subject:
    """Return what a part of a text is about: named there, in its row, before it, or by the address."""
    before = said.text[: said.text.find(part)]
    row = " ".join(cell for _, cell in said.row)
    address = _addressed(said)
    near = [named(part), named(row), named(before), address]

    def first(kind: str) -> tuple[str, ...]:
        return next((found for one in near if (found := getattr(one, kind))), ())

    return Subject(first("regions"), first("domains"), first("actors"), first("waves"))


def parts(text: str) -> Iterator[str]:
    """Cut a text at its semicolons and full stops, but inside brackets."""
    depth, start = 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        ends = letter == ";" or (letter in ".!?" and text[at + 1 : at + 2] in {"", " ", "\n"})
        if depth <= 0 and (ends or letter == "\n"):
            yield text[start:at].strip()
            start = at + 1
    yield text[start:].strip()


def _addressed(said: Said) -> Subject:
    place = said.place
    wave = place.get("vague").replace("-", " ").upper()
    actor = place.get("acteur") or ("citoyens" if place.page in _OF_ONE_ACTOR else "")
    domain = place.get("domaine") or ("emploi" if place.page in {"/vue-d-ensemble", "/par-domaine"} else "")
    return Subject(
        *(tuple(code for code in [one] if code) for one in (place.get("region"), domain, actor, wave))
    )
