"""Which doubt decides the rank of a region, in French: what each explains alone, and with the others.

A doubt « surtout » explains half of the variations of the rank or more by itself, as the number is written.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from indicators.vocabulary import RegionNames
from wording.lists import join, joined
from wording.numbers import counted, percent
from wording.typography import capital

# What each source is called: on its own, and at the head of a column.
NAMED = {
    "chiffres": "les chiffres",
    "poids": "les poids",
    "normalisation": "la façon de rendre les chiffres comparables",
    "moyenne": "la moyenne, simple ou géométrique",
}
HEADINGS = {
    "chiffres": "Chiffres",
    "poids": "Poids",
    "normalisation": "Échelle commune",
    "moyenne": "Moyenne",
}
ALONE = {
    "chiffres": "à eux seuls",
    "poids": "à eux seuls",
    "normalisation": "à elle seule",
    "moyenne": "à elle seule",
}
TO = {
    "chiffres": "aux chiffres",
    "poids": "aux poids",
    "normalisation": "à la façon de rendre les chiffres comparables",
    "moyenne": "à la moyenne, simple ou géométrique",
}
_HALF = 50
READING = (
    "D’abord ce que le doute explique seul des variations du rang, puis, entre parenthèses, ce qu’il "
    "explique avec les autres, compté une fois pour chacun d’eux (indices de Sobol, du premier ordre et "
    "total). Chiffres\u202f: leur arrondi, et leur erreur de mesure quand elle est comptée. Échelle "
    "commune\u202f: la façon de rendre les chiffres comparables."
)


def points(share: float) -> int:
    """Write a share (0 to 1) in points; the noise of the draws may put one a little beyond either end."""
    return min(100, max(0, round(100 * share)))


def said(rows: pd.DataFrame, names: RegionNames, region: str) -> str:
    """Say what the interval of the rank of a region is due to.

    `rows`: of `indicators.doubts`, of one ranking; without final point, `""` where the region has no rank.
    """
    own = rows[rows["region_code"] == region].set_index("source")
    if own.empty:
        return ""
    where = capital(names[region].name_in)
    if own["first"].isna().all():
        return f"{where}, le rang ne varie dans aucun essai"
    alone = {str(source): points(share) for source, share in own["first"].items()}
    first = max(alone, key=alone.__getitem__)
    if alone[first] >= _HALF:
        share = f"{percent(alone[first])} de ses variations {ALONE[first]}"
        return f"{where}, l’intervalle du rang tient surtout {TO[first]} ({share})"
    known = sum(alone.values())
    if known < _HALF:
        return (
            f"{where}, l’intervalle du rang tient surtout à la rencontre de plusieurs doutes\u202f: chacun à "
            f"part, ils n’expliquent ensemble que {percent(known)} de ses variations"
        )
    told = join(f"{NAMED[source]} ({percent(alone[source])})" for source in _by_size(alone))
    return (
        f"{where}, l’intervalle du rang est partagé entre plusieurs doutes, aucun n’expliquant à lui seul "
        f"la moitié de ses variations\u202f: {told}"
    )


def _by_size(alone: Mapping[str, int]) -> list[str]:
    return sorted((source for source in alone if alone[source]), key=lambda source: -alone[source])


def takeaway(rows: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say in how many regions one doubt explains half of the variations by itself; `names` by code."""
    held = {
        source: [names[code] for code, share in _alone(rows, source).items() if points(share) >= _HALF]
        for source in NAMED
    }
    told = [
        f"{NAMED[source]}, dans {counted(len(who), 'région', 'régions')} ({join(who)})"
        for source, who in held.items()
        if who
    ]
    if not told:
        return "Aucun doute n’explique à lui seul la moitié des variations du rang d’une région"
    return f"Expliquent seuls au moins la moitié des variations d’un rang\u202f: {joined(told)}"


def table(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a region that has a rank, in the order of `names`: « 23 % (48 %) » by doubt."""
    ranked = [code for code in names if code in set(rows["region_code"])]
    columns = {"Région": [names[code] for code in ranked]}
    for source, heading in HEADINGS.items():
        own = rows[rows["source"] == source].set_index("region_code").loc[ranked]
        columns[heading] = list(map(_cell, own["first"], own["total"]))
    return pd.DataFrame(columns)


def _cell(first: float, total: float) -> str:
    if math.isnan(first):
        return "le rang ne varie pas"
    return f"{percent(points(first))} ({percent(points(total))})"


def _alone(rows: pd.DataFrame, source: str) -> dict[str, float]:
    own = rows[(rows["source"] == source) & rows["first"].notna()]
    return dict(zip(own["region_code"].astype(str), own["first"], strict=True))
