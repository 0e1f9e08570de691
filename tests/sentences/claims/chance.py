"""What chance would give of a count of regions: held against plain loops, with the starting method."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tests import boring
from tests.sentences import subject, truth
from tests.sentences.rule import Rule, at
from tests.sentences.said import Said

_SAID = re.compile(
    r"Sur «\u00a0([^»]+)\u00a0», un rang mesuré tiré au hasard viendrait (après|avant) le rang ressenti dans "
    r"(\d+,\d)\u00a0régions? sur (\d+) en moyenne \((?:de (\d+) à )?(\d+) neuf fois sur dix\)\u202f; "
    r"intervalles à part, il vient (?:après|avant) dans (\d+), (.*?)\."
)
_END = {1: "plus que le hasard n’explique", -1: "moins que le hasard n’en donnerait", 0: "rien qui dépasse"}
_FELT_AND_MEASURED = list[tuple[int, int, int]]


@cache
def _sides(data: str, domain: str) -> list[_FELT_AND_MEASURED]:
    """Return, for each survey of an actor, the felt rank of each region, the measured one, of how many."""
    ranks = boring.domain_ranks()
    ranked = {region: sum(other == region for other, _ in ranks) for region in boring.REGIONS}
    found: dict[tuple[str, str, str], _FELT_AND_MEASURED] = {}
    for actor in truth.ACTORS:
        for (region, own, wave, measure), gap in truth.rank_gaps(data, actor).items():
            if own == domain:
                place = ranks[region, domain]
                found.setdefault((actor, wave, measure), []).append(
                    (round(place - gap), place, ranked[region])
                )
    return list(found.values())


def _expected(sides: _FELT_AND_MEASURED, side: str) -> tuple[str, str, int, int, int, str]:
    """Return what the sentence has to say: the mean, of how many, both ends, what is observed, which side."""
    after = side == "après"
    likely = [(ranked - felt if after else felt - 1) / ranked for felt, _, ranked in sides]
    shares = _shares(likely)
    low, high = (_first(shares, end) for end in (0.05, 0.95))
    observed = sum(place > felt if after else place < felt for felt, place, _ in sides)
    said = _END[(observed > high) - (observed < low)]
    return f"{sum(likely):.1f}".replace(".", ","), str(len(sides)), low, high, observed, said


def _shares(likely: Sequence[float]) -> list[float]:
    """Return how likely each count is, one region after the other."""
    shares = [1.0]
    for one in likely:
        longer = [0.0] * (len(shares) + 1)
        for count, share in enumerate(shares):
            longer[count] += share * (1 - one)
            longer[count + 1] += share * one
        shares = longer
    return shares


def _first(shares: Sequence[float], end: float) -> int:
    """Return the first count that so many draws do not go beyond."""
    return next(count for count in range(len(shares)) if sum(shares[: count + 1]) >= end - 1e-12)


def count_by_chance(said: Said) -> Iterator[str]:
    """Refuse a mean, an end, a count or a verdict that no survey gives of the domain."""
    if said.place.method_changed:
        return
    for label, side, mean, many, low, high, observed, end in _SAID.findall(said.text):
        (domain,) = subject.named(label).domains
        told = (mean, many, int(low or high), int(high), int(observed))
        known = [_expected(sides, side) for sides in _sides(said.place.data, domain)]
        if not any(told == right[:5] and end.startswith(right[5]) for right in known):
            yield f"{told}, « {end} »: by plain loops {known}"


_JOBS = (
    "Sur «\u00a0Emploi\u00a0», un rang mesuré tiré au hasard viendrait après le rang ressenti dans "
    "12,2\u00a0régions sur 13 en moyenne (de 11 à 13 neuf fois sur dix)\u202f; intervalles à part, il vient "
    "après dans 11, rien qui dépasse le hasard."
)
RULES = (
    Rule(
        "count-by-chance",
        count_by_chance,
        [
            at(_JOBS.replace("12,2", "11,2")),
            at(_JOBS.replace("de 11", "de 10")),
            at(_JOBS.replace("dans 11", "dans 13")),
            at(_JOBS.replace("rien qui dépasse le hasard", "plus que le hasard n’explique")),
        ],
        [at(_JOBS), at(_JOBS.replace("12,2", "3,0"), ponderation="axes_egaux")],
        by_place=True,
    ),
)
