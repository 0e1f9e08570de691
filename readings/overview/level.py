"""Thirteen rows a level: the rank of each region, the ranks it could take, and the words of both."""

from __future__ import annotations

import pandas as pd

from wording.ranks import placed

OVERALL = "ensemble"
AXIS = "axe"
DOMAIN = "domaine"
UNRANKED = "non publié"
_KEPT = ["region_code", "name", "short_name", "score", "coverage", "rank", "ranked", "low", "high"]


def level_of(code: str) -> str:
    """Return the level of a code of the address other than a domain's: the whole, or an axis."""
    return OVERALL if code == OVERALL else AXIS


def ranks(
    scores: pd.DataFrame, intervals: pd.DataFrame, regions: pd.DataFrame, level: str, code: str
) -> pd.DataFrame:
    """Return every region, most fragile first, those without a rank last (ties in the order of the regions).

    `scores`: `index.index_scores`; `intervals`: `intervals.rank_intervals`; `regions`: `structure.regions`.
    Columns: region_code, name, short_name, score, coverage, rank, ranked, low, high (<NA> without a rank),
    missing, words (« 3ᵉ, entre 2ᵉ et 6ᵉ », « non publié »).
    """
    here = scores[(scores["level"] == level) & (scores["code"] == code)]
    among = intervals[(intervals["among"] == "regions") & (intervals["level"] == level)]
    solid = among.loc[among["code"] == code, ["region_code", "low", "high"]]
    rows = regions.merge(here, on="region_code", how="left").merge(solid, on="region_code", how="left")
    rows = rows.sort_values(["rank", "position"], na_position="last", ignore_index=True)[_KEPT]
    rows["missing"] = rows["rank"].isna()
    rows["words"] = [
        UNRANKED if pd.isna(rank) else placed(int(rank), int(low), int(high))
        for rank, low, high in zip(rows["rank"], rows["low"], rows["high"], strict=True)
    ]
    return rows


def every_domain(
    scores: pd.DataFrame, intervals: pd.DataFrame, regions: pd.DataFrame, domains: pd.DataFrame
) -> pd.DataFrame:
    """Return the rows of `ranks` for each domain, in their order, with domain_code and short_label."""
    parts = [
        ranks(scores, intervals, regions, DOMAIN, code).assign(domain_code=code, short_label=label)
        for code, label in zip(domains["domain_code"], domains["short_label"], strict=True)
    ]
    return pd.concat(parts, ignore_index=True)
