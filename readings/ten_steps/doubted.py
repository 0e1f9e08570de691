"""How sure it is, what it rests on, what goes with it and what is shown of it: steps 7 to 10."""

from __future__ import annotations

from collections.abc import Mapping

from indicators.dominance import SETTLED
from indicators.ten_steps.linked import least
from readings.settings import doubts
from readings.ten_steps.numbers import Numbers
from wording.lists import join, joined
from wording.measurement import Errors
from wording.numbers import counted, number, percent, plural
from wording.typography import quoted, uncapital

_NAMED = 3


def uncertainty(found: Numbers) -> list[str]:
    """« L’intervalle d’un rang d’ensemble est large de 3,2 places en moyenne »."""
    whole, domain = found.value("mean_width", "ensemble"), found.value("mean_width", "domaine")
    if whole is None or domain is None:
        return ["Aucun rang d’ensemble ne se calcule."]
    said = [
        f"L’intervalle d’un rang d’ensemble est large de {_places(whole)} en moyenne.",
        f"L’intervalle d’un rang dans un domaine est large de {_places(domain)}\u202f; {_sure(found)}.",
    ]
    pairs, settled = found.count("pairs", "ensemble"), found.count("pairs_settled", "ensemble")
    apart = plural(settled, "est départagée", "sont départagées")
    return [
        *said,
        (
            f"Sur {counted(pairs, 'paire', 'paires')} de régions, {number(settled, 0)} {apart} dans "
            f"{percent(SETTLED)} des tirages au moins."
        ),
        *filter(None, [_alone(found.of("doubt_alone")), *_errors(found)]),
    ]


def _places(width: float) -> str:
    return f"{number(width, 1)}\u00a0{plural(round(width, 1), 'place', 'places')}"


def _sure(found: Numbers) -> str:
    count, ranks = found.count("without_width", "domaine"), found.count("ranks", "domaine")
    if not count:
        return "aucun n’en est privé"
    has = plural(count, "n’a", "n’ont")
    return f"{number(count, 0)} de ces {number(ranks, 0)} rangs {has} pas d’intervalle"


def _alone(shares: Mapping[str, float]) -> str:
    """« Seuls, ils expliquent des variations d’un rang d’ensemble, en moyenne : les poids (33 %), … »."""
    told = {source: doubts.points(share) for source, share in shares.items()}
    if not told:
        return ""
    ordered = sorted(told, key=lambda source: -told[source])
    listed = join(f"{doubts.NAMED[source]} ({percent(told[source])})" for source in ordered)
    what = "Part des variations d’un rang d’ensemble que chaque doute explique seul, en moyenne"
    return f"{what}\u202f: {listed}."


def _errors(found: Numbers) -> list[str]:
    published = found.count("errors_published")
    known = Errors(found.count("indicators"), published, found.value("error_supposed") or 0)
    forms = (
        "indicateur a une erreur publiée, qui est tirée",
        "indicateurs ont une erreur publiée, qui est tirée",
    )
    return [f"{counted(published, *forms)}."] * bool(published) + [known.convention]


def back(found: Numbers, levels: Mapping[str, str], axes: Mapping[str, str]) -> list[str]:
    """« Sans un domaine, les rangs changent de 1,1 place au plus en moyenne »; `levels`: words by code."""
    mean, far = found.of("mean_change_without"), found.of("largest_change_without")
    domains = {code: value for code, value in mean.items() if code not in axes}
    inside = {code: value for code, value in mean.items() if code in axes}
    said = [
        *_without(domains, far, levels, "domaine"),
        *_without(inside, far, {code: uncapital(words) for code, words in levels.items()}, "axe"),
    ]
    return said or ["Aucun rang ne se calcule sans un domaine ou un axe."]


def _without(
    mean: Mapping[str, float], far: Mapping[str, float], levels: Mapping[str, str], kind: str
) -> list[str]:
    if not mean:
        return []
    most, farthest = max(mean.values()), int(max(far[code] for code in mean))
    who = [quoted(levels[code]) for code in mean if mean[code] == most]
    named = f" ({join(who)})" if len(who) <= _NAMED else ""
    return [
        f"Sans un {kind}, les rangs changent de {_places(most)} au plus en moyenne{named}.",
        f"Aucune région n’y change de plus de {counted(farthest, 'place', 'places')}.",
    ]


def links(found: Numbers, names: Mapping[str, str]) -> list[str]:
    """« Aucun des 7 chiffres de profil n’a de lien établi avec le score d’ensemble »."""
    known, low, high = found.of("correlation"), found.of("low"), found.of("high")
    if not known:
        return ["Aucun chiffre de profil ne se compare au score d’ensemble."]
    linked = [code for code in known if low[code] > 0 or high[code] < 0]
    count = counted(len(known), "chiffre de profil", "chiffres de profil")
    has = f"{number(len(linked), 0)} {plural(len(linked), 'a', 'ont')}" if linked else "aucun n’a"
    first = f"Sur {count}, {has} {'un' if linked else 'de'} lien établi avec le score d’ensemble."
    shown = linked or [max(known, key=lambda code: abs(known[code]))]
    told = joined(_link(names[code], known[code], low[code], high[code]) for code in shown)
    start = "" if linked else "Le plus lié, sans que rien soit établi\u202f: "
    return [first, f"{start}{told}.", _proves(int(max(found.of("regions").values())), len(known))]


def _link(name: str, r: float, low: float, high: float) -> str:
    return f"{quoted(name)}, r\u00a0=\u00a0{number(r, 2)}, entre {number(low, 2)} et {number(high, 2)}"


def _proves(regions: int, tried: int) -> str:
    by_chance, count = number(tried / 20, 1), counted(tried, "lien essayé", "liens essayés")
    return (
        f"Avec {counted(regions, 'région', 'régions')}, un r de moins de {number(least(regions), 2)}, dans "
        "un sens ou dans l’autre, ne se distingue pas de 0 (intervalle de Fisher à "
        f"{percent(95)})\u202f; sur {count}, le hasard seul en établirait {by_chance} en moyenne."
    )


def shown(found: Numbers) -> list[str]:
    """« 25 écarts sur 28 ont un sens établi »."""
    stated, gaps, doubtful = (found.count(name) for name in ("gaps_stated", "gaps", "to_verify"))
    if not gaps:
        said = ["Aucun écart entre ressenti et mesuré ne se calcule."]
    else:
        has = plural(stated, "écart a", "écarts ont")
        said = [
            f"{number(stated, 0)}\u00a0{has} un sens établi, sur {number(gaps, 0)} qui se calculent.",
            "Les autres sont montrés sans sens, avec la raison." * (stated < gaps),
        ]
    forms = ("chiffre à vérifier n’entre", "chiffres à vérifier n’entrent")
    last = f"{counted(doubtful, *forms)} dans aucun calcul." if doubtful else ""
    return list(filter(None, [*said, last]))
