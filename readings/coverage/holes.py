"""The values that are absent from what is measured, and the ranks that they leave open, in words."""

from __future__ import annotations

import pandas as pd

from indicators.rows import records
from indicators.vocabulary import Vocabulary
from readings.phrases.reach import REFUSED, reached
from wording.lists import join
from wording.numbers import counted, number, ordinal, plural
from wording.typography import quoted

_NAMED = 3


def title(bounds: pd.DataFrame) -> str:
    """« Mesuré : 2 valeurs absentes, 14 rangs de domaine deviennent des intervalles ».

    `bounds`: rows of `indicators.missing_bounds`, as in all that follows.
    """
    count = int(_of_domains(bounds)["missing"].sum())
    if not count:
        return "Mesuré\u202f: aucune valeur absente ne laisse un rang ouvert"
    open_ranks = len(reached(bounds, "domaine"))
    told = f"Mesuré\u202f: {counted(count, 'valeur absente', 'valeurs absentes')}"
    if not open_ranks:
        return f"{told}, aucun rang de domaine n’en dépend"
    become = plural(open_ranks, "devient un intervalle", "deviennent des intervalles")
    return f"{told}, {counted(open_ranks, 'rang de domaine', 'rangs de domaine')} {become}"


def sentences(bounds: pd.DataFrame, empty: pd.DataFrame) -> list[str]:
    """Say how the ranks are bounded, why nothing is estimated, and what bounds nothing.

    `empty`: rows of `indicators.structure.missing_indicators`.
    """
    told = [REFUSED]
    if not bounds["exact"].fillna(value=True).all():
        told.append(
            "Au-delà de dix absences, seules les plus extrêmes sont essayées pour chaque région\u202f: un "
            "intervalle est alors ce que le rang couvre «\u00a0au moins\u00a0»."
        )
    return [*told, *_empty(empty)]


def _empty(empty: pd.DataFrame) -> list[str]:
    """Say once that an indicator nobody has bounds nothing."""
    names = [quoted(label) for label in empty.loc[empty["reason"] == "no_value", "label"]]
    if not names:
        return []
    shown = names if len(names) == _NAMED + 1 else names[:_NAMED]
    left = len(names) - len(shown)
    listed = join([*shown, *[f"{number(left, 0)} autres indicateurs"] * bool(left)])
    verb = plural(len(names), "n’a", "n’ont")
    nothing = f"{listed} {verb} de valeur pour aucune région\u202f: sans plus basse ni plus haute valeur"
    return [f"{nothing}, il n’y a pas de borne, et le domaine est classé sans."]


def table(bounds: pd.DataFrame, known: Vocabulary, region: str) -> pd.DataFrame:
    """Return one row a region x domain with an absent value, those of `region` alone when it is chosen.

    Région, Domaine, Valeurs absentes, Rang parmi les régions, Rangs possibles.
    """
    mine = _of_domains(bounds)
    mine = mine[(mine["missing"] > 0) & ((mine["region_code"] == region) | (not region))]
    rows = records(mine)
    return pd.DataFrame(
        {
            "Région": [known.regions[row["region_code"]] for row in rows],
            "Domaine": [known.domains[row["code"]] for row in rows],
            "Valeurs absentes": [number(row["missing"], 0) for row in rows],
            "Rang parmi les régions": [_rank(row["rank"]) for row in rows],
            "Rangs possibles": [_span(row["low"], row["high"]) for row in rows],
        }
    )


def here(bounds: pd.DataFrame, inside: str, region: str) -> str:
    """Say how many values a region lacks, and in how many domains; `inside`: « en Bretagne »."""
    mine = _of_domains(bounds)
    mine = mine[(mine["region_code"] == region) & (mine["missing"] > 0)]
    count, domains = int(mine["missing"].sum()), len(mine)
    if not count:
        return f"Aucune valeur n’est absente {inside}."
    lack = plural(count, "manque", "manquent")
    among = counted(domains, "domaine", "domaines")
    return f"{counted(count, 'valeur', 'valeurs')} {lack} {inside}, dans {among}."


def _of_domains(bounds: pd.DataFrame) -> pd.DataFrame:
    return bounds[(bounds["among"] == "regions") & (bounds["level"] == "domaine")]


def _rank(rank: float | None) -> str:
    return "sans rang" if rank is None else ordinal(int(rank), feminine=True)


def _span(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return "–"
    first, last = (ordinal(int(end), feminine=True) for end in (low, high))
    return first if low == high else f"de {first} à {last}"
