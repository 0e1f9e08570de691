"""What makes the score of a domain: the weight of each indicator, and whether it goes with the others.

An indicator goes with the others of its domain when it puts the regions in the order of their mean, beyond
what random orders do: Spearman's rank correlation (The American Journal of Psychology, 1904), and the share
of shuffled orders that are at least as far from 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import numpy as np
import pandas as pd

from indicators.agreement import CHANCE, SHUFFLES, mean_ranks, shuffles
from indicators.draw_table import Floats
from indicators.method import Method
from indicators.steps import chain, normalised
from indicators.structure import scored_indicators
from indicators.treatment import bound
from loaders.store import Store

# Of two regions, any order is the same or the reverse.
_FEWEST = 3
COLUMNS = ("domain_code", "indicator_code", "share", "regions", "agreement", "chance", "link")


class Link(StrEnum):
    """How an indicator stands to the mean of the others of its domain."""

    WITH = "avec"
    AGAINST = "contre"
    OPEN = "ouvert"  # chance would do as much


def members(store: Store, method: Method) -> pd.DataFrame:
    """Return one row an indicator that the scores of the domains rest on, in the order of the workbook.

    Columns: domain_code, indicator_code, share (of the weight of the domain, 0 to 1), regions (that have the
    indicator and another one), agreement (Spearman's, -1 to 1, with the weighted mean of the other indicators
    of the region; NaN without an order), chance (0 to 1, NaN likewise), link (see `Link`).
    """
    every = store.frame(chain(*normalised(method), last="indicator_score"), bound(store, method))
    codes = scored_indicators(store)["indicator_code"].tolist()
    rows = [row for domain, mine in every.groupby("domain_code") for row in _of_domain(str(domain), mine)]
    found = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"regions": "Int64", "link": "str"})
    order = {code: number for number, code in enumerate(codes)}
    return found.sort_values("indicator_code", key=lambda column: column.map(order), ignore_index=True)


def _of_domain(domain: str, mine: pd.DataFrame) -> Iterator[tuple[str | int | float, ...]]:
    """Hold each indicator of a domain against the weighted mean of the others, of those that a region has."""
    table = mine.pivot_table(index="region_code", columns="indicator_code", values="score")
    weights = mine.groupby("indicator_code")["weight"].first()[table.columns].to_numpy(float)
    scores = table.to_numpy(float)
    weighed, held = np.nan_to_num(scores * weights), weights * ~np.isnan(scores)
    for number, code in enumerate(table.columns):
        rest = held.sum(axis=1) - held[:, number]
        known = (rest > 0) & (held[:, number] > 0)
        others = (weighed.sum(axis=1) - weighed[:, number])[known] / rest[known]
        yield domain, code, weights[number] / weights.sum(), *_agreement(scores[known, number], others)


def _agreement(own: Floats, others: Floats) -> tuple[int, float, float, Link]:
    count = len(own)
    nothing = count, float("nan"), float("nan"), Link.OPEN
    if count < _FEWEST:
        return nothing
    centred = mean_ranks(np.array([own, others])) - (count + 1) / 2
    norm = float(np.sqrt((centred**2).sum(axis=1).prod()))
    if norm == 0:
        return nothing
    found = float(centred[0] @ centred[1]) / norm
    chance = _chance(centred, found * norm)
    if chance > CHANCE:
        return count, found, chance, Link.OPEN
    return count, found, chance, Link.WITH if found > 0 else Link.AGAINST


def _chance(centred: Floats, product: float) -> float:
    """Return the share of shuffled orders whose product is at least as far from 0 (Monte Carlo)."""
    many = centred[0][shuffles(1, centred.shape[1])[:, 0]] @ centred[1]
    return float((1 + (np.abs(many) >= abs(product) - 1e-9).sum()) / (1 + SHUFFLES))
