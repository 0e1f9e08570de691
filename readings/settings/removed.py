"""What is not redundant in the ranks: the leave-one-out table with names, and its finding in words.

An element that moves nobody when it is taken out may weigh a lot: the others then say the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from indicators.vocabulary import Vocabulary
from wording.lists import join
from wording.numbers import counted, number, ordinal
from wording.typography import quoted, uncapital

LEVELS = {"axe": "Un axe", "domaine": "Un domaine", "indicateur": "Un indicateur"}

_FORMS = {"axe": ("l’axe", "axes"), "domaine": ("le domaine", "domaines")}

# A sentence that names more of them is no longer read.
_NAMED = 3


def removed(table: pd.DataFrame, known: Vocabulary) -> pd.DataFrame:
    """Add to a frame of `indicators.leave_one_out`: name, mean (in words), details (in words).

    Largest change first, equal ones in the order they came; an element that nothing can be compared without
    is last.
    """
    rows = table.to_dict("records")
    return table.assign(
        name=[
            (known.indicators if row["level"] == "indicateur" else known.levels)[row["code"]] for row in rows
        ],
        mean=[mean_words(row["mean_change"]) for row in rows],
        details=[_details(row) for row in rows],
    )


def mean_words(change: float | None) -> str:
    """« 1,5 place », « 0,0 place », « non calculable »."""
    if pd.isna(change):
        return "non calculable"
    # The plural follows the number as it is written.
    return f"{number(change, 1)}\u00a0{'places' if round(change, 1) >= 2 else 'place'}"


def finding(rows: pd.DataFrame) -> str:
    """Say in a title which axis and which domain change the ranks most when they are taken out."""
    known = rows[rows["mean_change"].notna()]
    if known.empty:
        return "Aucun rang ne se calcule avec ces réglages"
    axes, domains = (_most(known[known["level"] == level]) for level in ("axe", "domaine"))
    first = join(uncapital(name) for name in axes)
    what = "Ce qui change le plus les rangs quand on le retire"
    return f"{what}\u202f: {first} et, parmi les domaines, {join(map(quoted, domains))}"


def here(moves: pd.DataFrame, known: Vocabulary, region: str) -> str:
    """« Corse : 7ᵉ de l’ensemble ; 4ᵉ sans « axe économique », 9ᵉ sans « Numérique » ».

    `moves`: frame of `indicators.leave_one_out.of_region`.
    """
    name = known.names[region].name
    ranked = moves.dropna(subset=["before"])
    if ranked.empty:
        return f"{name}\u202f: le rang d’ensemble ne se calcule pas avec ces réglages"
    told = [_farthest(ranked[ranked["level"] == level], known) for level in ("axe", "domaine")]
    return f"{name}\u202f: {rank_here(ranked['before'].iloc[0])} de l’ensemble\u202f; {', '.join(told)}"


def rank_here(rank: int | None) -> str:
    """« 7ᵉ », « sans rang »."""
    return "sans rang" if pd.isna(rank) else ordinal(int(rank), feminine=True)


def _farthest(moves: pd.DataFrame, known: Vocabulary) -> str:
    """Name the axes or the domains without which the rank is farthest, several when they are equal."""
    apart = (moves["after"] - moves["before"]).abs()
    one, several = _FORMS[moves["level"].iloc[0]]
    if not apart.max() > 0:
        return f"le même quel que soit {one} retiré"
    far = moves[apart == apart.max()]
    if len(far) > _NAMED:
        places = counted(int(apart.max()), "place", "places")
        return f"{places} d’écart sans l’un de {len(far)}\u00a0{several}"
    levels = known.levels
    return join(
        f"{rank_here(after)} sans {quoted(uncapital(levels[code]) if code in known.axes else levels[code])}"
        for code, after in zip(far["code"], far["after"], strict=True)
    )


def reading(rows: pd.DataFrame) -> str:
    """Say how far a single domain can move a region."""
    domains = rows[(rows["level"] == "domaine") & rows["mean_change"].notna()]
    if domains.empty:
        return ""
    most = int(domains["largest_change"].max())
    who = domains.loc[domains["largest_change"] == most, "name"]
    if not most:
        return "Retirer un seul domaine ne déplace aucune région."
    named = f" ({join(who)})" if len(who) <= _NAMED else ""
    return f"Retirer un seul domaine déplace une région de {counted(most, 'place', 'places')} au plus{named}."


def _most(rows: pd.DataFrame) -> list[str]:
    """Name the elements that change the ranks most, several when they are equal."""
    return list(rows.loc[rows["mean_change"] == rows["mean_change"].max(), "name"])


def _details(row: Mapping[Hashable, Any]) -> str:
    """« 10 régions déplacées sur 13, de 4 places au plus. »."""
    lost = int(row["unranked"])
    without = f" {counted(lost, 'région perd son rang', 'régions perdent leur rang')}." if lost else ""
    if not row["compared"]:
        return f"Aucun rang à comparer.{without}"
    moved, compared = int(row["moved"]), int(row["compared"])
    if not moved:
        return f"Aucune région déplacée sur {compared}.{without}"
    most = counted(int(row["largest_change"]), "place", "places")
    forms = counted(moved, "région déplacée", "régions déplacées")
    return f"{forms} sur {compared}, de {most} au plus.{without}"
