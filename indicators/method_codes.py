"""The methods a reader can name in an address: a short code for each choice, and its words.

A normalisation with its mean (`methode`), a weighting (`ponderation`), the reader's own weights (`poids`, as
`emploi:2,sante:0.5`; a domain that is not named weighs 1), then what the reader changes of the figures
(`indicators.option_codes`). The empty code is our starting choice, and so is a name that is left out; a
choice that another one leaves nothing to do is not read, as weights are not where they are equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from indicators import option_codes as options
from indicators.method import Aggregation, Method, MethodError, Outliers, Weighting, check_domain_weights
from indicators.normalisation import Normalisation
from indicators.reader_options import TREATED
from indicators.structure import actors
from indicators.weights import actor_priorities
from loaders.store import Store

# What an address calls the choices that make a method.
(NORMALISATION, WEIGHTING, WEIGHTS) = ("methode", "ponderation", "poids")
NAMES = (NORMALISATION, WEIGHTING, WEIGHTS, *options.NAMES)
NORMALISATIONS: Mapping[str, str] = {
    "": "Écarts à la moyenne des régions",
    "minmax": "De 0 à 10, du moins au plus fragile",
    "rang": "Rangs des régions",
    "pourcentage": "Écart à la France en pourcentage",
    "geometrique": "De 0 à 10, moyenne géométrique",
    "geometrique_entre": "De 0 à 10, moyenne géométrique entre domaines",
    "geometrique_dans": "De 0 à 10, moyenne géométrique dans les domaines",
}
EQUAL_AXES, READER = "axes_egaux", "lecteur"
_EQUAL_DOMAINS = ""
_ACTOR = "priorites_"
_KINDS = {
    "": Normalisation.ZSCORE,
    "minmax": Normalisation.MINMAX,
    "rang": Normalisation.RANK,
    "pourcentage": Normalisation.PERCENT,
    **{str(mean): Normalisation.MINMAX for mean in Aggregation if mean is not Aggregation.ARITHMETIC},
}
_EQUAL = {_EQUAL_DOMAINS: Weighting.EQUAL_DOMAINS, EQUAL_AXES: Weighting.EQUAL_AXES}
_WEIGHT = re.compile(r"([a-z_]{1,40}):(\d{1,2}(?:\.\d{1,2})?)")


def weightings(store: Store) -> dict[str, str]:
    """Return the codes and words of the weightings this edition can compute, our starting one first."""
    names = actors(store)
    priorities = {
        f"{_ACTOR}{code}": f"Priorités publiées par {label}"
        for code, label in zip(names["actor_code"], names["label_the"], strict=True)
        if _computable(store, str(code))
    }
    return {
        _EQUAL_DOMAINS: "Chaque domaine compte autant",
        EQUAL_AXES: "Chaque axe compte autant",
        **priorities,
        READER: "Ma pondération",
    }


def read_weights(text: str, domains: Iterable[str]) -> dict[str, float]:
    """Read `emploi:2,sante:0.5`; a domain that is not named weighs 1. Raises `MethodError`."""
    every, given = tuple(domains), []
    for part in filter(None, text.split(",")):
        found = _WEIGHT.fullmatch(part)
        if not found or found[1] not in every:
            raise MethodError(
                "Les poids de l’adresse ne se lisent pas\u202f: écrivez-les comme `emploi:2,sante:0.5`."
            )
        given.append((found[1], float(found[2])))
    named = dict(given)
    check_domain_weights([*given, *((code, 1.0) for code in every if code not in named)])
    return dict.fromkeys(every, 1.0) | named


def write_weights(weights: Mapping[str, float]) -> str:
    """Write what `read_weights` reads; weights of 1 are left out."""
    return ",".join(f"{code}:{weight:g}" for code, weight in weights.items() if weight != 1)


def method(
    chosen: Mapping[str, str], domains: Iterable[str], indicators: Mapping[str, str] = MappingProxyType({})
) -> Method:
    """Return the method that the codes name, by name; raises `MethodError` (an unknown code included).

    `indicators`: the codes of those that a score rests on, by how the address writes them.
    """
    normalisation = chosen.get(NORMALISATION, "")
    if normalisation not in _KINDS:
        raise MethodError(options.unknown("méthode", normalisation))
    geometric = normalisation in {str(mean) for mean in Aggregation}
    weighed = _weighted(chosen.get(WEIGHTING, ""), chosen.get(WEIGHTS, ""), domains)
    kind = _KINDS[normalisation]
    outliers = options.read_outliers(chosen.get(options.OUTLIERS, ""))
    goalposts = options.read_goalposts(chosen.get(options.GOALPOSTS, ""), indicators)
    return replace(
        weighed,
        normalisation=kind,
        aggregation=Aggregation(normalisation) if geometric else Aggregation.ARITHMETIC,
        minimum_coverage=options.read_coverage(chosen.get(options.COVERAGE, ""), weighed.minimum_coverage),
        outliers=outliers if kind in TREATED else Outliers.KEPT,
        goalposts=goalposts if kind is Normalisation.MINMAX else (),
        flipped=options.read_flipped(chosen.get(options.FLIPPED, ""), indicators),
        error=options.read_error(chosen.get(options.ERROR, "")),
    )


def _weighted(weighting: str, weights: str, domains: Iterable[str]) -> Method:
    """Return our starting method with the weights that are named."""
    if weighting == READER:
        return Method(
            weighting=Weighting.READER, domain_weights=tuple(read_weights(weights, domains).items())
        )
    if weighting.startswith(_ACTOR):
        return Method(weighting=Weighting.ACTOR, actor=weighting.removeprefix(_ACTOR))
    if weighting not in _EQUAL:
        raise MethodError(options.unknown("pondération", weighting))
    return Method(weighting=_EQUAL[weighting])


def codes(method: Method) -> dict[str, str]:
    """Return the codes that name a method, by name: what `method` reads."""
    arithmetic = method.aggregation is Aggregation.ARITHMETIC
    alike = (code for code, kind in _KINDS.items() if kind == method.normalisation)
    equal = {kind: code for code, kind in _EQUAL.items()}
    named = f"{_ACTOR}{method.actor}" if method.actor else READER
    kept = method.minimum_coverage == Method().minimum_coverage
    return {
        NORMALISATION: next(alike) if arithmetic else str(method.aggregation),
        WEIGHTING: equal.get(method.weighting, named),
        WEIGHTS: write_weights(dict(method.domain_weights)),
        options.OUTLIERS: "" if method.outliers is Outliers.KEPT else str(method.outliers),
        options.GOALPOSTS: options.write_goalposts(method.goalposts),
        options.COVERAGE: "" if kept else f"{method.minimum_coverage:g}",
        options.FLIPPED: options.write_flipped(method.flipped),
        options.ERROR: options.write_error(method.error),
    }


def _computable(store: Store, actor: str) -> bool:
    """Only a survey that ranks half of the domains gives weights: most actors' published figures do not."""
    try:
        actor_priorities(store, actor)
    except MethodError:
        return False
    return True
