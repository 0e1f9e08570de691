"""Comparisons worth one click: the regions most like one, and pairs of the whole country."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.similarity import Basis
from indicators.vocabulary import RegionNames
from readings.phrases import likeness
from wording.lists import join

BASES: Mapping[Basis, str] = {
    Basis.PROFILE: "par le profil",
    Basis.DOMAINS: "par les fragilités",
}


@dataclass(frozen=True)
class Offer:
    """Regions to compare at one click: the words of the button (few: a phone cuts them), who they are."""

    label: str
    said: str
    codes: tuple[str, ...]


def neighbours(anchor: str, near: Mapping[Basis, pd.DataFrame], names: RegionNames) -> list[Offer]:
    """Return, for each basis, a region with those most like it, nearest first.

    `near`: `similarity.similar_regions` of that region. A basis that compares nothing is left out.
    """
    found = {basis: tuple(map(str, frame["region_code"])) for basis, frame in near.items()}
    return [
        Offer(
            f"Comparer aux semblables {BASES[basis]}",
            f"{names[anchor].name}, {likeness.BASES[basis]}\u202f: {_listed(codes, names)}.",
            (anchor, *codes),
        )
        for basis, codes in found.items()
        if codes
    ]


def pairs(scores: pd.DataFrame, near: pd.DataFrame, names: RegionNames) -> list[Offer]:
    """Return pairs to begin with: the two ends of the ranking, then the closest pair on each basis.

    `scores`: rows of level `ensemble` of `index.index_scores`. `near`: for each region and basis its nearest
    (region_code, other_code, basis, distance).
    """
    ranked = scores.dropna(subset=["score"]).sort_values("rank", kind="stable")["region_code"].astype(str)
    found = []
    if len(ranked) > 1:
        found.append(_pair("Les deux bouts du classement", (ranked.iloc[0], ranked.iloc[-1]), names))
    for basis, words in BASES.items():
        closest = near[near["basis"] == basis].nsmallest(1, "distance")
        for one, other in zip(closest["other_code"], closest["region_code"], strict=True):
            found.append(_pair(f"Les plus semblables {words}", (str(one), str(other)), names))
    return found


def _pair(why: str, codes: tuple[str, str], names: RegionNames) -> Offer:
    return Offer(why, f"{why}\u202f: {_listed(codes, names)}.", codes)


def _listed(codes: Iterable[str], names: RegionNames) -> str:
    return join(names[code].name for code in codes)
