"""The finding of a comparison for the chosen region: where it differs most from the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from indicators.plain_names import of_domain
from indicators.vocabulary import RegionNames
from readings.compare.lines import Line
from readings.compare.words import NOTHING_KNOWN, SAME_EVERYWHERE
from readings.phrases.words import within
from wording.lists import join

Pair = tuple[pd.DataFrame, Sequence[Line]]  # of two regions: `spreads.spreads` and `lines.lines`


class _Both(NamedTuple):
    """The name of an indicator, its value in the chosen region, then in another, with its unit."""

    name: str
    mine: str
    other: str


def title_here(region: str, pairs: Mapping[str, Pair], names: RegionNames) -> str:
    """Say where a region differs most from the others (`pairs`, by code), with both values when it can.

    « Lien social (familles monoparentales) en Corse : l’écart le plus marqué avec la Bretagne, 11,8 % contre
    7,5 % ».
    """
    apart = pd.concat([spread.assign(other=other) for other, (spread, _) in pairs.items()])
    known = apart["spread"].round(9)
    widest = apart[(known > 0) & (known == known.max())]
    if widest.empty:
        who = join(names[code].name for code in (region, *pairs))
        return f"{who}\u202f: {NOTHING_KNOWN if known.isna().all() else SAME_EVERYWHERE}"
    labels = list(dict.fromkeys(widest["label"]))
    where = names[region].name_in
    others = names[next(iter(pairs))].name_the if len(pairs) == 1 else "les autres régions comparées"
    if len(labels) > 1:
        return f"{join(labels)} {where}\u202f: les écarts les plus marqués avec {others}, à égalité"
    both = _cited(region, widest, pairs)
    if both is None:
        return f"{labels[0]} {where}\u202f: l’écart le plus marqué avec {others}"
    there = f" {within(widest['other'], names)}" if len(pairs) > 1 else ""
    return (
        f"{of_domain(labels[0], both.name)} {where}\u202f: l’écart le plus marqué avec {others}, "
        f"{both.mine} contre {both.other}{there}"
    )


def _cited(region: str, widest: pd.DataFrame, pairs: Mapping[str, Pair]) -> _Both | None:
    """The two published values, when the domain is one indicator and all that are as far have the same."""
    found = {
        _both(pairs[other][1], domain, region, other)
        for other, domain in zip(widest["other"], widest["domain_code"], strict=True)
    }
    return found.pop() if len(found) == 1 else None


def _both(figures: Sequence[Line], domain: str, region: str, other: str) -> _Both | None:
    here = [line for line in figures if line.domain_code == domain]
    if len(here) != 1 or not {region, other} <= set(here[0].ends):
        return None
    return _Both(here[0].name, here[0].ends[region][0], here[0].ends[other][1])
