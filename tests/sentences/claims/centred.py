"""What is said to be a region’s own in a gap: held against plain loops, with the starting method."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tests import boring_gaps
from tests.sentences import subject, truth
from tests.sentences.rule import Rule, at
from tests.sentences.said import Said

_NUMBER = r"([+\u2212]?\d+(?:,\d)?)"
_CUT = re.compile(
    rf"\({_NUMBER}\u00a0rangs?\) réunit l’écart moyen des (\d+)\u00a0régions publiées, {_NUMBER}, "
    rf"et ce qui est propre à la région, {_NUMBER} "
)
_MEAN = re.compile(rf"l’écart moyen des (\d+)\u00a0régions publiées est de {_NUMBER}\u00a0rang")


@cache
def _parts(data: str) -> dict[tuple[str, str], set[tuple[float, int, float]]]:
    """Return, by region and domain, every gap with how many regions its mean has, and the mean."""
    found: dict[tuple[str, str], set[tuple[float, int, float]]] = {}
    for actor in truth.ACTORS:
        gaps = truth.rank_gaps(data, actor)
        for key, own in boring_gaps.centred(gaps).items():
            many = sum(other[1:] == key[1:] for other in gaps)
            found.setdefault((key[0], key[1]), set()).add((gaps[key], many, gaps[key] - own))
    return found


def cut_in_two(said: Said) -> Iterator[str]:
    """Refuse a gap, a mean, a number of regions or an own part that no survey gives."""
    if said.place.method_changed:
        return
    for part in subject.parts(said.text):
        for found in _CUT.findall(part):
            gap, mean, own = (_read(found[place]) for place in (0, 2, 3))
            known = _known(said, part)
            if not any(
                (gap, int(found[1])) == right[:2]
                and abs(mean - right[2]) < 0.051
                and abs(gap - mean - own) < 1e-9
                for right in known
            ):
                yield f"{found}: by plain loops {sorted(known)}"


def mean_of_a_domain(said: Said) -> Iterator[str]:
    """Refuse the mean gap of a domain that no survey gives."""
    if said.place.method_changed:
        return
    for part in subject.parts(said.text):
        for many, mean in _MEAN.findall(part):
            domains = subject.named(part).domains
            known = {
                right[1:]
                for (_, code), own in _parts(said.place.data).items()
                if code in domains
                for right in own
            }
            if not any(int(many) == count and abs(_read(mean) - right) < 0.051 for count, right in known):
                yield f"{many} regions, {mean}: by plain loops {sorted(known)}"


def _known(said: Said, part: str) -> set[tuple[float, int, float]]:
    asked = subject.about(said, part)
    every = _parts(said.place.data)
    return {
        right
        for region in asked.regions
        for domain in asked.domains
        for right in every.get((region, domain), ())
    }


def _read(text: str) -> float:
    return float(text.replace("\u2212", "-").replace(",", "."))


_BRITTANY = (
    "En Bretagne, l’écart sur «\u00a0Emploi\u00a0» (+10\u00a0rangs) réunit l’écart moyen des "
    "13\u00a0régions publiées, +8,3, et ce qui est propre à la région, +1,7 (de +0,5 à +5,5), "
    "au-dessus de la moyenne."
)
_JOBS = "Sur «\u00a0Emploi\u00a0», l’écart moyen des 13\u00a0régions publiées est de +8,3\u00a0rangs."
RULES = (
    Rule(
        "own-part-of-a-gap",
        cut_in_two,
        [
            at(_BRITTANY.replace("+1,7", "+1,8")),
            at(_BRITTANY.replace("+10", "+9").replace("+1,7", "+0,7")),
            at(_BRITTANY.replace("13", "12")),
        ],
        [at(_BRITTANY), at(_BRITTANY.replace("+8,3", "+2,0"), ponderation="axes_egaux")],
        by_place=True,
    ),
    Rule(
        "mean-gap-of-a-domain",
        mean_of_a_domain,
        [at(_JOBS.replace("+8,3", "+8,5")), at(_JOBS.replace("Emploi", "Santé"))],
        [at(_JOBS)],
        by_place=True,
    ),
)
