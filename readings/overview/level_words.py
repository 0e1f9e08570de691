"""What the ranks of the first page show, in French: titles, reading notes, tables of words."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor
from types import MappingProxyType

import pandas as pd

from readings.overview.views import View
from readings.phrases.most import most_fragile
from readings.phrases.reach import beside
from wording.lists import join, joined
from wording.numbers import counted, number, percent, plural
from wording.ranks import placed
from wording.typography import capital

# Beyond three names a title is a list.
_NAMED = 3


def title(rows: pd.DataFrame, regions: pd.DataFrame, label: str, code: str, *, turned: bool = False) -> str:
    """Write who comes first, and how far that holds: rows of `ranks.ranks`, grammar of `regions`.

    `turned`: see `readings.phrases.most`.
    """
    first = rows.dropna(subset=["rank"]).query("rank == rank.min()")
    if first.empty:
        return f"{label}\u202f: aucun rang calculable, faute de valeurs publiées"
    names = regions.set_index("region_code").loc[list(first["region_code"])]
    if len(first) > _NAMED:
        count = counted(len(first), "région", "régions")
        return f"{label}\u202f: {count} à égalité au premier rang de fragilité"
    many, known = len(first) > 1, int(rows["rank"].count())
    verb = "sont" if many or names["number"].iloc[0] == "plural" else "est"
    said = f"{label}\u202f: {join(names['name_the'])} {verb} {most_fragile(code, many=many, turned=turned)}"
    if known < len(rows):
        said += f" parmi {_ranked(known)}"
    if many:
        return f"{said}, à égalité"
    low, high = int(first["low"].iloc[0]), int(first["high"].iloc[0])
    return said if low == high else f"{said} ({placed(1, low, high)})"


def held_title(rows: pd.DataFrame, label: str) -> str:
    """Write how many ranks hold: « Emploi : 7 rangs sur 13 tiennent, les autres sont des intervalles »."""
    known = rows.dropna(subset=["rank"])
    total, held = len(known), int((known["low"] == known["high"]).sum())
    if not total:
        return f"{label}\u202f: aucun rang calculable, faute de valeurs publiées"
    if held == total:
        return f"{label}\u202f: chacun des {counted(total, 'rang', 'rangs')} tient dans nos essais"
    if not held:
        return f"{label}\u202f: aucun rang ne tient dans nos essais, chacun est un intervalle"
    ranks = f"{counted(held, 'rang', 'rangs')} sur {total} {plural(held, 'tient', 'tiennent')}"
    others = plural(total - held, "l’autre est un intervalle", "les autres sont des intervalles")
    return f"{label}\u202f: {ranks} dans nos essais, {others}"


def drawn(label: str, rows: pd.DataFrame) -> str:
    """Say what the map and the dots show: rows of `ranks.ranks`."""
    ranked, among = int(rows["rank"].count()), len(rows)
    if ranked == among:
        return f"{label}, fragilité mesurée\u202f: rang de chaque région parmi {ranked}."
    return f"{label}, fragilité mesurée\u202f: rang parmi {_ranked(ranked)} sur {among}."


def solidity(rows: pd.DataFrame, trials: str) -> list[str]:
    """Say how to read an interval (`trials`: see `readings.phrases.trials`), and how much is weighed."""
    covered = rows.loc[rows["rank"].notna(), "coverage"]
    if covered.empty:
        return []
    return [trials, weighed(covered)] if covered.min() < 1 else [trials]


def weighed(covered: pd.Series[float]) -> str:
    """Say what part of the weight is measured: of our weights, not of what could be measured."""
    low, high = floor(100 * covered.min()), floor(100 * covered.max())
    part = percent(low) if low == high else f"de {percent(low)} à {percent(high)}"
    where = "" if low == high else ", selon les régions"
    said = f"Les indicateurs publiés portent {part} du poids prévu{where}"
    return f"{said}\u202f; rien n’est estimé pour le reste."


def table(rows: pd.DataFrame, reach: Mapping[str, str] = MappingProxyType({})) -> pd.DataFrame:
    """Return one row a region: its rank with its interval, its score.

    `reach`: by region, what absent values could make of its rank: a column where there is any.
    """
    return pd.DataFrame(
        {
            "Région": rows["name"],
            "Rang parmi les régions": rows["words"],
            **beside(rows["region_code"], reach),
            "Score de fragilité": [
                "non publié" if pd.isna(score) else number(float(score), 2) for score in rows["score"]
            ],
        }
    )


def domains_title(rows: pd.DataFrame, regions: pd.DataFrame) -> str:
    """Say which region comes first in most domains (rows of `ranks.every_domain`)."""
    firsts = rows.dropna(subset=["rank"]).query("rank == 1")["region_code"].value_counts()
    ranked = rows.loc[rows["rank"].notna(), "domain_code"].nunique()
    if firsts.empty:
        return "Domaine par domaine, aucun rang n’est calculable"
    most = firsts[firsts == firsts.max()].index
    names = regions[regions["region_code"].isin(most)]
    verb = "sont" if len(names) > 1 or names["number"].iloc[0] == "plural" else "est"
    each = " chacune" if len(names) > 1 else ""
    return (
        f"{capital(join(names['name_the']))} {verb} au premier rang de fragilité dans "
        f"{counted(int(firsts.max()), 'domaine', 'domaines')}{each} sur {ranked}"
    )


def domains_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row a domain: every region in order, with its rank and interval."""
    parts = [
        {"Domaine": label, "Régions, de la plus fragile à la moins fragile": _listed(here)}
        for label, here in rows.groupby("short_label", sort=False)
    ]
    return pd.DataFrame(parts)


def domains_listed(rows: pd.DataFrame) -> str:
    """Return the same as one text, for who does not see the maps."""
    return " ".join(
        f"{label}\u202f: {_listed(here)}." for label, here in rows.groupby("short_label", sort=False)
    )


def notes(view: str, wave: str, *, changed_method: bool) -> list[str]:
    """Say which choices do not change the figure of one domain (`wave`: its words, `""` for none)."""
    said = []
    if wave and view in {View.OBJECTIVE, View.RANK}:
        said.append("Ce qui est mesuré ne dépend pas de l’enquête choisie.")
    if changed_method and view in {View.RANK, View.GAP}:
        said.append(
            "Les rangs de cette carte, pris entre les domaines d’une même région, gardent la méthode de "
            "référence\u202f; les rangs entre régions, plus bas, suivent la méthode choisie."
        )
    elif changed_method:
        said.append(
            "Ces chiffres sont publiés tels quels\u202f: la méthode choisie change les rangs, plus bas."
        )
    return said


def _ranked(known: int) -> str:
    return "la seule région classée" if known == 1 else f"les {known}\u00a0régions classées"


def _listed(here: pd.DataFrame) -> str:
    return joined(f"{name} {words}" for name, words in zip(here["name"], here["words"], strict=True))
