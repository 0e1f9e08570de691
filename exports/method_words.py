"""The method of a page or a file in words, when it is not our starting one: what was changed, only that."""

from __future__ import annotations

from indicators.method import Method, Weighting
from indicators.method_codes import NORMALISATION, NORMALISATIONS, WEIGHTING, codes
from indicators.results import REFERENCE, Results
from wording.lists import join, joined
from wording.numbers import number
from wording.typography import capital, quoted


def said(results: Results, method: Method) -> str:
    """« Rangs des régions ; chaque axe compte autant », or `""` for our starting method.

    A choice that is our starting one is not named.
    """
    if method == REFERENCE:
        return ""
    chosen = codes(method)
    normalisation = NORMALISATIONS[chosen[NORMALISATION]]
    parts = [normalisation] * bool(chosen[NORMALISATION])
    parts += [_weighting(results, method)] * bool(chosen[WEIGHTING])
    return capital(joined(parts)) or normalisation


def _weighting(results: Results, method: Method) -> str:
    """Say who weighs; of the reader's own weights, those that are not 1."""
    if method.weighting is Weighting.ACTOR:
        return f"priorités publiées par {results.vocabulary().actors_the[method.actor]}"
    if method.weighting is Weighting.READER:
        return f"poids choisis par le lecteur, {_own(results, method)}"
    if method.weighting is Weighting.EQUAL_AXES:
        return "chaque axe compte autant"
    return "chaque domaine compte autant"


def _own(results: Results, method: Method) -> str:
    labels = results.vocabulary().domains
    own = [f"{quoted(labels[code])}\u00a0× {number(weight)}" for code, weight in method.domain_weights]
    changed = [text for text, (_, weight) in zip(own, method.domain_weights, strict=True) if weight != 1]
    rest = [f"les autres domaines\u00a0× {number(1)}"] * (0 < len(changed) < len(own))
    return join([*changed, *rest]) or "tous à 1"
