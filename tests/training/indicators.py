"""The indicators that are invented, and their values: around a level, what is regional shared by a domain."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.boring import REGIONS, domain_scores

LIST = Path(__file__).with_name("indicators.csv")
# Out of a hundred: indicators that contradict their domain.
CONTRARY = 12
# What makes a value, in spreads: what the published indicator of the domain says, the criterion, chance.
DOMAIN, CRITERION, OWN = 0.6, 0.45, 0.5
# Two domains whose published indicator is an evolution follow another one: a level is not its movement.
_LIKE = {"developpement_economique": "emploi", "pouvoir_achat": "pauvrete"}
# One published region may stand far out: the others of its domain follow it so far.
_FARTHEST = 1.6
_ILE_DE_FRANCE = "11"
# Even steps from one end to the other have a spread of one.
_WIDTH = 1.6


@dataclass(frozen=True)
class Invented:
    """One line of the list. `decimals`: as the level is written; `ile_de_france`: apart, in spreads."""

    code: str
    domain: str
    criterion: str
    label: str
    unit: str
    direction: int
    level: float
    decimals: int
    spread: float
    year: str
    producer: str
    ile_de_france: float

    @property
    def step(self) -> float:
        """The last decimal."""
        return 10.0**-self.decimals


def invented() -> list[Invented]:
    """Read the list."""
    with LIST.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    found: list[Invented] = []
    for line in lines:
        number = 1 + sum(one.domain == line["domain"] for one in found)
        found.append(
            Invented(
                code=f"FICTIF.{line['domain'].replace('_', '-')}.{number}",
                **{name: line[name] for name in ("domain", "criterion", "label", "unit", "year", "producer")},
                direction=int(line["direction"]),
                level=float(line["level"]),
                decimals=len(line["level"].partition(".")[2]),
                spread=float(line["spread"]),
                ile_de_france=float(line["ile_de_france"] or 0),
            )
        )
    return found


def named(domain: str) -> int:
    """Count the indicators of a domain, the published one with them."""
    return 1 + sum(one.domain == domain for one in invented())


def fragility(domain: str) -> dict[str, float]:
    """What a published indicator says of each region in a domain, in spreads: higher is more fragile."""
    scored, followed = domain_scores("zscore"), _LIKE.get(domain, domain)
    found = {region: scored[region, followed][0] for region in REGIONS}
    return {region: _within(score) for region, score in found.items() if score is not None}


def values(one: Invented, population: dict[str, float]) -> dict[str, float]:
    """Return the value of each region, and of France, which is their mean by `population`.

    No region is at France to the digit: each would be a finding, and they would hide the others.
    """
    chance, leaning = Random(one.code), Random(f"{one.domain}, {one.criterion}")
    turned = one.direction * (-1 if chance.random() * 100 < CONTRARY else 1)
    shared, found = fragility(one.domain), {}
    apart = {
        region: DOMAIN * shared[region] + CRITERION * leaning.gauss(0, 1) + OWN * chance.gauss(0, 1)
        for region in REGIONS
    }
    for region, spreads in _spread_out(apart).items():
        own = one.ile_de_france if region == _ILE_DE_FRANCE else 0
        found[region] = round(placed(one, turned * spreads + own), one.decimals)
    weighed = sum(population[region] * value for region, value in found.items())
    france = round(weighed / sum(population[region] for region in found), one.decimals)
    for region, value in found.items():
        if value == france:
            found[region] = round(value + math.copysign(one.step, turned * shared[region]), one.decimals)
    return {"FR": france, **found}


def placed(one: Invented, apart: float) -> float:
    """Return the number so many spreads from the level: never under 0 when it is a size, nor over 100 %."""
    if one.level < 0:
        return one.level + one.spread * apart
    if one.unit == "%" and one.level > 50:
        room = 100 - one.level
        return 100 - room * math.exp(-one.spread * apart / room)
    return one.level * math.exp(one.spread * apart / one.level)


def _spread_out(apart: dict[str, float]) -> dict[str, float]:
    """Bring regions half way to even steps: drawn freely, some are far out in one row in ten."""
    places = sorted(apart, key=lambda region: apart[region])
    even = {region: _WIDTH * (2 * place / (len(places) - 1) - 1) for place, region in enumerate(places)}
    return {region: (own + even[region]) / 2 for region, own in apart.items()}


def _within(score: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, score))
