"""What the same draws say of two regions, in French, with the share of them each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from indicators.dominance import SETTLED
from indicators.vocabulary import RegionNames, Vocabulary
from readings.compare.duels import LEANING, Duel, Verdict, leader
from readings.gaps.corner_words import held
from readings.phrases.trials import varying
from wording.lists import join, joined
from wording.measurement import Errors
from wording.numbers import counted, percent
from wording.reading import one_indicator

NO_SCORE = "rien à comparer, faute de score"
_ENOUGH = f"dans au moins {percent(SETTLED)} des calculs"
_NONE = {2: "aucune des deux", 3: "aucune des trois", 4: "aucune des quatre", 5: "aucune des cinq"}


def rule(errors: Errors, *, alone: bool) -> str:
    """Say what is counted, what varies and from when it is enough.

    `errors`: of the indicators that give a score; `alone`: whether one of them makes a domain.
    """
    rounded = "ni les poids ni le calcul" if errors.drawn else "l’arrondi seul"
    rounded = f" ({rounded} dans un domaine d’un seul indicateur)" * (alone and errors.indicators > 1)
    moved = varying(errors)
    said = (
        f"Deux régions se comparent dans les mêmes calculs, refaits mille fois quand {moved}{rounded}\u202f: "
        f"«\u00a0plus fragile\u00a0» si {percent(SETTLED)} des calculs au moins le disent, «\u00a0plutôt"
        f"\u00a0» à partir de {percent(LEANING)}. Que leurs intervalles se recouvrent n’en dit rien."
    )
    return " ".join(filter(None, [said, errors.convention]))


def said(duel: Duel, names: RegionNames) -> str:
    """« la Bretagne est plus fragile que la Corse dans 97 % des calculs »; without capital nor full stop."""
    first, second = names[duel.first], names[duel.second]
    if duel.share is None:
        return f"{first.name_the} et {second.name_the}, {NO_SCORE}"
    fragile = "fragile" + "s" * first.is_plural
    if duel.verdict is Verdict.OPEN:
        odds = _odds(duel, f"{first.name_the} plus {fragile}")
        return f"rien ne départage {first.name_the} et {second.name_the} ({odds})"
    verb = ("sont" if first.is_plural else "est") + " plutôt" * (duel.verdict is Verdict.LEANING)
    return f"{first.name_the} {verb} plus {fragile} que {second.name_the} {held(duel.share)}"


def brief(duel: Duel, names: RegionNames) -> str:
    """« Bretagne dans 97 % des calculs », « plutôt Bretagne dans… », « non départagées (Bretagne dans…) »."""
    if duel.share is None:
        return "sans score"
    told = _odds(duel, names[duel.first].short_name)
    if duel.verdict is Verdict.OPEN:
        return f"non départagées ({told})"
    return f"plutôt {told}" if duel.verdict is Verdict.LEANING else told


def _odds(duel: Duel, who: str) -> str:
    """« Bretagne dans 55 % des calculs », « à égalité dans 100 % des calculs »; `who`: says the first."""
    parts = [f"{'chacune' if duel.drawn else who} {held(duel.share)}"] if duel.share else []
    parts += [f"à égalité {held(duel.equal)}"] if duel.equal else []
    return ", ".join(parts)


def overall(fought: Sequence[Duel], known: Vocabulary) -> str:
    """Say of the whole what two regions are, or how many pairs of several are told apart."""
    if len(fought) == 1:
        return f"{known.overall}\u202f: {said(fought[0], known.names)}"
    many = Counter(duel.verdict for duel in fought)
    if many[Verdict.SETTLED] == len(fought):
        return f"{known.overall}\u202f: les {len(fought)}\u00a0paires de régions sont départagées"
    parts = {
        Verdict.SETTLED: counted(many[Verdict.SETTLED], "départagée", "départagées"),
        Verdict.LEANING: counted(many[Verdict.LEANING], "plutôt départagée", "plutôt départagées"),
        Verdict.OPEN: f"{many[Verdict.OPEN]}\u00a0que rien ne départage",
        Verdict.UNKNOWN: f"{many[Verdict.UNKNOWN]}\u00a0sans score",
    }
    told = join(part for verdict, part in parts.items() if many[verdict])
    return f"{known.overall}\u202f: sur {len(fought)}\u00a0paires de régions, {told}"


def tally(
    fought: Mapping[str, Sequence[Duel]],
    alone: frozenset[str],
    known: Vocabulary,
    errors: Errors,
    region: str = "",
) -> Iterator[str]:
    """Say in how many domains each region is settled to be the more fragile, `region` first.

    `fought`: see `duels.duels`; `alone`: the domains of one indicator, where neither weights nor
    normalisation vary; `errors`: of all the indicators that give a score.
    """
    leaders = {code: found for code in known.domains if (found := leader(fought[code])) != ""}
    won = Counter(code for code in leaders.values() if code)
    parts = [
        f"{known.names[code].name_the} dans {counted(count, 'domaine', 'domaines')}"
        for code, count in sorted(won.most_common(), key=lambda one: one[0] != region)
    ]
    if none := len(leaders) - won.total():
        compared = {code for duel in fought["ensemble"] for code in (duel.first, duel.second)}
        parts.append(f"{_NONE[len(compared)]} dans {counted(none, 'domaine', 'domaines')}")
    if parts:
        caution = f" {one_indicator(errors)}" if alone & set(leaders) else ""
        yield f"Position la plus fragile, {_ENOUGH}\u202f: {join(parts)}.{caution}"


def table(fought: Mapping[str, Sequence[Duel]], known: Vocabulary) -> pd.DataFrame:
    """Return one row a pair: Régions, what the whole says, in how many domains each is the more fragile."""
    return pd.DataFrame(
        {
            "Régions": join(known.names[code].short_name for code in (duel.first, duel.second)),
            "Plus fragile, ensemble": brief(duel, known.names),
            "Domaine par domaine": _by_domain(fought, place, known),
        }
        for place, duel in enumerate(fought["ensemble"])
    )


def _by_domain(fought: Mapping[str, Sequence[Duel]], place: int, known: Vocabulary) -> str:
    """« Bretagne 3, Corse 12, non départagées 1 »: of the domains, at the threshold of what is settled."""
    here = [fought[code][place] for code in known.domains]
    won = Counter(duel.first for duel in here if duel.verdict is Verdict.SETTLED)
    pair = (fought["ensemble"][place].first, fought["ensemble"][place].second)
    unsettled = sum(duel.verdict in (Verdict.LEANING, Verdict.OPEN) for duel in here)
    parts = [f"{known.names[code].short_name}\u00a0{won[code]}" for code in pair]
    return joined([*parts, *[f"non départagées\u00a0{unsettled}"] * bool(unsettled)])
