"""What every page asks of the reference method: computed when an edition is installed, kept in its store."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from indicators.agreement import agreement
from indicators.both_sides import of_every_actor
from indicators.crossed import cross
from indicators.dominance import dominance
from indicators.doubts import doubts
from indicators.felt import everyone
from indicators.index import every_contribution, index_scores
from indicators.intervals import rank_intervals
from indicators.members import members
from indicators.method import Method, MethodError
from indicators.missing_bounds import missing_bounds
from indicators.similarity import NEAREST, Basis, similar_to, strengths_of
from indicators.structure import regions
from indicators.values import every_value
from loaders.store import Computation, Store
from loaders.store.recipe import fingerprint

REFERENCE = Method()
# What decides a result beside the workbook: our code, the libraries that add, draw and sort.
_HERE = Path(__file__).parent
_ROOMS = (_HERE, _HERE.with_name("wording"))
# Numpy sorts outside the lock of the interpreter: two threads take a seventh less time than one.
_SIDE_BY_SIDE = 2
_LIBRARIES = ("duckdb", "numpy", "pandas")


@cache
def made_by() -> str:
    """Return the fingerprint of what computes: a result of another one is never read."""
    return " ".join([fingerprint(*_ROOMS), *map(version, _LIBRARIES)])


def frames(store: Store) -> Mapping[str, pd.DataFrame]:
    """Return every frame that is kept, by name; one that holds all regions or all actors has their code.

    None of an edition that the method cannot read (no domain has a weight): whoever asks is told why.
    """
    codes = regions(store)["region_code"].tolist()
    try:
        intervals = rank_intervals(store, REFERENCE)
    except MethodError:
        return {}
    return {
        "index_scores": index_scores(store, REFERENCE),
        "contributions": every_contribution(store, REFERENCE),
        "rank_intervals": intervals,
        "missing_bounds": missing_bounds(store, REFERENCE),
        "dominance": dominance(store, REFERENCE),
        "doubts": doubts(store, REFERENCE),
        "every_value": every_value(store),
        "everyone": everyone(store),
        "members": members(store, REFERENCE),
        "agreements": agreement(store),
        "similar": pd.concat(
            [similar_to(store, codes, basis, NEAREST) for basis in Basis], ignore_index=True
        ),
        "strengths": strengths_of(store, codes, method=REFERENCE),
        **_crossed(store, intervals),
    }


def _crossed(store: Store, intervals: pd.DataFrame) -> Mapping[str, pd.DataFrame]:
    """Return the gaps, the quadrants and what is unnamed of every actor.

    The first one draws what is measured, once for all; the others then go side by side.
    """
    first, *others = of_every_actor(store, REFERENCE)
    found = [cross(first, intervals)]
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as threads:
        found += threads.map(lambda sides: cross(sides, intervals), others)
    return {
        "gaps": pd.concat([one.gaps for one in found], ignore_index=True),
        "quadrants": pd.concat([one.quadrants for one in found], ignore_index=True),
        "unnamed": pd.concat([one.unnamed for one in found], ignore_index=True),
    }


def computation() -> Computation:
    """Return what a store keeps of this room."""
    return Computation(made_by(), frames)
