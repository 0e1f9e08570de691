"""Where a region stands domain by domain, in one clause: what is said of it before any rank of the whole."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from wording.numbers import number


def half(scores: pd.DataFrame, region: str, domains: Collection[str]) -> tuple[int, int]:
    """Return in how many of these domains a region is in the more fragile half, of how many it is ranked on.

    `scores`: a frame of `indicators.index`. In that half, more regions are less fragile than more fragile, as
    for the strengths of a region (`indicators.similarity`): the middle and its ties are in no half.
    """
    ranked = scores[(scores["level"] == "domaine") & scores["code"].isin(domains)].dropna(subset=["rank"])
    ties = ranked.groupby(["code", "rank"])["region_code"].transform("size")
    more = ranked["rank"] - 1
    less = ranked["ranked"] - more - ties
    mine = ranked["region_code"] == region
    return int((less > more)[mine].sum()), int(mine.sum())


def profiled(count: int, among: int, *, these: bool = False) -> str:
    """« dans la moitié la plus fragile pour 3 des 16 domaines »; `these`: « de ces 5 domaines »."""
    if not among:
        return "classée dans aucun domaine"
    if among == 1:
        where = "la moitié la plus fragile" if count else "l’autre moitié"
        return f"dans {where} pour {'ce' if these else 'le seul'} domaine"
    of = f"{'de ces' if these else 'des'} {number(among, 0)}\u00a0domaines"
    return f"dans la moitié la plus fragile pour {number(count, 0) if count else 'aucun'} {of}"
