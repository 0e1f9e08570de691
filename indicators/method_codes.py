"""The methods a reader can name in an address: a short code for each choice, and its words.

A normalisation with its mean (`methode`), a weighting (`ponderation`), the reader's own weights (`poids`, as
`emploi:2,sante:0.5`; a domain that is not named weighs 1). The empty code is our starting choice, and so is a
name that is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from indicators.method import Aggregation, Method, MethodError, Weighting
from indicators.normalisation import Normalisation
from indicators.structure import actors
from indicators.weights import actor_priorities
from loaders.store import Store

# What an address calls the choices that make a method.
NAMES = (NORMALISATION, WEIGHTING, WEIGHTS) = ("methode", "ponderation", "poids")
NORMALISATIONS: Mapping[str, str] = {
    "": "Écarts à la moyenne des régions",
    "minmax": "De 0 à 10, du moins au plus fragile",
    "rang": "Rangs des régions",
    "pourcentage": "Écart à la France en pourcentage",
    "geometrique": "De 0 à 10, moyenne géométrique",
}
EQUAL_AXES, READER = "axes_egaux", "lecteur"
_EQUAL_DOMAINS = ""
_ACTOR = "priorites_"
_KINDS = {
    "": Normalisation.ZSCORE,
    "minmax": Normalisation.MINMAX,
    "rang": Normalisation.RANK,
    "pourcentage": Normalisation.PERCENT,
    "geometrique": Normalisation.MINMAX,
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
    weights = dict.fromkeys(domains, 1.0)
    for part in filter(None, text.split(",")):
        found = _WEIGHT.fullmatch(part)
        if not found or found[1] not in weights:
            raise MethodError(
                "Les poids de l’adresse ne se lisent pas\u202f: écrivez-les comme `emploi:2,sante:0.5`."
            )
        weights[found[1]] = float(found[2])
    if not sum(weights.values()):
        raise MethodError(
            "Les poids des domaines font 0 en tout\u202f: donnez un poids à un domaine au moins."
        )
    return weights


def write_weights(weights: Mapping[str, float]) -> str:
    """Write what `read_weights` reads; weights of 1 are left out."""
    return ",".join(f"{code}:{weight:g}" for code, weight in weights.items() if weight != 1)


def method(chosen: Mapping[str, str], domains: Iterable[str]) -> Method:
    """Return the method that the codes name, by name; raises `MethodError` (an unknown code included)."""
    normalisation, weighting, weights = (chosen.get(name, "") for name in NAMES)
    if normalisation not in _KINDS:
        raise MethodError(_unknown("méthode", normalisation))
    aggregation = Aggregation.GEOMETRIC if normalisation == "geometrique" else Aggregation.ARITHMETIC
    kind = _KINDS[normalisation]
    if weighting == READER:
        own = tuple(read_weights(weights, domains).items())
        return Method(kind, Weighting.READER, domain_weights=own, aggregation=aggregation)
    if weighting.startswith(_ACTOR):
        actor = weighting.removeprefix(_ACTOR)
        return Method(kind, Weighting.ACTOR, actor=actor, aggregation=aggregation)
    if weighting not in _EQUAL:
        raise MethodError(_unknown("pondération", weighting))
    return Method(kind, _EQUAL[weighting], aggregation=aggregation)


def codes(method: Method) -> dict[str, str]:
    """Return the codes that name a method, by name: what `method` reads."""
    geometric = method.aggregation is Aggregation.GEOMETRIC
    alike = (code for code, kind in _KINDS.items() if kind == method.normalisation)
    normalisation = "geometrique" if geometric else next(alike)
    equal = {kind: code for code, kind in _EQUAL.items()}
    named = f"{_ACTOR}{method.actor}" if method.actor else READER
    return {
        NORMALISATION: normalisation,
        WEIGHTING: equal.get(method.weighting, named),
        WEIGHTS: write_weights(dict(method.domain_weights)),
    }


def _unknown(what: str, code: str) -> str:
    return f"La {what} «\u00a0{code}\u00a0» est inconnue\u202f: choisissez-en une de la liste."


def _computable(store: Store, actor: str) -> bool:
    """Only a survey that ranks half of the domains gives weights: most actors' published figures do not."""
    try:
        actor_priorities(store, actor)
    except MethodError:
        return False
    return True
