"""Which doubt decides a rank: its Sobol indices, by source of noise.

First order: the share of the variance of the rank that a source explains alone; total: the share that is left
when all the others are known, alone and with them. Two samples A and B of every source, and A with one source
of B (pick and freeze): first order as in Saltelli and others (Computer Physics Communications 181, 2010,
table 2, b), total as in Jansen (1999; f, ibid.). The order of the sources changes nothing. A source may be
drawn in several ways at once (figures: rounding and error of measure): it is one doubt.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.draw_table import DrawTable, Floats, draw_table
from indicators.draws import ranks, scores_of
from indicators.intervals import KEY, PLAN, Ranking, level_codes, unfolded
from indicators.method import Method
from indicators.noise import Noise
from indicators.samples import Sample, pairs
from loaders.store import Store

# What a `Sample` is made of, in the words of the frame.
SOURCES = {
    "values": "chiffres",
    "weights": "poids",
    "normalisation": "normalisation",
    "aggregation": "moyenne",
}
# A multiple of every number of blocks (see `samples`): each meeting of choices is drawn as often as another.
DRAWS = 1_152
COLUMNS = [*KEY, "source", "first", "total", "draws"]
Ranks = npt.NDArray[np.int16]
Numbers = Ranks | Floats
_TYPES = (
    dict.fromkeys((*KEY, "source"), "str") | dict.fromkeys(("first", "total"), "float64") | {"draws": "Int64"}
)
_RANKINGS = tuple(ranking for ranking in PLAN if ranking.among == "regions")


def doubts(
    store: Store, method: Method | None = None, draws: int = DRAWS, noise: Noise = Noise.AGGREGATION
) -> pd.DataFrame:
    """Return the Sobol indices of every rank among the regions: a row a region x level x code x source.

    Columns: region_code, level, code, source ('chiffres': rounding and error of measure, 'poids',
    'normalisation', 'moyenne'), first, total (shares of the variance, 0 to 1 but for the noise of the draws,
    which may put a small one under 0; missing for a rank that never moves and where there is none), draws.
    No row where nothing is scored. Raises `MethodError`.
    """
    chosen = method or Method()
    table = draw_table(store, chosen)
    if not table.regions:
        return pd.DataFrame(columns=COLUMNS).astype(_TYPES)
    moved = _moved(table, chosen, draws, noise)
    found = [_rows(table, ranking, moved[ranking]) for ranking in _RANKINGS]
    whole = pd.concat(found, ignore_index=True).assign(draws=draws)
    return whole[COLUMNS].astype(_TYPES)


def indices(first: Numbers, other: Numbers, mixed: Numbers) -> tuple[Floats, Floats]:
    """Return the first-order and total indices of one source, along the last dimension (N draws).

    `first`, `other`: what is computed from two samples that owe each other nothing; `mixed`: from the first
    one, with this source of the other. NaN where nothing varies.
    """
    variance = np.concatenate([first, other], axis=-1).var(axis=-1)
    variance = np.where(variance > 0, variance, np.nan)
    # Centred: the estimator is the same, its noise smaller.
    level = other - other.mean(axis=-1, keepdims=True)
    alone = (level * (mixed - first)).mean(axis=-1) / variance
    left = ((first - mixed) ** 2).mean(axis=-1) / 2 / variance
    return np.asarray(alone, np.float64), np.asarray(left, np.float64)


def _moved(table: DrawTable, method: Method, draws: int, noise: Noise) -> dict[Ranking, list[Ranks]]:
    """Return the ranks of both samples, then of the first with each source of the other (R x K x N each)."""
    blocks = [
        [scores_of(table, method, sample) for sample in _mixed(*both)]
        for both in pairs(table, method, noise, draws)
    ]
    return {
        ranking: [
            ranks(np.concatenate([getattr(one, ranking.scores) for one in drawn], axis=2), ranking.axis)
            for drawn in zip(*blocks, strict=True)
        ]
        for ranking in _RANKINGS
    }


def _mixed(first: Sample, other: Sample) -> list[Sample]:
    """Return both samples, then the first one with each source of the other."""
    return [first, other, *(replace(first, **{source: getattr(other, source)}) for source in SOURCES)]


def _rows(table: DrawTable, ranking: Ranking, moved: list[Ranks]) -> pd.DataFrame:
    first, other, *mixed = moved
    codes = level_codes(table, ranking.level)
    ranked = (first > 0).any(axis=2)
    found = []
    for source, one in zip(SOURCES.values(), mixed, strict=True):
        alone, left = indices(first, other, one)
        rows = unfolded(table.regions, codes, {"first": alone, "total": left})[ranked.ravel()]
        found.append(rows.assign(level=ranking.level, source=source))
    return pd.concat(found, ignore_index=True)
