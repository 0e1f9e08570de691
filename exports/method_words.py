"""The method of a page or a file in words, when it is not our starting one: what was changed, only that."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.method import Method, Outliers, Weighting
from indicators.method_codes import NORMALISATION, NORMALISATIONS, WEIGHTING, codes
from indicators.results import REFERENCE, Results
from indicators.weights import domain_weights
from wording.lists import join, joined
from wording.measurement import supposed
from wording.numbers import number, percent, plural
from wording.typography import capital, quoted

_OUTLIERS = {
    Outliers.WINSORISED: "valeurs extrêmes ramenées à la valeur voisine",
    Outliers.LOGARITHM: "valeurs extrêmes prises par leur logarithme",
}
_ANY_COVERAGE = "score montré quelle que soit la part mesurée"


def said(results: Results, method: Method) -> str:
    """« Rangs des régions ; chaque axe compte autant », or `""` for our starting method.

    A choice that is our starting one is not named.
    """
    if method == REFERENCE:
        return ""
    chosen = codes(method)
    normalisation = NORMALISATIONS[chosen[NORMALISATION]]
    parts = [normalisation] * bool(chosen[NORMALISATION])
    parts += [_weighting(results, method), *_weightless(results, method)] * bool(chosen[WEIGHTING])
    parts += _figures(results, method)
    return capital(joined(parts)) or normalisation


def _figures(results: Results, method: Method) -> Iterator[str]:
    """Say what is changed of the figures before they are brought together, and how much of them it takes."""
    names = results.vocabulary().indicators
    if method.outliers is not Outliers.KEPT:
        yield _OUTLIERS[method.outliers]
    if method.goalposts:
        ends = [
            f"{quoted(names[code])} de {number(low)} à {number(high)}" for code, low, high in method.goalposts
        ]
        yield f"bornes fixées, {join(ends)}"
    if method.minimum_coverage != REFERENCE.minimum_coverage:
        share = percent(100 * method.minimum_coverage)
        yield f"score montré à partir de {share} de son poids" if method.minimum_coverage else _ANY_COVERAGE
    if method.flipped:
        yield f"sens inversé pour {join(quoted(names[code]) for code in method.flipped)}"
    if method.error != REFERENCE.error:
        yield _error(method)


def _error(method: Method) -> str:
    """Say what is supposed of the measures whose error nobody publishes."""
    if not method.error:
        return "aucune erreur de mesure supposée"
    return f"erreur de mesure supposée de {supposed(method.error)} là où aucune n’est publiée"


def _weighting(results: Results, method: Method) -> str:
    """Say who weighs; of the reader's own weights, those that are not 1."""
    if method.weighting is Weighting.ACTOR:
        return f"priorités publiées par {results.vocabulary().actors_the[method.actor]}"
    if method.weighting is Weighting.READER:
        return f"poids choisis par le lecteur, {_own(results, method)}"
    if method.weighting is Weighting.EQUAL_AXES:
        return "chaque axe compte autant"
    return "chaque domaine compte autant"


def _weightless(results: Results, method: Method) -> Iterator[str]:
    """Say how many domains count, where some weigh nothing: what is said of all of them rests on these."""
    weights = results.once(("weights", method), lambda: domain_weights(results.store, method))
    counting = int((weights["weight"] > 0).sum())
    if counting < len(weights):
        who = "un seul" if counting == 1 else f"seuls {counting}"
        yield f"{who} des {len(weights)}\u00a0domaines {plural(counting, 'compte', 'comptent')}"


def _own(results: Results, method: Method) -> str:
    labels = results.vocabulary().domains
    own = [f"{quoted(labels[code])}\u00a0× {number(weight)}" for code, weight in method.domain_weights]
    changed = [text for text, (_, weight) in zip(own, method.domain_weights, strict=True) if weight != 1]
    rest = [f"les autres domaines\u00a0× {number(1)}"] * (0 < len(changed) < len(own))
    return join([*changed, *rest]) or "tous à 1"
