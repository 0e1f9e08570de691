"""The reader's choices: how values are made comparable, weighted and brought together.

A `Method` is checked when it is made, so that whoever holds one can compute with it; it is hashable, so that
it can be the key of a cache. Which domains and actors exist depends on the edition: those codes are checked
in `indicators.weights`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from indicators.normalisation import Normalisation
from indicators.reader_options import (
    SUPPOSED,
    Goalposts,
    MethodError,
    Outliers,
    as_given,
    check_goalposts,
    check_outliers,
)
from wording.lists import join

__all__ = ["Aggregation", "Method", "MethodError", "Outliers", "Weighting", "as_given"]


class Weighting(StrEnum):
    """What a domain weighs in its axis and in the whole; inside a domain, the workbook's weights hold."""

    EQUAL_DOMAINS = "domaines_egaux"
    EQUAL_AXES = "axes_egaux"
    ACTOR = "priorites_acteur"
    READER = "lecteur"


class Aggregation(StrEnum):
    """Weighted arithmetic mean (a strength makes up for a weakness) or geometric mean (less and less so).

    The geometric mean is 11 - geomean(11 - F), F being the min–max values moved from 0–10 to 1–10
    (`1 + 0.9 x`): see `indicators.geometric`. OECD/JRC, Handbook on Constructing Composite Indicators (2008),
    step 6. It is taken at every level, or at one of two only, as the Human Development Index does: between
    the domains (in an axis and in the whole), or inside them (between indicators).
    """

    ARITHMETIC = "arithmetique"
    GEOMETRIC = "geometrique"
    GEOMETRIC_BETWEEN = "geometrique_entre"
    GEOMETRIC_INSIDE = "geometrique_dans"

    def geometric(self, level: str) -> bool:
        """Say whether the score of a level ('domaine' | 'axe' | 'ensemble') is a geometric mean."""
        here = Aggregation.GEOMETRIC_INSIDE if level == "domaine" else Aggregation.GEOMETRIC_BETWEEN
        return self in (Aggregation.GEOMETRIC, here)

    @property
    def mixed(self) -> bool:
        """Say whether domains are made by one mean and brought together by the other."""
        return self.geometric("domaine") != self.geometric("ensemble")


@dataclass(frozen=True)
class Method:
    """One way to compute the index; the default is ours, the observatory publishes no formula.

    Raises `MethodError`.
    """

    normalisation: Normalisation = Normalisation.ZSCORE
    weighting: Weighting = Weighting.EQUAL_DOMAINS
    actor: str = ""  # for Weighting.ACTOR
    domain_weights: tuple[tuple[str, float], ...] = ()  # for Weighting.READER: missing domain = 0
    aggregation: Aggregation = Aggregation.ARITHMETIC
    minimum_coverage: float = 0.5  # share of the weight under which a score is not shown, 0 to 1
    outliers: Outliers = Outliers.KEPT
    goalposts: Goalposts = ()  # (indicator, what 0 and 10 stand for) in its unit, for min–max
    flipped: tuple[str, ...] = ()  # indicators read the other way round than the workbook says
    # Standard error of an indicator whose producer publishes none, in standard deviations between regions,
    # 0 to 1. It moves draws, never a score.
    error: float = SUPPOSED

    def __post_init__(self) -> None:
        """Turn texts (of a URL, of a command line) into choices and refuse what cannot be computed."""
        for name, kind in _CHOICES.items():
            object.__setattr__(self, name, _choice(name, kind, getattr(self, name)))
        _check_aggregation(self)
        _check_weights(self)
        for name in ("goalposts", "flipped"):  # in one order: two orders would be two keys for one result
            object.__setattr__(self, name, tuple(sorted(getattr(self, name))))
        check_outliers(self.outliers, self.normalisation)
        check_goalposts(self.goalposts, self.normalisation)
        if not 0 <= self.minimum_coverage <= 1:
            raise MethodError(
                f"La couverture minimale {as_given(self.minimum_coverage)} n’est pas une part\u202f: "
                "choisissez un nombre de 0 à 1 (0,5 pour la moitié)."
            )
        if not 0 <= self.error <= 1:
            raise MethodError(
                f"L’erreur de mesure supposée {as_given(self.error)} n’est pas une part de l’écart-type "
                "entre régions\u202f: choisissez un nombre de 0 à 1 (0,1 pour un dixième)."
            )


_CHOICES: dict[str, type[StrEnum]] = {
    "normalisation": Normalisation,
    "weighting": Weighting,
    "aggregation": Aggregation,
    "outliers": Outliers,
}
_FRENCH = {
    "normalisation": "La normalisation",
    "weighting": "La pondération",
    "aggregation": "L’agrégation",
    "outliers": "La lecture des valeurs extrêmes",
}


def _choice(name: str, kind: type[StrEnum], value: str) -> StrEnum:
    try:
        return kind(value)
    except ValueError as error:
        known = join(list(kind), "ou")
        raise MethodError(
            f"{_FRENCH[name]} «\u00a0{value}\u00a0» est inconnue\u202f: choisissez {known}."
        ) from error


def _check_aggregation(method: Method) -> None:
    """Only min–max is bounded below: a product of deviations or of gaps may be negative."""
    arithmetic = method.aggregation is Aggregation.ARITHMETIC
    if not arithmetic and method.normalisation is not Normalisation.MINMAX:
        raise MethodError(
            "L’agrégation géométrique ne peut pas porter sur la normalisation "
            f"«\u00a0{method.normalisation}\u00a0»\u202f: "
            f"choisissez «\u00a0{Normalisation.MINMAX}\u00a0» ou l’agrégation "
            f"«\u00a0{Aggregation.ARITHMETIC}\u00a0»."
        )


def _check_weights(method: Method) -> None:
    """Weights and actor go with the weighting that reads them, and with no other: two keys for one result."""
    by_actor, by_reader = method.weighting is Weighting.ACTOR, method.weighting is Weighting.READER
    if by_actor and not method.actor:
        raise MethodError(
            "La pondération par les priorités d’un acteur demande un acteur\u202f: nommez-en un."
        )
    if method.actor and not by_actor:
        raise MethodError(
            f"L’acteur «\u00a0{method.actor}\u00a0» ne sert qu’à la pondération "
            f"«\u00a0{Weighting.ACTOR}\u00a0»\u202f: "
            "choisissez-la, ou ne nommez pas d’acteur."
        )
    if method.domain_weights and not by_reader:
        raise MethodError(
            f"Des poids par domaine ne servent qu’à la pondération «\u00a0{Weighting.READER}\u00a0»\u202f: "
            "choisissez-la, ou retirez les poids."
        )
    if by_reader:
        check_domain_weights(method.domain_weights)


def check_domain_weights(weights: Iterable[tuple[str, float]]) -> None:
    """Refuse weights that are negative, infinite, given twice for one domain, or that sum to 0."""
    seen: dict[str, float] = {}
    for code, weight in weights:
        if not math.isfinite(weight) or weight < 0:
            raise MethodError(
                f"Le poids du domaine «\u00a0{code}\u00a0» vaut {as_given(weight)}\u202f: "
                "choisissez un nombre positif ou nul."
            )
        if code in seen:
            raise MethodError(f"Le domaine «\u00a0{code}\u00a0» a deux poids\u202f: n’en gardez qu’un.")
        seen[code] = weight
    if not sum(seen.values()) > 0:
        raise MethodError(
            "Les poids des domaines font 0 en tout\u202f: donnez un poids à un domaine au moins."
        )
