"""Whether the domains say one thing, and what the choices of the calculation move: steps 4 to 6."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.coherence import STRONG, USUAL
from readings.settings.importance import MOST
from readings.ten_steps.numbers import Numbers
from wording.lists import join
from wording.numbers import MINUS, counted, number, percent, plural

_HALF = 0.5


def analysis(found: Numbers) -> list[str]:
    """« α de 0,27 entre les domaines, au-dessous du 0,7 usuel »."""
    alpha, mean = found.value("alpha"), found.value("mean_correlation")
    if alpha is None or mean is None:
        return ["Trop peu de domaines ont un score pour dire s’ils vont ensemble."]
    side = "au-dessous" if round(alpha, 2) < USUAL else "à partir"
    return [
        f"α de {number(alpha, 2)} entre les domaines, {side} du {number(USUAL)} usuel.",
        f"Deux domaines ont entre eux une corrélation moyenne de {number(mean, 2)}.",
        _pairs(found),
        *_components(found),
    ]


def _pairs(found: Numbers) -> str:
    opposed, alike, every = (found.count(name) for name in ("pairs_opposed", "pairs_alike", "pairs"))
    strong = number(STRONG, 2)
    says = f"{number(alike, 0)} {plural(alike, 'dit', 'disent')}" if alike else "aucune ne dit"
    apart = f"{number(opposed, 0)} {plural(opposed, 's’oppose', 's’opposent')}"
    return (
        f"Sur {counted(every, 'paire', 'paires')} de domaines, {says} presque la même chose (r de {strong} "
        f"au moins) et {apart if opposed else 'aucune ne s’oppose'} (r de {MINUS}{strong} au plus)."
    )


def _components(found: Numbers) -> list[str]:
    first, second = found.value("component", "1"), found.value("component", "2")
    if first is None or second is None:
        return []
    both = f"{percent(100 * first, 0)} et {percent(100 * second, 0)}"
    what = "Une composante porte" if first >= _HALF else "Aucune composante ne porte"
    return [f"{what} la moitié de la variance\u202f: {both} pour les deux premières."]


def normalisation(found: Numbers, words: Mapping[str, str]) -> list[str]:
    """« Rendre les chiffres comparables autrement déplace une région de 4 places au plus »."""
    return _choices(found, words, "Rendre les chiffres comparables autrement")


def aggregation(found: Numbers, words: Mapping[str, str]) -> list[str]:
    """« Peser ou réunir autrement déplace une région de 5 places au plus », then what really weighs."""
    return [*_choices(found, words, "Peser ou réunir les domaines autrement"), *_decides(found)]


def _choices(found: Numbers, words: Mapping[str, str], what: str) -> list[str]:
    """Say how far the farthest choice moves a region, then the one that moves most on average.

    `words`: of the choices, by « name=code ».
    """
    far, mean = found.of("ranks_largest"), found.of("ranks_mean")
    if not far:
        return [f"{what} ne laisse aucun rang à comparer."]
    most, average = int(max(far.values())), max(mean.values())
    if not most:
        return [f"{what} ne déplace aucune région."]
    whose = join(f"«\u00a0{words[code]}\u00a0»" for code in mean if mean[code] == average)
    forms = plural(round(average, 1), "place", "places")
    return [
        f"{what} déplace une région de {counted(most, 'place', 'places')} au plus.",
        f"Le plus en moyenne\u202f: {whose}, {number(average, 1)}\u00a0{forms}.",
    ]


def _decides(found: Numbers) -> list[str]:
    """« 5 domaines font 83 % des différences d’ensemble, pour 31 % du poids »."""
    shares, weights = found.of("domain_share"), found.of("domain_weight")
    ordered = sorted((code for code in shares if weights[code] > 0), key=lambda code: -shares[code])
    if len(ordered) < 2:
        return []
    count, made = 0, 0.0
    while count < len(ordered) and made < MOST - 1e-9:
        made += shares[ordered[count]]
        count += 1
    weight = sum(weights[code] for code in ordered[:count])
    makes = plural(count, "domaine fait", "domaines font")
    against = sum(round(value, 2) < 0 for code, value in found.of("domain_correlation").items())
    forms = ("domaine va contre l’ensemble", "domaines vont contre l’ensemble")
    return [
        (
            f"{number(count, 0)}\u00a0{makes} {percent(100 * made, 0)} des différences d’ensemble, pour "
            f"{percent(100 * weight, 0)} du poids\u202f; "
            f"{counted(against, *forms) if against else 'aucun ne va contre l’ensemble'}."
        )
    ]
