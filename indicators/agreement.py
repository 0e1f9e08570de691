"""Do the actors rank the domains alike? Kendall's W, and what it rests on.

W is 0 when the ranks cancel out and 1 when all are the same; m rankings made at random give 1/m on average,
so two actors who know nothing of each other are at 0.5. Kendall, Rank Correlation Methods (1948), chapter 6,
with his correction for ties.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.draw_table import Floats
from indicators.felt import VECTOR, everyone
from indicators.noise import SEED
from indicators.rows import Row, records
from loaders.store import Store

# With two domains, W is 0 or 1 and says nothing.
DOMAINS_NEEDED = 3
# Random rankings that `chance` is counted in.
SHUFFLES = 1_999
# What one order in twenty of them does is not said to be more than chance.
CHANCE = 0.05
COLUMNS = (
    "wave region_code actors measures domains actor_count domain_count w by_chance chance widest cells"
).split()
# One ranking of the domains by one actor, and what it is read in.
_SAME = [*VECTOR, "actor_code"]
_READ = [*_SAME, "domain_code", "value", "rank_low", "rank_high", "sheet", "cell", "rank_cell"]


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
    told = everyone(store, wave)[_READ]
    told = told[told["region_code"] == region] if region is not None else told
    rows = [
        {"wave": when, "region_code": where, **_row(chosen), "widest": widest}
        for (when, where), here in told.groupby(["wave", "region_code"])
        for chosen, widest in _sets(_rankings(records(here)))
    ]
    return _typed(pd.DataFrame(rows, columns=COLUMNS))


def _rankings(told: list[Row]) -> dict[str, list[_Ranking]]:
    """List what each actor can be ranked by: values first, published ranks where there is no value."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in told:
        groups.setdefault(tuple(row[name] for name in _SAME), []).append(row)
    found: dict[str, list[_Ranking]] = {}
    for rows in groups.values():
        times = Counter(row["domain_code"] for row in rows)
        single = [row for row in rows if times[row["domain_code"]] == 1]
        actor, measure = str(rows[0]["actor_code"]), str(rows[0]["measure"])
        ranked = [row for row in single if row["rank_low"] == row["rank_high"]]
        found.setdefault(actor, []).extend(
            [
                _ranking(actor, measure, single, "value", "cell", 1),
                _ranking(actor, "rang", ranked, "rank_low", "rank_cell", -1),
            ]
        )
    return found


def _ranking(actor: str, measure: str, rows: list[Row], column: str, cell: str, sign: int) -> _Ranking:
    """Rank by a column what has it; `sign` -1 where the lowest is the most felt."""
    known = {row["domain_code"]: row for row in rows if row[column] is not None}
    felt = {code: sign * float(row[column]) for code, row in known.items()}
    cells = {code: f"{row['sheet']}!{row[cell]}" for code, row in known.items()}
    return _Ranking(actor, measure, felt, cells)


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
    rounded = np.round(felt, 9)
    mine, other = rounded[:, :, None], rounded[:, None, :]
    above, equal = (other > mine).sum(axis=2), (other == mine).sum(axis=2)
    return np.asarray(above + (equal + 1) / 2, np.float64)


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
    shuffled = np.take_along_axis(ranks[None], shuffles(*ranks.shape), axis=2)
    return float((1 + (concordance(shuffled) >= w - 1e-12).sum()) / (1 + SHUFFLES))


@lru_cache(maxsize=16)
def shuffles(m: int, n: int) -> npt.NDArray[np.intp]:
    """Return SHUFFLES orders of n places for each of m rankings, the same for all rankings of that shape."""
    many = np.tile(np.arange(n), (SHUFFLES, m, 1))
    return np.random.default_rng(SEED).permuted(many, axis=2)


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    kinds = {"wave": "str", "region_code": "str", "widest": "boolean"}
    kinds |= dict.fromkeys(["actor_count", "domain_count"], "Int64")
    return frame.astype(kinds | dict.fromkeys(["w", "by_chance", "chance"], "float64"))
