"""What is said of the indicators: values, ranks, who comes first, how many regions are beyond France."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests import boring
from tests.boring import REGIONS
from tests.sentences import subject, truth
from tests.sentences.rule import Rule, at, in_row
from tests.sentences.said import Said

_NUMBER = r"[+\u2212]?\d[\d\u202f]*(?:,\d+)?"
_RANK = r"(\d+)(?:ᵉʳ|ʳᵉ|ᵉ)"
_MOST = re.compile(r"(?:est|sont) (?:la|les) régions? (?:la |les )?(?:plus fragiles?|plus touchées?)")
_AGAINST = re.compile(
    rf"({_NUMBER})[^;.,]{{0,40}}? contre ({_NUMBER})(?:[\u202f\u00a0][^;.,]{{1,25}})? en France"
)
_BEYOND = re.compile(
    r"(\d+|aucune)(?:\u00a0régions?)?(?: sur 13)? (?:sont|est|n’est) (au-dessus|en dessous) de la France"
)
_SPREAD = re.compile(rf"[Dd]e ({_NUMBER})[^;.]{{0,30}}? à ({_NUMBER})[^;.]{{0,40}}? selon les régions")
_PLACED = re.compile(rf"^{_RANK}(?:, entre .*)?$")
# In a sentence, or alone under the heading of its column.
_INSIDE = re.compile(rf"(?:mesuré |^){_RANK}(?:, entre {_RANK} et {_RANK})?,? des (\d+)")
_FOLLOWED = re.compile(
    rf"({'|'.join(map(re.escape, sorted(subject.REGIONS, key=len, reverse=True)))}) {_RANK}(?=[, ;.\u202f]|$)"
)


def number(text: str) -> float:
    """Read a number as it is written in French."""
    return float(text.replace("\u202f", "").replace(",", ".").replace("\u2212", "-").replace("+", ""))


def same(text: str, value: float) -> bool:
    """Tell whether a number is written as that value, to the decimals it is written with."""
    decimals = len(text.partition(",")[2])
    return abs(number(text) - value) <= 0.5 * 10**-decimals + 1e-9


def matching(said: Said, claim: re.Pattern[str]) -> Iterator[str]:
    """Yield the parts of a text that make a claim; most texts make none."""
    if claim.search(said.text):
        yield from (part for part in subject.parts(said.text) if claim.search(part))


def _one_domain(said: Said, part: str) -> str:
    """Return the only domain of a part, "" when there are several or none."""
    domains = subject.about(said, part).domains
    return domains[0] if len(domains) == 1 else ""


def most_fragile(said: Said) -> Iterator[str]:
    """Refuse a first region that another one equals or passes, and a tie told short."""
    for part in matching(said, _MOST):
        found = _MOST.search(part)
        asked = subject.about(said, part)
        if not found or len(asked.domains) != 1 or said.place.get("niveau"):
            continue
        before = subject.named(part[: found.start()]).regions
        ranks = truth.region_ranks(asked.domains[0])
        first = {region for region, rank in ranks.items() if rank == 1}
        if before and subject.named(part).domains and set(before) != first:
            yield f"« {part} »: the first in {asked.domains[0]}: {sorted(first)}"


def against_france(said: Said) -> Iterator[str]:
    """Refuse « V contre W en France » where no indicator of the domain has these two numbers together."""
    for part in matching(said, _AGAINST):
        domain = _one_domain(said, part)
        regions = subject.named(part).regions
        for value, france in _AGAINST.findall(part) if domain and regions else []:
            rows = truth.rows_of(domain)
            if not any(_pair(row, regions[0], value, france) for row in rows):
                yield f"« {value} contre {france} »: no indicator of {domain} says so in {regions[0]}"


def _pair(row: boring.Row, region: str, value: str, france: str) -> bool:
    here, country = row.numbers.get(region), row.numbers.get("FR")
    return here is not None and country is not None and same(value, here) and same(france, country)


def beyond_france(said: Said) -> Iterator[str]:
    """Refuse a count of regions above or below France."""
    for part in matching(said, _BEYOND):
        domain = _one_domain(said, part)
        for count, side in _BEYOND.findall(part) if domain else []:
            right = {_beyond(row, side) for row in truth.rows_of(domain)}
            if (0 if count == "aucune" else int(count)) not in right:
                yield f"{count} regions {side}: {sorted(right)} in {domain}"


def _beyond(row: boring.Row, side: str) -> int:
    france = row.numbers.get("FR")
    here = [row.numbers[region] for region in REGIONS if region in row.numbers]
    if france is None:
        return -1
    return sum(value > france if side == "au-dessus" else value < france for value in here)


def spread(said: Said) -> Iterator[str]:
    """Refuse « de V à W selon les régions » when they are not the least and the most."""
    for part in matching(said, _SPREAD):
        domain = _one_domain(said, part)
        for low, high in _SPREAD.findall(part) if domain else []:
            ends = [
                sorted(row.numbers[region] for region in REGIONS if region in row.numbers)
                for row in truth.rows_of(domain)
            ]
            if not any(same(low, one[0]) and same(high, one[-1]) for one in ends):
                yield f"« de {low} à {high} »: not the ends of any indicator of {domain}"


def ranked_regions(said: Said) -> Iterator[str]:
    """Refuse the rank of a region in a domain: in an ordered list, or in a table with a column of ranks."""
    if said.place.get("niveau") or said.place.get("resultat"):
        return
    listed = re.search(r"Rang et intervalle|de la plus à la moins fragile, avec leur rang", said.text)
    domain = _one_domain(said, said.text) if listed else ""
    if domain:
        ranks = truth.region_ranks(domain)
        for name, rank in _FOLLOWED.findall(said.text):
            if ranks.get(subject.REGIONS[name]) != int(rank):
                yield f"{name} {rank}: {ranks.get(subject.REGIONS[name])} in {domain}"


def inside_regions(said: Said) -> Iterator[str]:
    """Refuse « mesuré 15ᵉ des 16 domaines » where the domain has another rank inside the region."""
    if said.place.method_changed:
        return
    for part in matching(said, _INSIDE):
        asked = subject.about(said, part)
        for rank, _, _, total in _INSIDE.findall(part):
            if len(asked.domains) != 1 or len(asked.regions) != 1 or total != "16":
                continue
            right = truth.inside_rank(asked.regions[0], asked.domains[0])
            if int(rank) != right:
                yield f"« mesuré {rank} »: {right} for {asked.domains[0]} in {asked.regions[0]}"


RULES = (
    Rule(
        "most-fragile",
        most_fragile,
        [
            at("Emploi\u202f: l’Occitanie est la région la plus fragile"),
            at("Pouvoir d’achat\u202f: l’Île-de-France et la Bretagne sont les régions les plus fragiles"),
        ],
        [at("Emploi\u202f: les Hauts-de-France sont la région la plus fragile, 10,8\u202f%")],
        by_place=True,
    ),
    Rule(
        "value-against-france",
        against_france,
        [
            at("Emploi\u202f: les Hauts-de-France, 10,7\u202f% contre 8,4\u202f% en France"),
            at("Emploi\u202f: les Hauts-de-France, 10,8\u202f% contre 8,5\u202f% en France"),
        ],
        [at("Emploi\u202f: les Hauts-de-France, 10,8\u202f% contre 8,4\u202f% en France")],
        by_place=True,
    ),
    Rule(
        "beyond-france",
        beyond_france,
        [at("6\u00a0régions sur 13 sont au-dessus de la France (8,4\u202f%)", domaine="emploi")],
        [at("5\u00a0régions sur 13 sont en dessous de la France (0,67)", domaine="culture")],
        by_place=True,
    ),
    Rule(
        "spread-of-the-regions",
        spread,
        [at("De 0,44 à 1,12 selon les régions.", domaine="culture")],
        [at("De 0,44 à 1,13 selon les régions.", domaine="culture")],
        by_place=True,
    ),
    Rule(
        "rank-among-regions",
        ranked_regions,
        [at("Emploi. Rang et intervalle\u202f: Hauts-de-France 2ᵉ\u202f; Occitanie 2ᵉ.")],
        [at("Emploi. Rang et intervalle\u202f: Hauts-de-France 1ʳᵉ\u202f; Grand Est 6ᵉ, entre 6ᵉ et 7ᵉ.")],
        by_place=True,
    ),
    Rule(
        "rank-inside-a-region",
        inside_regions,
        [
            at("Emploi, en Corse\u202f: +8 rangs (mesuré 8ᵉ des 16\u00a0domaines\u202f; ressenti 1ᵉʳ)"),
            in_row(
                "Rang mesuré",
                {
                    "Domaine": "Culture",
                    "Région": "Corse",
                    "Rang mesuré": "4ᵉ, entre 3ᵉ et 5ᵉ, des 16\u00a0domaines",
                },
            ),
        ],
        [
            at(
                "Emploi, en Corse\u202f: +8 rangs (mesuré 9ᵉ, entre 8ᵉ et 10ᵉ, des 16\u00a0domaines"
                "\u202f; ressenti 1ᵉʳ)"
            )
        ],
        by_place=True,
    ),
)
