"""The scores that are made of others, as arrays: what makes each, and what each element brings to it.

A score is the sum of what its elements bring (with the geometric mean its logarithm is: see
`indicators.geometric`); an element without a score brings nothing, since the others have taken its weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from indicators import geometric
from indicators.draw_table import Floats
from indicators.index import parameters, steps
from indicators.method import Method
from indicators.steps import chain, normalised
from indicators.treatment import bound
from indicators.weights import domain_weights
from loaders.store import Store

WHOLE = "ensemble"
_Scores = Mapping[str, pd.DataFrame]  # by level: regions x codes


@dataclass(frozen=True, slots=True)
class Group:
    """One score and its elements: R regions, K elements, units of the normalisation (1 to 10 if geometric).

    `level`, `codes`: of the elements ('axe' | 'domaine' | 'indicateur'); `in_level`, `in_code`: of what they
    make ('ensemble' | 'axe' | 'domaine'); `weight`: K, nominal, they sum to 1; `own`: R x K scores, NaN where
    there is none; `brought`: R x K, 0 where there is none; `whole`: R, what they make, NaN if not shown.
    """

    level: str
    codes: tuple[str, ...]
    in_level: str
    in_code: str
    weight: Floats
    own: Floats
    brought: Floats
    whole: Floats


def groups(store: Store, method: Method, scores: pd.DataFrame) -> list[Group]:
    """Return each score with its elements; `scores`: `indicators.index.index_scores` by this method.

    The whole by domain, each axis by domain, each domain by indicator, the whole by axis, then by indicator.
    A domain without any score is in its groups, an indicator without any is in none; an axis of which nothing
    weighs is left out. Raises `MethodError`.
    """
    by_level = {str(level): _wide(own, "code", "score") for level, own in scores.groupby("level")}
    weights = domain_weights(store, method).set_index("domain_code")
    parts = store.frame(chain(*steps(method), last="domain_part"), parameters(store, method))
    shares = _wide(parts, "domain_code", "share").reindex_like(by_level["domaine"][weights.index]).fillna(0)
    domains = _by_domain(weights, method, by_level, shares)
    inside = _by_indicator(store, method, by_level)
    return [
        domains,
        *_by_axis(weights, method, by_level),
        *inside,
        _by_all_axes(weights, domains, by_level),
        *([_by_all_indicators(inside, domains, shares, method)] if inside else []),
    ]


def _wide(rows: pd.DataFrame, columns: str, values: str) -> pd.DataFrame:
    return rows.pivot_table(index="region_code", columns=columns, values=values, dropna=False)


def _by_domain(weights: pd.DataFrame, method: Method, scores: _Scores, shares: pd.DataFrame) -> Group:
    own = scores["domaine"][weights.index].to_numpy(np.float64)
    return Group(
        level="domaine",
        codes=tuple(weights.index),
        in_level=WHOLE,
        in_code=WHOLE,
        weight=weights["weight"].to_numpy(np.float64),
        own=own,
        brought=shares.to_numpy(np.float64) * np.nan_to_num(_averaged(own, method, WHOLE)),
        whole=scores[WHOLE][WHOLE].to_numpy(np.float64),
    )


def _by_axis(weights: pd.DataFrame, method: Method, scores: _Scores) -> list[Group]:
    return [
        _mean(
            scores["domaine"][inside.index], inside["weight"], ("domaine", "axe", str(axis)), scores, method
        )
        for axis, inside in weights.groupby("axis_code", sort=False)
        if inside["weight"].sum() > 0
    ]


def _by_indicator(store: Store, method: Method, scores: _Scores) -> list[Group]:
    rows = store.frame(chain(*normalised(method), last="indicator_score"), bound(store, method))
    if method.aggregation.geometric("domaine"):
        rows = rows.assign(score=geometric.scores(rows["score"].to_numpy(np.float64)))
    wide = _wide(rows, "indicator_code", "score").reindex(scores["domaine"].index)
    known = rows.drop_duplicates("indicator_code").set_index("indicator_code")
    return [
        _mean(wide[mine.index], mine["weight"], ("indicateur", "domaine", str(domain)), scores, method)
        for domain, mine in known.groupby("domain_code", sort=False)
    ]


def _mean(
    own: pd.DataFrame, weight: pd.Series[float], named: tuple[str, str, str], scores: _Scores, method: Method
) -> Group:
    """Bring scores together by their weights, in each region those of what has a score.

    `named`: level of the elements, level and code of what they make.
    """
    level, in_level, in_code = named
    values, weights = own.to_numpy(np.float64), weight.to_numpy(np.float64)
    held = weights * ~np.isnan(values)
    total = held.sum(axis=1, keepdims=True)
    share = np.divide(held, total, out=np.zeros(held.shape), where=total > 0)
    return Group(
        level=level,
        codes=tuple(own.columns),
        in_level=in_level,
        in_code=in_code,
        weight=weights / weights.sum(),
        own=values,
        brought=share * np.nan_to_num(_averaged(values, method, in_level)),
        whole=scores[in_level][in_code].to_numpy(np.float64),
    )


def _by_all_axes(weights: pd.DataFrame, domains: Group, scores: _Scores) -> Group:
    """Bring the axes to the whole: each brings what its domains do."""
    axes = weights.groupby("axis_code", sort=False)["weight"].sum()
    places = [np.flatnonzero(weights["axis_code"] == axis) for axis in axes.index]
    return Group(
        level="axe",
        codes=tuple(axes.index),
        in_level=WHOLE,
        in_code=WHOLE,
        weight=axes.to_numpy(np.float64),
        own=scores["axe"][axes.index].to_numpy(np.float64),
        brought=np.column_stack([domains.brought[:, mine].sum(axis=1) for mine in places]),
        whole=domains.whole,
    )


def _by_all_indicators(inside: list[Group], domains: Group, shares: pd.DataFrame, method: Method) -> Group:
    """Bring the indicators of every domain to the whole, in proportion to their domain."""
    weights = dict(zip(domains.codes, domains.weight, strict=True))
    if method.aggregation.mixed:
        above = dict(zip(domains.codes, domains.brought.T, strict=True))
        brought = [_shared(group) * above[group.in_code][:, None] for group in inside]
    else:
        brought = [group.brought * shares[[group.in_code]].to_numpy() for group in inside]
    return Group(
        level="indicateur",
        codes=tuple(code for group in inside for code in group.codes),
        in_level=WHOLE,
        in_code=WHOLE,
        weight=np.concatenate([group.weight * weights[group.in_code] for group in inside]),
        own=np.hstack([group.own for group in inside]),
        brought=np.hstack(brought),
        whole=domains.whole,
    )


def _shared(group: Group) -> Floats:
    """Return the share of each element in what makes its score, or its weight where that is 0."""
    total = group.brought.sum(axis=1, keepdims=True)
    held = group.weight * ~np.isnan(group.own)
    weighed = np.divide(held, held.sum(axis=1, keepdims=True), out=np.zeros(held.shape), where=held > 0)
    return np.asarray(np.divide(group.brought, total, out=weighed, where=total > 0), np.float64)


def _averaged(scores: Floats, method: Method, in_level: str) -> Floats:
    """Return what a mean adds up: the scores, or their logarithms if it is geometric."""
    return geometric.of_scores(scores) if method.aggregation.geometric(in_level) else scores
