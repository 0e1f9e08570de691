"""Objective fragility: indicators made comparable, averaged by domain, ranked inside each region."""

from __future__ import annotations

import pandas as pd

from indicators.normalisation import Normalisation
from indicators.steps import chain, normalised
from loaders.store import Store

# A domain score that rests on less than half of the domain's weight is not shown. Half itself is enough:
# otherwise « diversité / handicap », whose second row is empty in the published table, would never be.
MINIMUM_COVERAGE = 0.5


def indicator_scores(store: Store, normalisation: Normalisation = Normalisation.ZSCORE) -> pd.DataFrame:
    """Return one row a region x scored indicator: value (its own unit) and score (higher = more fragile)."""
    return store.frame(chain(*normalised(normalisation), last="indicator_score"))


def domain_scores(
    store: Store,
    normalisation: Normalisation = Normalisation.ZSCORE,
    minimum_coverage: float = MINIMUM_COVERAGE,
) -> pd.DataFrame:
    """Return every region x domain: score (NaN when too little is covered) and coverage (0 to 1)."""
    return store.frame(
        chain(*normalised(normalisation), "domain_score", last="region_domain_score"),
        {"minimum_coverage": minimum_coverage},
    )


def domain_ranks(
    store: Store,
    normalisation: Normalisation = Normalisation.ZSCORE,
    minimum_coverage: float = MINIMUM_COVERAGE,
) -> pd.DataFrame:
    """Return the scored domains of each region with their rank there (1 = most fragile, ties share it)."""
    return store.frame(
        chain(*normalised(normalisation), "domain_score", "domain_rank", last="region_domain_rank"),
        {"minimum_coverage": minimum_coverage},
    )
