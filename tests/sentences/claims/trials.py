"""How sure the ranks are said to be, over all regions: held against trials drawn the boring way.

Other random numbers and a few hundred trials: a mean over the regions is known to a tenth of a place, and
what a doubt explains to a few points. A number that is farther is wrong.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from tests import boring, boring_draws, boring_index
from tests.sentences import subject
from tests.sentences.claims.doubts import LISTED, SOURCES
from tests.sentences.rule import Rule, at
from tests.sentences.said import PUBLISHED, Said

_WIDE = re.compile(r"L’intervalle d’un rang (d’ensemble|dans un domaine) est large de (\d+,\d)\u00a0places?")
_SURE = re.compile(r"(\d+) de ces (\d+) rangs (?:n’a|n’ont) pas d’intervalle")
_APART = re.compile(r"Sur (\d+)\u00a0paires? de régions, (\d+) (?:est|sont) départagées? dans (\d+)\u202f%")
_FIRST_TOO = re.compile(r"l’incertitude des chiffres, ([^.]+) (?:peut|peuvent) aussi être au premier rang")
_MEAN = "Part des variations d’un rang d’ensemble que chaque doute explique seul, en moyenne\u202f: "
_TRIALS, _EFFECTS = 800, 250
# How far other draws may be: places, ranks, pairs, points.
_PLACES, _RANKS, _PAIRS, _POINTS = 0.2, 8, 4, 8
# An interval leaves out a twentieth of the trials at each end: how far from it other trials may be.
_OFTEN = (0.03, 0.08)
Places = dict[tuple[str, str], list[int]]


@cache
def _ranked() -> tuple[Places, dict[tuple[str, str], int]]:
    """Ranks of each (region, code) in every trial; in how many one region is more fragile than another."""
    dice = random.Random(5)
    told: Places = {}
    above = dict.fromkeys(((one, other) for one in boring.REGIONS for other in boring.REGIONS), 0)
    for _ in range(_TRIALS):
        scored = boring_draws.scores(boring_draws.trial(dice, 0.1))
        for code in (*boring_draws.columns(), "ensemble"):
            for region, rank in boring_draws.among_regions(scored, code).items():
                told.setdefault((region, code), []).append(rank)
        for one, other in above:
            above[one, other] += scored[one, "ensemble"] > scored[other, "ensemble"]
    return told, above


@cache
def _widths(where: str) -> list[int]:
    """Widths of the intervals: the 5th to the 95th percentile of the trials, and the rank itself."""
    point = boring_index.ranks(boring_index.index("zscore"))
    found = []
    for (region, code), drawn in _ranked()[0].items():
        if (code == "ensemble") == (where == "d’ensemble"):
            rank = point[region, "ensemble" if code == "ensemble" else "domaine", code]
            kept = [rank, *sorted(drawn)[_TRIALS // 20 - 1 : _TRIALS - _TRIALS // 20]]
            found.append(max(kept) - min(kept))
    return found


@cache
def _alone() -> dict[str, float]:
    """What each doubt explains alone, in points, on average over the regions."""
    effects = boring_draws.effects(0.1, _EFFECTS, 5)
    names = zip(boring_draws.SOURCES, ("chiffres", "poids", "normalisation", "moyenne"), strict=True)
    return {
        name: 100 * sum(effects[code, source][0] for code in boring.REGIONS) / len(boring.REGIONS)
        for source, name in names
    }


def widths(said: Said) -> Iterator[str]:
    """Refuse a mean width, or a count of ranks without interval, that trials do not give."""
    for where, wide in _WIDE.findall(said.text) if said.place.data == PUBLISHED else []:
        mean = sum(_widths(where)) / len(_widths(where))
        if abs(float(wide.replace(",", ".")) - mean) > _PLACES:
            yield f"{where}, {wide}: by plain loops {mean:.2f}"
    for sure, ranks in _SURE.findall(said.text) if said.place.data == PUBLISHED else []:
        inside = _widths("dans un domaine")
        if int(ranks) != len(inside) or abs(int(sure) - inside.count(0)) > _RANKS:
            yield f"{sure} of {ranks}: by plain loops {inside.count(0)} of {len(inside)}"


def apart(said: Said) -> Iterator[str]:
    """Refuse a count of the pairs that the draws tell apart which trials do not give."""
    for pairs, told, share in _APART.findall(said.text) if said.place.data == PUBLISHED else []:
        least, (_, above) = int(share) / 100 * _TRIALS, _ranked()
        every = list(combinations(boring.REGIONS, 2))
        found = sum(max(above[one, other], above[other, one]) >= least for one, other in every)
        if int(pairs) != len(every) or abs(int(told) - found) > _PAIRS:
            yield f"{told} of {pairs}: by plain loops {found} of {len(every)}"


def means(said: Said) -> Iterator[str]:
    """Refuse a mean over the regions that is farther from plain loops than their noise, or out of order."""
    _, start, told = said.text.partition(_MEAN)
    if not start or said.place.data != PUBLISHED:
        return
    found = {SOURCES[name]: int(share) for name, share in LISTED.findall(told)}
    if list(found.values()) != sorted(found.values(), reverse=True):
        yield f"{found}: out of order"
    if set(found) != set(_alone()) or any(abs(own - _alone()[name]) > _POINTS for name, own in found.items()):
        yield f"{found}: by plain loops {_alone()}"


def first_too(said: Said) -> Iterator[str]:
    """Refuse who is said to be first too in a domain and hardly ever is, and who often is and is not said."""
    for who in _FIRST_TOO.findall(said.text) if said.place.data == PUBLISHED else []:
        (domain,) = subject.about(said, who).domains
        told, point = set(subject.named(who).regions), boring_index.ranks(boring_index.index("zscore"))
        for region in boring.REGIONS:
            often = _ranked()[0][region, domain].count(1) / _TRIALS
            if point[region, "domaine", domain] > 1 and (
                often < _OFTEN[0] if region in told else often > _OFTEN[1]
            ):
                yield f"{region} in {domain}: first in {often:.3f} of plain trials"


_ALL = "L’intervalle d’un rang d’ensemble est large de 3,6\u00a0places en moyenne."
_INSIDE = (
    "L’intervalle d’un rang dans un domaine est large de 1,7\u00a0places en moyenne\u202f; 40 de ces 208 "
    "rangs n’ont pas d’intervalle."
)
_PAIRED = "Sur 78\u00a0paires de régions, 52 sont départagées dans 95\u202f% des tirages au moins."
_SHARED = (
    f"{_MEAN}la moyenne, simple ou géométrique (26\u202f%), les poids (20\u202f%), les chiffres (12\u202f%) "
    "et la façon de rendre les chiffres comparables (8\u202f%)."
)
_TOO = "Compte tenu de l’incertitude des chiffres, {} peuvent aussi être au premier rang."
_BOTH = "le Grand Est et la Corse"
RULES = (
    Rule(
        "first-too",
        first_too,
        [
            at(_TOO.format("le Grand Est et la Bretagne"), domaine="environnement"),
            at(_TOO.format("le Grand Est"), domaine="environnement"),
            at(_TOO.format(_BOTH), domaine="emploi"),
        ],
        [at(_TOO.format(_BOTH), domaine="environnement")],
        by_place=True,
    ),
    Rule(
        "mean-width-of-an-interval",
        widths,
        [
            at(_ALL.replace("3,6", "3,2")),
            at(_INSIDE.replace("1,7", "0,5")),
            at(_INSIDE.replace("40", "160")),
            at(_INSIDE.replace("208", "221")),
        ],
        [at(_ALL), at(_INSIDE)],
    ),
    Rule(
        "pairs-told-apart",
        apart,
        [at(_PAIRED.replace("52", "60")), at(_PAIRED.replace("78", "156"))],
        [at(_PAIRED)],
    ),
    Rule(
        "mean-of-the-doubts",
        means,
        [
            at(_SHARED.replace("26", "52")),
            at(_SHARED.replace("12", "21")),
            at(_SHARED.replace(" et la façon de rendre les chiffres comparables (8\u202f%)", "")),
        ],
        [at(_SHARED)],
    ),
)
