"""What four actors are made to feel, in two waves: notes with the error that their sample allows.

What a region feels follows what is measured there more or less, domain by domain, and in some not at all: a
training edition has gaps of both signs. The first wave has holes, the last one has none.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from tests.boring import REGIONS
from tests.fictional import ACTORS, DOMAINS, NOTE, SHARE, SHARED, WAVES, questioned
from tests.training.indicators import fragility

LEVELS = Path(__file__).with_name("felt.csv")
SOURCE = "Données FICTIVES, pour la formation"
ASKED = {"citoyens": 6000, "entreprises": 2400, "associations": 3200, "maires": 1600}
# A smaller one says nothing of a region: the first wave leaves it out.
SMALLEST = 30
# What the first wave did not ask.
UNASKED = {("associations", "numerique"), ("maires", "diversite_handicap")}
FIRST = next(iter(WAVES))
# Points of a note: what moved between the waves, and what is an actor's own in a region.
_MOVED, _OWN = 0.25, 0.3
# Out of sixteen domains, each chooses three.
_CHOSEN = 300


def lines(population: dict[str, float]) -> list[dict[str, Any]]:
    """Every invented figure, as the columns of « Perceptions »."""
    return [
        line
        for actor in ACTORS
        for wave in WAVES
        for line in _of_a_wave(actor, wave, sizes(actor, wave, population), population)
    ]


def sizes(actor: str, wave: str, population: dict[str, float]) -> dict[str, int]:
    """Persons asked in each region and in France: small regions are asked more than their share."""
    wide = {region: population[region] ** 0.7 for region in REGIONS}
    asked = ASKED[actor] * (0.6 if wave == FIRST else 1)
    found = {region: round(asked * part / sum(wide.values())) for region, part in wide.items()}
    return {"FR": sum(found.values()), **found}


def _of_a_wave(
    actor: str, wave: str, asked: dict[str, int], population: dict[str, float]
) -> Iterator[dict[str, Any]]:
    notes = {
        domain: _notes(actor, wave, domain, asked, population)
        for domain in DOMAINS
        if wave != FIRST or (actor, domain) not in UNASKED
    }
    for place, size in asked.items():
        if wave == FIRST and size < SMALLEST:
            continue
        for domain, (said, deviation) in notes.items():
            about = questioned(actor, wave, place, domain) | {"Effectif": size, "Source": SOURCE}
            yield (
                about
                | {"Mesure": NOTE, "Unité": "note moyenne sur 10"}
                | {
                    "Valeur": round(said[place], 1),
                    "Écart-type": deviation,
                }
            )
            if (actor, wave) == SHARED:
                part = _share(place, domain, {name: of[place] for name, (of, _) in notes.items()})
                yield about | {"Mesure": SHARE, "Unité": "%", "Valeur": part}


def _notes(
    actor: str, wave: str, domain: str, asked: dict[str, int], population: dict[str, float]
) -> tuple[dict[str, float], float]:
    """Return the note of each territory, and the standard deviation of the answers."""
    level, follows = _levels()[domain]
    own, chance = Random(f"{actor}, {domain}"), Random(f"{actor}, {wave}, {domain}")
    deviation, moved = round(own.uniform(1.8, 2.6), 1), chance.gauss(0, _MOVED)
    measured, said = fragility(domain), {}
    for region in REGIONS:
        felt = level[actor] + moved + follows * measured[region] + own.gauss(0, _OWN)
        said[region] = felt + chance.gauss(0, deviation / math.sqrt(asked[region]))
    whole = sum(population[region] for region in REGIONS)
    return {"FR": sum(population[region] / whole * said[region] for region in REGIONS), **said}, deviation


def _share(place: str, domain: str, notes: dict[str, float]) -> float:
    """What is felt more is chosen more often, and each has a mind of its own."""
    own = {name: Random(f"{place}, {name}").gauss(0, 0.2) for name in notes}
    drawn = {name: math.exp(note / 2 + own[name]) for name, note in notes.items()}
    return round(_CHOSEN * drawn[domain] / sum(drawn.values()), 1)


def _levels() -> dict[str, tuple[dict[str, float], float]]:
    """The note of each actor in France by domain, and the points felt for each spread measured."""
    with LEVELS.open(encoding="utf-8", newline="") as file:
        return {
            line["domain"]: ({actor: float(line[actor]) for actor in ACTORS}, float(line["follows"]))
            for line in csv.DictReader(file)
        }
