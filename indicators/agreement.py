"""Do the actors rank the domains alike? Kendall's W, and what it rests on.

W is 0 when the ranks cancel out and 1 when all are the same; m rankings made at random give 1/m on average,
so two actors who know nothing of each other are at 0.5. Kendall, Rank Correlation Methods (1948), chapter 6,
with his correction for ties.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.draw_table import Floats
from indicators.felt import VECTOR, everyone
from indicators.noise import SEED
from loaders.store import Store

# With two domains, W is 0 or 1 and says nothing.
DOMAINS_NEEDED = 3
# Random rankings that `chance` is counted in.
SHUFFLES = 1_999
COLUMNS = (
    "wave region_code actors measures domains actor_count domain_count w by_chance chance widest cells"
).split()


@dataclass(frozen=True, slots=True)
class _Ranking:
    """One actor's figures of one kind on one territory: domain → how strongly felt (higher = more)."""

    actor: str
    measure: str
    felt: dict[str, float]
    cells: dict[str, str]


def agreement(store: Store, wave: str | None = None, region: str | None = None) -> pd.DataFrame:
    """Return one row a wave x territory (France is 'FR') x set of actors: every pair, and the widest set.

    Columns: wave, region_code, actors, measures (tuples of the same length: each actor's ranking is of one
    kind, and which one is said), domains (tuple: those that all of them speak of, three at least),
    actor_count, domain_count, w (0 to 1), by_chance (1 / actor_count, the mean of random rankings), chance
    (share of random rankings that agree at least as much), widest (the set with most actors), cells (tuple of
    'sheet!cell'). Where an actor has several kinds, the one that leaves most domains in common is taken.
    """
    told = everyone(store, wave)
    told = told[told["region_code"] == region] if region is not None else told
    rows = [
        {"wave": when, "region_code": where, **_row(chosen), "widest": widest}
        for (when, where), here in told.groupby(["wave", "region_code"])
        for chosen, widest in _sets(_rankings(here))
    ]
    return _typed(pd.DataFrame(rows, columns=COLUMNS))


def _rankings(told: pd.DataFrame) -> dict[str, list[_Ranking]]:
    """List what each actor can be ranked by: values first, published ranks where there is no value."""
    found: dict[str, list[_Ranking]] = {}
    for _, group in told.groupby([*VECTOR, "actor_code"], sort=False):
        single: Any = group[~group.duplicated("domain_code", keep=False)]
        for column, sign, cell in (("value", 1, "cell"), ("rank_low", -1, "rank_cell")):
            known = single[
                single[column].notna() & (single["rank_low"].eq(single["rank_high"]) | (sign == 1))
            ]
            felt = dict(zip(known["domain_code"], sign * known[column].astype(float), strict=True))
            cells = dict(zip(known["domain_code"], known["sheet"] + "!" + known[cell], strict=True))
            first = group.iloc[0]
            measure = str(first["measure"]) if sign == 1 else "rang"
            found.setdefault(str(first["actor_code"]), []).append(
                _Ranking(str(first["actor_code"]), measure, felt, cells)
            )
    return found


def _sets(rankings: dict[str, list[_Ranking]]) -> Iterator[tuple[list[_Ranking], bool]]:
    """Give the widest set of actors that have three domains in common, and every pair that has."""
    found: list[tuple[_Ranking, ...]] = []
    for size in range(len(rankings), 1, -1):
        if size > 2 and found:
            continue
        for names in combinations(rankings, size):
            chosen = max(product(*(rankings[name] for name in names)), key=lambda one: len(_common(one)))
            if len(_common(chosen)) >= DOMAINS_NEEDED:
                found.append(chosen)
    widest = max(found, key=lambda one: (len(one), len(_common(one))), default=None)
    for chosen in found:
        if len(chosen) == 2 or chosen is widest:
            yield list(chosen), chosen is widest


def _common(chosen: tuple[_Ranking, ...] | list[_Ranking]) -> list[str]:
    return [code for code in chosen[0].felt if all(code in one.felt for one in chosen)]


def _row(chosen: list[_Ranking]) -> dict[str, object]:
    domains = _common(chosen)
    ranks = mean_ranks(np.array([[one.felt[code] for code in domains] for one in chosen]))
    w = float(concordance(ranks[None])[0])
    return {
        "actors": tuple(one.actor for one in chosen),
        "measures": tuple(one.measure for one in chosen),
        "domains": tuple(domains),
        "actor_count": len(chosen),
        "domain_count": len(domains),
        "w": w,
        "by_chance": 1 / len(chosen),
        "chance": _chance(ranks, w),
        "cells": tuple(one.cells[code] for one in chosen for code in domains),
    }


def mean_ranks(felt: Floats) -> Floats:
    """Rank each row, strongest first; ties share the mean of their places, as W needs."""
    return pd.DataFrame(felt).round(9).rank(axis=1, ascending=False).to_numpy(np.float64)


def concordance(ranks: Floats) -> Floats:
    """Kendall's W of k x m x n ranks: 12 S / (m²(n³ − n) − m T), T the sum of t³ − t over the ties."""
    _, m, n = ranks.shape
    totals = ranks.sum(axis=1)
    spread = ((totals - totals.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
    most = m * m * (n**3 - n) - m * _ties(ranks[0])
    return np.asarray(12 * spread / most if most > 0 else np.full(len(ranks), np.nan), np.float64)


def _ties(ranks: Floats) -> float:
    counts = [np.unique(row, return_counts=True)[1] for row in ranks]
    return float(sum((count**3 - count).sum() for count in counts))


def _chance(ranks: Floats, w: float) -> float:
    """Return the share of shuffled rankings with the same ties that agree at least as much (Monte Carlo)."""
    if np.isnan(w):
        return float("nan")
    many: npt.NDArray[np.float64] = np.repeat(ranks[None], SHUFFLES, axis=0)
    shuffled = np.random.default_rng(SEED).permuted(many, axis=2)
    return float((1 + (concordance(shuffled) >= w - 1e-12).sum()) / (1 + SHUFFLES))


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    whole = dict.fromkeys(["actor_count", "domain_count"], "Int64")
    return frame.astype(
        whole | dict.fromkeys(["w", "by_chance", "chance"], "float64") | {"widest": "boolean"}
    )
