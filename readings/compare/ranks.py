"""Ranks of the compared regions among all of them, each with its interval, and what they can tell apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import pandas as pd

from indicators.vocabulary import RegionNames
from wording.lists import joined
from wording.numbers import counted, plural
from wording.ranks import placed

UNRANKED = "sans rang"


def ranks(intervals: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a level x region: level, code, label, region_code, rank, low, high, words, ranked.

    The whole first, then the axes, then the domains, in the order of the observatory; every region.
    `intervals`: `intervals.rank_intervals`, whose rows among the regions are kept; `labels`:
    `Vocabulary.levels`.
    """
    among = intervals[intervals["among"] == "regions"]
    order = {code: place for place, code in enumerate(labels)}
    rows = among.assign(label=among["code"].map(labels), place=among["code"].map(order))
    rows["words"] = [
        UNRANKED if pd.isna(rank) else placed(int(rank), int(low), int(high))
        for rank, low, high in zip(rows["rank"], rows["low"], rows["high"], strict=True)
    ]
    kept = ["level", "code", "label", "region_code", "rank", "low", "high", "words", "ranked"]
    return rows.sort_values("place", kind="stable")[kept].reset_index(drop=True)


def told_apart(rows: pd.DataFrame, codes: Sequence[str]) -> str:
    """Say whether the overall ranks of the compared regions can be told apart: intervals that do not meet."""
    among = rows[rows["level"] == "ensemble"].set_index("region_code").loc[list(codes)]
    ranked = among.dropna(subset=["rank"])
    if len(ranked) < 2:
        return "Rang d’ensemble\u202f: trop peu de régions comparées en ont un"
    two_by_two = list(combinations(ranked.index, 2))
    apart = sum(
        ranked["high"][one] < ranked["low"][other] or ranked["high"][other] < ranked["low"][one]
        for one, other in two_by_two
    )
    if apart in (0, len(two_by_two)):
        said = "des intervalles qui ne se touchent pas" if apart else "des intervalles qui se recouvrent"
        return f"Rang d’ensemble\u202f: {said}"
    pairs = counted(apart, "paire de régions", "paires de régions")
    verb = plural(apart, "a", "ont")
    return f"Rang d’ensemble\u202f: {pairs} sur {len(two_by_two)} {verb} des intervalles séparés"


def overall(rows: pd.DataFrame, codes: Sequence[str], names: RegionNames) -> str:
    """Say the overall rank of each compared region, the most fragile first, those without a rank last."""
    mine = rows[(rows["level"] == "ensemble") & rows["region_code"].isin(list(codes))]
    ordered = mine.sort_values("rank", kind="stable")
    said = [
        f"{names[str(code)].name} {words}"
        for code, words in zip(ordered["region_code"], ordered["words"], strict=True)
    ]
    return joined(said) + "."
