"""The method of a file in words, when it is not our starting one: a file says how it was computed."""

from __future__ import annotations

from indicators.method import Aggregation, Method, Weighting
from indicators.method_codes import NORMALISATIONS
from indicators.results import REFERENCE, Results
from wording.lists import join
from wording.numbers import number
from wording.typography import quoted

_NAMED = {"minmax": "minmax", "rank": "rang", "percent": "pourcentage"}


def said(results: Results, method: Method) -> str:
    """« Rangs des régions ; chaque axe compte autant », or `""` for our starting method."""
    if method == REFERENCE:
        return ""
    return f"{NORMALISATIONS[_normalisation(method)]}\u202f; {_weighting(results, method)}"


def _normalisation(method: Method) -> str:
    if method.aggregation is Aggregation.GEOMETRIC:
        return "geometrique"
    return _NAMED.get(method.normalisation, "")


def _weighting(results: Results, method: Method) -> str:
    """Say who weighs; of the reader's own weights, those that are not 1."""
    if method.weighting is Weighting.ACTOR:
        return f"priorités publiées par {results.vocabulary().actors_the[method.actor]}"
    if method.weighting is Weighting.READER:
        return f"pondération du lecteur ({_own(results, method)})"
    if method.weighting is Weighting.EQUAL_AXES:
        return "chaque axe compte autant"
    return "chaque domaine compte autant"


def _own(results: Results, method: Method) -> str:
    labels = results.vocabulary().domains
    own = [f"{quoted(labels[code])}\u00a0× {number(weight)}" for code, weight in method.domain_weights]
    changed = [text for text, (_, weight) in zip(own, method.domain_weights, strict=True) if weight != 1]
    return join(changed) or "tous les poids à 1"
