"""The index as arrays, for what repeats the same weighted means hundreds of times over one edition.

The normalised values come from the same SQL as every score; the means are those of `domain_score.sql`,
`axis_score.sql` and `overall_score.sql`, and a test holds the two against each other for every method.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators import geometric
from indicators.index import compared
from indicators.method import Aggregation, Method, Weighting
from indicators.steps import chain
from indicators.tree import nodes
from loaders.store import Store

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class IndexArrays:
    """r regions x i indicators in d domains of a axes; what is taken out weighs 0."""

    regions: list[str]
    indicators: list[str]
    domains: list[str]
    axes: list[str]
    scores: Numbers  # r x i, unit of the normalisation (or its logarithm), NaN where there is none
    weights: Numbers  # i, inside the domain
    domain_of: Places  # i
    axis_of: Places  # d
    domain_weights: Numbers  # d, share of the index

    def without(self, indicators: Flags | None = None, domains: Flags | None = None) -> IndexArrays:
        """Return the same index as if these indicators or domains had never been in it."""
        lighter = self.weights if indicators is None else np.where(indicators, 0.0, self.weights)
        shares = self.domain_weights if domains is None else np.where(domains, 0.0, self.domain_weights)
        return replace(self, weights=lighter, domain_weights=shares)

    def overall(self, method: Method) -> Numbers:
        """Return the overall score of each region (r), NaN under the method's minimum coverage."""
        scores, coverage = self.domain_scores(method)
        shares = self._shares(method)
        used = np.where(np.isnan(scores), 0.0, shares)
        if method.weighting is Weighting.EQUAL_AXES:
            used, effective = self._within_axes(method, used, shares, coverage)
        else:
            effective = used
        covered = _ratio((used * coverage).sum(axis=1), shares.sum())
        mean = _ratio((effective * np.nan_to_num(scores)).sum(axis=1), effective.sum(axis=1), np.nan)
        shown = np.where(np.round(covered, 9) >= method.minimum_coverage, mean, np.nan)
        return geometric.scores(shown) if method.aggregation is Aggregation.GEOMETRIC else shown

    def domain_scores(self, method: Method) -> tuple[Numbers, Numbers]:
        """Return scores (r x d, NaN under the minimum coverage, logarithms if geometric) and coverage."""
        member = (self.domain_of[:, None] == np.arange(len(self.domains))) * self.weights[:, None]
        weight = ~np.isnan(self.scores) @ member
        coverage = _ratio(weight, member.sum(axis=0))
        mean = _ratio(np.nan_to_num(self.scores) @ member, weight, np.nan)
        return np.where(np.round(coverage, 9) >= method.minimum_coverage, mean, np.nan), coverage

    def _shares(self, method: Method) -> Numbers:
        """Return the weight of each domain (d): with equal axes, those left share their axis's part."""
        if method.weighting is not Weighting.EQUAL_AXES:
            return self.domain_weights
        left = (self.domain_weights > 0).astype(np.float64)
        together = np.maximum(self._by_axis(left[None, :])[0], 1)  # an axis without any divides nothing
        return _ratio(left, together[self.axis_of])

    def _within_axes(
        self, method: Method, used: Numbers, shares: Numbers, coverage: Numbers
    ) -> tuple[Numbers, Numbers]:
        """Keep the domains of the axes with a score (r x d), and what each then weighs: see the SQL."""
        planned, present = self._by_axis(shares[None, :]), self._by_axis(used)
        covered = _ratio(self._by_axis(used * coverage), planned)
        shown = np.round(covered, 9) >= method.minimum_coverage
        kept = used * shown[:, self.axis_of]
        return kept, kept * _ratio(planned, present)[:, self.axis_of]

    def _by_axis(self, by_domain: Numbers) -> Numbers:
        """Sum the columns of each axis: r x d gives r x a."""
        sums: Numbers = by_domain @ (self.axis_of[:, None] == np.arange(len(self.axes)))
        return sums


def index_arrays(store: Store, method: Method) -> IndexArrays:
    """Read the index of an edition as arrays. Raises `MethodError` and `indicators.tree.StructureError`."""
    structure = nodes(store, method)
    indicators = structure[(structure["level"] == "indicateur") & (structure["weight"] > 0)]
    domains = structure[structure["level"] == "domaine"]
    axes = structure[structure["level"] == "axe"]
    parts = store.frame(chain(*compared(method), last="indicator_score"))
    regions = [
        str(code) for (code,) in store.rows("SELECT region_code FROM mart.region ORDER BY region_code")
    ]
    scores = np.full((len(regions), len(indicators)), np.nan)
    rows = pd.Index(regions).get_indexer(pd.Index(parts["region_code"]))
    columns = pd.Index(indicators["code"]).get_indexer(pd.Index(parts["indicator_code"]))
    scores[rows, columns] = parts["score"]
    return IndexArrays(
        regions,
        indicators["code"].tolist(),
        domains["code"].tolist(),
        axes["code"].tolist(),
        scores,
        indicators["weight"].to_numpy(np.float64),
        pd.Index(domains["code"]).get_indexer(pd.Index(indicators["parent"])),
        pd.Index(axes["code"]).get_indexer(pd.Index(domains["parent"])),
        domains["weight"].to_numpy(np.float64),
    )


def _ratio(top: Numbers, bottom: Numbers | float, otherwise: float = 0.0) -> Numbers:
    """Divide, and say what a division by 0 gives: no weight is no score, never an error or an infinity."""
    above, below = np.broadcast_arrays(top, np.asarray(bottom, np.float64))
    quotient: Numbers = np.divide(above, below, out=np.full(above.shape, otherwise), where=below > 0)
    return quotient
