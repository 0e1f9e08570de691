"""Objective fragility: indicators made comparable, averaged by domain, ranked inside each region.

Weights between domains play no part here. Of a method with a geometric mean, what is before the mean: see
`indicators.index` for its scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from indicators.method import Aggregation, Method
from indicators.steps import chain, normalised
from indicators.treatment import bound
from loaders.store import Store


def indicator_scores(store: Store, method: Method | None = None) -> pd.DataFrame:
    """Return one row a region x scored indicator: value (its own unit) and score (higher = more fragile).

    Raises `MethodError`, as the others do.
    """
    return _frame(store, method, last="indicator_score")


def domain_scores(store: Store, method: Method | None = None) -> pd.DataFrame:
    """Return every region x domain: score (NaN when too little is covered) and coverage (0 to 1)."""
    return _frame(store, method, "domain_score", last="region_domain_score")


def domain_ranks(store: Store, method: Method | None = None) -> pd.DataFrame:
    """Return the scored domains of each region with their rank there (1 = most fragile, ties share it)."""
    return _frame(store, method, "domain_score", "domain_rank", last="region_domain_rank")


def _frame(store: Store, method: Method | None, *more: str, last: str) -> pd.DataFrame:
    plain = replace(method or Method(), aggregation=Aggregation.ARITHMETIC)
    covered: Mapping[str, object] = {"minimum_coverage": plain.minimum_coverage} if more else {}
    return store.frame(chain(*normalised(plain), *more, last=last), {**bound(store, plain), **covered})
