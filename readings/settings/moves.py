"""How the reader's settings move the regions: the rank before, after, and what that is worth.

Two ranks are only compared with the interval of the first one in view: a move inside it is what the figures'
rounding and our conventions could have done by themselves.
"""

from __future__ import annotations

import pandas as pd

from readings.settings.profile import profiled
from wording.lists import join
from wording.numbers import counted
from wording.ranks import placed, placed_of_regions
from wording.typography import uncapital

OVERALL = "ensemble"
# A title that names more regions is no longer read.
_NAMED = 3


def rank_moves(
    before: pd.DataFrame, after: pd.DataFrame, regions: pd.DataFrame, code: str = OVERALL
) -> pd.DataFrame:
    """Put the ranks of two methods side by side, the most fragile by the second one first.

    `before`, `after`: frames of `indicators.intervals`; `regions`: of `indicators.structure`; `code`: of an
    axis, or the whole. Columns: region_code, name, name_the, short_name, number, before, before_low,
    before_high, rank, low, high (ranks, <NA> where there is no score), holds (share of the trials that give
    `rank`), move (places gained towards the most fragile; <NA> without both ranks), outside (the rank is
    not in the interval it had before).
    """
    earlier = _ranks(before, code).drop(columns="holds")
    earlier = earlier.rename(columns={"rank": "before", "low": "before_low", "high": "before_high"})
    frame = regions[["region_code", "name", "name_the", "short_name", "number"]]
    frame = frame.merge(earlier, on="region_code").merge(_ranks(after, code), on="region_code")
    within = (frame["rank"] >= frame["before_low"]) & (frame["rank"] <= frame["before_high"])
    frame = frame.assign(
        move=frame["before"] - frame["rank"], outside=~within.fillna(value=True).astype(bool)
    )
    return frame.sort_values(["rank", "name"], ignore_index=True)


def finding(moves: pd.DataFrame, *, changed: bool, axis: str = "") -> str:
    """Say in a title what the settings do; `changed`: they are not our starting ones; `axis`: its label."""
    said = _finding(moves, changed=changed)
    return f"{axis}\u202f: {uncapital(said)}" if axis else said


def here(moves: pd.DataFrame, region: str, half: tuple[int, int], *, changed: bool, axis: str = "") -> str:
    """« Corse : dans la moitié la plus fragile pour 8 des 16 domaines ; dans l’ensemble, 7ᵉ, entre… ».

    `half`: of `readings.settings.profile`, among the domains that are ranked together.
    """
    row = moves[moves["region_code"] == region].iloc[0]
    who = f"{row['name']}, {uncapital(axis)}" if axis else row["name"]
    settings = "ces réglages" if changed else "notre réglage de départ"
    if pd.isna(row["rank"]):
        return f"{who}\u202f: pas assez de chiffres pour un rang avec {settings}"
    ranked = int(moves["rank"].notna().sum())
    place = placed_of_regions(int(row["rank"]), int(row["low"]), int(row["high"]), ranked)
    among = "" if axis else "dans l’ensemble, "
    before = rank_words(row["before"], row["before_low"], row["before_high"])
    beside = f" ({before} avec notre réglage de départ)" if changed else ""
    return f"{who}\u202f: {profiled(*half)}\u202f; {among}{place}, avec {settings}{beside}"


def _finding(moves: pd.DataFrame, *, changed: bool) -> str:
    if moves["rank"].notna().sum() == 0:
        return "Avec ces réglages, aucune région n’a assez de chiffres pour un rang"
    if not changed:
        return f"Avec notre réglage de départ, {leaders(moves)}"
    moved = moves[moves["move"].fillna(0) != 0]
    if moved.empty:
        return "Ces réglages ne changent le rang d’aucune région"
    most = int(moved["move"].abs().max())
    who = moved.loc[moved["move"].abs() == most, "name"]
    named = f" ({join(who)})" if len(who) <= _NAMED else ""
    return (
        f"Ces réglages déplacent {counted(len(moved), 'région', 'régions')} sur {len(moves)}, "
        f"de {counted(most, 'place', 'places')} au plus{named}"
    )


def leaders(moves: pd.DataFrame) -> str:
    """« les Hauts-de-France sont la région la plus fragile (1ʳᵉ, entre 1ʳᵉ et 2ᵉ) »."""
    first = moves[moves["rank"] == 1]
    is_plural = len(first) > 1 or first["number"].eq("plural").any()
    what = "les régions les plus fragiles" if len(first) > 1 else "la région la plus fragile"
    ranks = join(dict.fromkeys(map(rank_words, first["rank"], first["low"], first["high"])))
    return f"{join(first['name_the'])} {'sont' if is_plural else 'est'} {what} ({ranks})"


def weighed(moves: pd.DataFrame) -> str:
    """Say whether the moves are more than what the reference intervals allow."""
    out = moves.loc[moves["outside"], "name"]
    if out.empty:
        return (
            "Aucun rang ne sort de l’intervalle qu’il avait avec notre réglage de départ"
            "\u202f: ces réglages ne contredisent pas le classement de départ."
        )
    return (
        f"{counted(len(out), 'rang sort', 'rangs sortent')} de l’intervalle obtenu avec notre réglage de "
        f"départ ({join(out)})\u202f: là, la conclusion dépend de la convention choisie."
    )


def rank_words(rank: int | None, low: int, high: int) -> str:
    """Write a rank and its interval, or that there is none."""
    return "sans rang" if pd.isna(rank) else placed(int(rank), int(low), int(high))


def move_words(move: int | None) -> str:
    """« plus fragile de 2 places », « moins fragile de 1 place », « même rang »."""
    if pd.isna(move):
        return "non comparable"
    if move == 0:
        return "même rang"
    side = "plus fragile" if move > 0 else "moins fragile"
    return f"{side} de {counted(abs(int(move)), 'place', 'places')}"


def _ranks(intervals: pd.DataFrame, code: str) -> pd.DataFrame:
    chosen = (intervals["among"] == "regions") & (intervals["code"] == code)
    return intervals.loc[chosen, ["region_code", "rank", "low", "high", "holds"]]
