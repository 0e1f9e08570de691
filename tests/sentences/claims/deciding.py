"""What is said to decide of the whole: held against plain loops, with the starting method."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tests import boring, boring_importance, boring_index
from tests.sentences.rule import Rule, at
from tests.sentences.said import PUBLISHED, Said

_MAKE = re.compile(
    r"(\d+)\u00a0domaines? sur (\d+), (\d+)\u202f% du poids, (?:fait|font) (\d+)\u202f% des différences"
)
_AGAINST = re.compile(r"(\d+)\u00a0domaines? (?:va|vont) contre l’ensemble")
_ALPHA = re.compile(r"α(?: de Cronbach est de |\u00a0=\u00a0)(\u2212?\d+,\d+)")
_LEAST = 0.8


@cache
def _scores() -> tuple[tuple[float, ...], ...]:
    """Scores of each domain in the regions, then those of the whole."""
    scored = boring_index.index("zscore")
    levels = [("domaine", code) for code in boring_index.axes()] + [("ensemble", "ensemble")]
    return tuple(tuple(scored[region, *level] for region in boring.REGIONS) for level in levels)


@cache
def _fewest() -> list[int]:
    """The fewest domains that make most of the variance, of how many, their weight and their part."""
    *domains, whole = _scores()
    parts = boring_importance.shares([1.0] * len(domains), domains, whole)
    count, made = 0, 0.0
    for part in sorted(parts, reverse=True):
        if made < _LEAST:
            count, made = count + 1, made + part
    return [count, len(domains), round(100 * count / len(domains)), round(100 * made)]


@cache
def _alpha() -> str:
    *domains, _ = _scores()
    return f"{boring_importance.alpha(domains):.2f}".replace(".", ",").replace("-", "\u2212")


@cache
def _opposed() -> int:
    *domains, whole = _scores()
    return sum(round(boring_importance.pearson(domain, whole) or 0, 2) < 0 for domain in domains)


def makes(said: Said) -> Iterator[str]:
    """Refuse a count of domains that is not the fewest, or whose weight and part are others."""
    for found in _MAKE.findall(said.text) if _ours(said) else []:
        if list(map(int, found)) != _fewest():
            yield f"{found}: by plain loops {_fewest()}"


def goes_against(said: Said) -> Iterator[str]:
    """Refuse a count of domains that go against the whole which is not theirs."""
    for count in _AGAINST.findall(said.text) if _ours(said) else []:
        if int(count) != _opposed():
            yield f"{count} domains against the whole: by plain loops {_opposed()}"


def alpha(said: Said) -> Iterator[str]:
    """Refuse another alpha of the domains."""
    for found in _ALPHA.findall(said.text) if _ours(said) else []:
        if found != _alpha():
            yield f"alpha {found}: by plain loops {_alpha()}"


def _ours(said: Said) -> bool:
    """Say whether a text speaks of the published figures by the starting method."""
    place = said.place
    return place.data == PUBLISHED and not place.method_changed


_RIGHT = "5\u00a0domaines sur 16, 31\u202f% du poids, font 83\u202f% des différences d’ensemble"
RULES = (
    Rule("makes-the-differences", makes, [at(_RIGHT.replace("83", "90"))], [at(_RIGHT)], by_place=True),
    Rule(
        "against-the-whole",
        goes_against,
        [at("4\u00a0domaines vont contre l’ensemble")],
        [
            at("3\u00a0domaines vont contre l’ensemble"),
            at("5\u00a0domaines vont contre l’ensemble", methode="rang"),
        ],
        by_place=True,
    ),
    Rule(
        "alpha-of-the-domains",
        alpha,
        [at("Leur α de Cronbach est de 0,72")],
        [at("différentes\u202f: α\u00a0=\u00a00,27")],
        by_place=True,
    ),
)
