"""Facts that rest on official figures alone: who is most fragile in a domain, what a region is made of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from indicators.facts import Fact, FactKind, numbers
from indicators.facts_cells import NO_SUPPORT, Supports, supports
from indicators.index import index_scores
from indicators.method import Method
from indicators.structure import domains, regions
from loaders.store import Store

# « 5 + 5 »: the five domains where a region is most fragile, and the five where it is least.
NAMED_DOMAINS = 5


def extremes(store: Store, method: Method) -> Iterator[Fact]:
    """Yield, for each scored domain, who is most and who is least fragile (ties share the place).

    numbers: score, regions (how many share it), ranked; when the domain rests on one scored indicator, also
    value and benchmark (in `unit`) and the decimals of both, so that the sentence can say the published
    figure.
    """
    scores = _domains_scored(store, method)
    behind = supports(store)
    for code in domains(store)["domain_code"]:
        here = scores[scores["code"] == code]
        if here["rank"].nunique() < 2:
            continue
        for kind, place in (
            (FactKind.MOST_FRAGILE, here["rank"].min()),
            (FactKind.LEAST_FRAGILE, here["rank"].max()),
        ):
            found = here[here["rank"] == place]
            fact = Fact(
                kind,
                domain_code=code,
                codes=tuple(found["region_code"]),
                numbers=numbers(score=found["score"].iloc[0], regions=len(found), ranked=len(here)),
                strength=_strength(here["score"], float(found["score"].iloc[0])),
                cells=_cells(behind, ((region, code) for region in found["region_code"])),
            )
            yield _with_published_value(fact, behind)


def profile(store: Store, method: Method) -> Iterator[Fact]:
    """Yield, for each region, the domains where it is most and least fragile relative to the others.

    numbers: named, scored (domains), first and last score named. A domain is named among the most fragile
    only where the region stands in the more fragile half, and the reverse; in the order of the rank among the
    regions, then of the score (see `strength.sql`). Domains that tie with the last one named in both are
    named too, so the list may be longer than five; it never holds half of a tie.
    """
    scores = _domains_scored(store, method)
    behind = supports(store)
    for region in regions(store)["region_code"]:
        here = scores[scores["region_code"] == region]
        for kind, ascending in ((FactKind.TOP_DOMAINS, False), (FactKind.BOTTOM_DOMAINS, True)):
            found = _first(here[here["half"] == (-1 if ascending else 1)], ascending=ascending)
            if found.empty or len(found) == len(here):
                continue
            yield Fact(
                kind,
                region_code=region,
                codes=tuple(found["code"]),
                numbers=numbers(
                    named=len(found),
                    scored=len(here),
                    first=found["score"].iloc[0],
                    last=found["score"].iloc[-1],
                ),
                strength=_strength(here["score"], float(found["score"].iloc[0])),
                cells=_cells(behind, ((region, code) for code in found["code"])),
            )


def _cells(behind: Supports, keys: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Name the cells behind several region x domain, each once."""
    return tuple(dict.fromkeys(cell for key in keys for cell in behind.get(key, NO_SUPPORT).cells))


def _domains_scored(store: Store, method: Method) -> pd.DataFrame:
    """Scored region x domain rows by region, then by domain; `half`: see `strength.sql`."""
    scores = index_scores(store, method)
    scored = scores[(scores["level"] == "domaine") & scores["score"].notna()]
    tied = scored["score"].round(9).groupby([scored["code"], scored["score"].round(9)]).transform("size")
    return scored.assign(half=np.sign(scored["ranked"] + 2 - 2 * scored["rank"] - tied))


def _first(here: pd.DataFrame, *, ascending: bool) -> pd.DataFrame:
    """Keep the first domains and those that tie with the last of them (9 decimals, as the ranks do)."""
    place = here["ranked"] - here["rank"] if ascending else here["rank"]
    score = here["score"].round(9) * (1 if ascending else -1)
    ordered = here.assign(place=place, order=score).sort_values(["place", "order"], kind="stable")
    group = ordered.groupby(["place", "order"]).ngroup()
    return ordered[group <= group.iloc[:NAMED_DOMAINS].max()]


def _strength(scores: pd.Series[Any], own: float) -> float:
    """Return |z| of a score among its kind, over the largest that n values allow: sqrt(n - 1).

    The scores are not all equal: whoever asks has just found that some come first and others do not.
    """
    return abs(own - float(scores.mean())) / float(scores.std(ddof=0)) / math.sqrt(len(scores) - 1)


def _with_published_value(fact: Fact, behind: Supports) -> Fact:
    """Add the published figure when the domain rests on a single indicator that gives scores."""
    found = behind.get((fact.codes[0], fact.domain_code), NO_SUPPORT)
    if found.value is None:
        return fact
    stated: dict[str, float] = {**fact.numbers, "value": found.value, "decimals": found.decimals}
    if found.benchmark is None or found.benchmark_cell is None or found.benchmark_decimals is None:
        return replace(fact, numbers=numbers(**stated), unit=found.unit)
    stated |= {"benchmark": found.benchmark, "benchmark_decimals": found.benchmark_decimals}
    cells = (*fact.cells, found.benchmark_cell)
    return replace(fact, numbers=numbers(**stated), unit=found.unit, cells=cells)
