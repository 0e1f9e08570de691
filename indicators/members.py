"""What makes the score of a domain: the weight of each indicator, and whether it goes with the others.

An indicator goes with the others of its domain when it puts the regions in the order of their mean, beyond
what random orders do: Spearman's rank correlation (The American Journal of Psychology, 1904), and the share
of shuffled orders that are at least as far from 0.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import pandas as pd

from indicators.agreement import SHUFFLES, mean_ranks
from indicators.draw_table import Floats
from indicators.index import compared
from indicators.method import Method
from indicators.noise import SEED
from indicators.steps import chain
from indicators.structure import scored_indicators
from loaders.store import Store

# As for the agreement of actors: one shuffled order in twenty is as far.
CHANCE = 0.05
# Of two regions, any order is the same or the reverse.
_FEWEST = 3
COLUMNS = ("indicator_code", "share", "regions", "agreement", "chance", "link")


class Link(StrEnum):
    """How an indicator stands to the mean of the others of its domain."""

    WITH = "avec"
    AGAINST = "contre"
    OPEN = "ouvert"  # chance would do as much


def members(store: Store, method: Method, domain: str) -> pd.DataFrame:
    """Return one row an indicator that the score of a domain rests on, in the order of the workbook.

    Columns: indicator_code, share (of the weight of the domain, 0 to 1), regions (that have the indicator
    and another one), agreement (Spearman's, -1 to 1, with the weighted mean of the other indicators of the
    region; NaN without an order), chance (0 to 1, NaN likewise), link (see `Link`).
    """
    every = store.frame(chain(*compared(method), last="indicator_score"))
    mine = every[every["domain_code"] == domain]
    scores = mine.pivot_table(index="region_code", columns="indicator_code", values="score")
    weights = mine.groupby("indicator_code")["weight"].first()
    codes = [code for code in scored_indicators(store)["indicator_code"] if code in weights.index]
    rows = [
        (code, weights[code] / weights.sum(), *_agreement(scores[code], _others(scores, weights, code)))
        for code in codes
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"regions": "Int64", "link": "str"})


def _others(scores: pd.DataFrame, weights: pd.Series[float], code: str) -> pd.Series[float]:
    """Return the weighted mean of the other indicators of each region, of those that it has."""
    rest = scores.drop(columns=code)
    kept = weights[rest.columns]
    return (rest * kept).sum(axis=1, min_count=1) / (rest.notna() * kept).sum(axis=1)


def _agreement(own: pd.Series[float], others: pd.Series[float]) -> tuple[int, float, float, Link]:
    known = own.notna() & others.notna()
    count = int(known.sum())
    nothing = count, float("nan"), float("nan"), Link.OPEN
    if count < _FEWEST:
        return nothing
    ranks = mean_ranks(np.array([own[known], others[known]]))
    centred = ranks - ranks.mean(axis=1, keepdims=True)
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
    many = np.random.default_rng(SEED).permuted(np.repeat(centred[:1], SHUFFLES, axis=0), axis=1)
    return float((1 + (np.abs(many @ centred[1]) >= abs(product) - 1e-9).sum()) / (1 + SHUFFLES))
