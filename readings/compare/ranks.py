"""Ranks of the compared regions among all of them, each with its interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.vocabulary import RegionNames
from wording.lists import joined
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


def overall(rows: pd.DataFrame, codes: Sequence[str], names: RegionNames) -> str:
    """Say the overall rank of each compared region, the most fragile first, those without a rank last."""
    mine = rows[(rows["level"] == "ensemble") & rows["region_code"].isin(list(codes))]
    ordered = mine.sort_values("rank", kind="stable")
    said = [
        f"{names[str(code)].name} {words}"
        for code, words in zip(ordered["region_code"], ordered["words"], strict=True)
    ]
    return joined(said) + "."
