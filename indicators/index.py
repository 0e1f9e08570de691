"""The index: every region on every domain, axis and on the whole, ranked among the regions."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.method import Method, Weighting
from indicators.rows import of
from indicators.steps import chain, normalised
from indicators.structure import UnknownCode
from indicators.treatment import bound
from indicators.weights import domain_weights
from loaders.store import Store


def index_scores(store: Store, method: Method | None = None) -> pd.DataFrame:
    """Return one row a region x domain, axis and the whole; scored or not, that is what `coverage` explains.

    Columns: region_code, level ('domaine' | 'axe' | 'ensemble'), code ('ensemble' for the whole), score (unit
    of the normalisation, higher = more fragile; 1 to 10 for the geometric mean; NaN under the method's
    minimum coverage), coverage (0 to 1), rank (among the regions, 1 = most fragile, ties share the better
    rank), ranked (how many). Raises `MethodError` when the edition cannot give the weights.
    """
    chosen = method or Method()
    return store.frame(chain(*steps(chosen), "index_rank", last="region_index"), parameters(store, chosen))


def contributions(store: Store, method: Method | None, region: str) -> pd.DataFrame:
    """Split each score of one region (see `every_contribution`). Raises `UnknownCode` and `MethodError`."""
    check_region(store, region)
    return of(every_contribution(store, method), region_code=region)


def every_contribution(store: Store, method: Method | None = None) -> pd.DataFrame:
    """Split each score of each region into its indicators' parts: for each level and code they add up to it.

    Columns: region_code, level, code, indicator_code, domain_code, normalised (unit of the normalisation),
    share (of the indicator in that score: they sum to 1), part (share x normalised), score (as shown).
    Arithmetic mean: the parts sum to the score. Geometric mean: `normalised` is a natural logarithm, and the
    score is 11 - 10 exp(-sum of the parts) (see `indicators.geometric`). Where only one of the two levels is
    geometric (`Aggregation.mixed`), what a domain brings above is shared as its indicators make it. A score
    that is not shown has no rows. Raises `MethodError`.
    """
    chosen = method or Method()
    brought = "brought=brought_turned" if chosen.aggregation.mixed else "brought=brought_alike"
    query = chain(*steps(chosen), "inside", brought, last="contribution")
    return store.frame(query, parameters(store, chosen))


def check_region(store: Store, region: str) -> None:
    """Raise `UnknownCode` when the edition has no such region."""
    if not store.rows("SELECT 1 FROM mart.region WHERE region_code = ?", [region]):
        raise UnknownCode(region)


def steps(method: Method) -> tuple[str, ...]:
    """Return the steps up to `index_score` (territory_code, level, code, score, coverage)."""
    by = "axes" if method.weighting is Weighting.EQUAL_AXES else "domains"
    turned = f"domain_score=domain_score_{method.aggregation}"
    shown = "geometrique" if method.aggregation.geometric("ensemble") else "arithmetique"
    return (
        *normalised(method),
        *(("domain_mean=domain_score", turned) if method.aggregation.mixed else ("domain_score",)),
        "domain_weight",
        "axis_score",
        f"overall_part=overall_part_of_{by}",
        "overall_score",
        "index_level",
        f"index_score=index_score_{shown}",
    )


def parameters(store: Store, method: Method) -> Mapping[str, object]:
    """Return what the steps bind: domains and weights, the minimum coverage, what the reader changes."""
    weights = domain_weights(store, method)
    return {
        **bound(store, method),
        "domain_codes": weights["domain_code"].tolist(),
        "domain_weights": weights["weight"].tolist(),
        "minimum_coverage": method.minimum_coverage,
    }
