"""The figures that draws move, as arrays: territories x indicators, in an order of their own.

Indicators are grouped by domain and domains by axis, so that a mean over a group is one `reduceat`.
Territories are ordered by their figures and not by their code: noise is then attached to the figures, and
permuting the regions permutes the results exactly (two territories with the same figures everywhere excepted:
they are told apart by their code).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.arrays import Flags, Floats
from indicators.method import Method, Outliers
from indicators.normalisation import Normalisation
from indicators.steps import chain, published
from indicators.treatment import check_indicators, turned
from indicators.weights import domain_weights
from loaders.store import Store

__all__ = ["DrawTable", "Flags", "Floats", "draw_table"]


@dataclass(frozen=True, slots=True)
class DrawTable:
    """R territories, I scored indicators, D domains that have one, A axes; arrays in this order."""

    regions: tuple[str, ...]
    indicators: tuple[str, ...]
    domains: tuple[str, ...]
    axes: tuple[str, ...]
    oriented: Floats  # R x I, unit of the indicator, higher = more fragile; NaN where nothing is published
    half_width: Floats  # I, half a unit of the last published decimal
    error: Floats  # I, standard error of the values: the published one, else that of the method
    benchmark: Floats  # I, France's value, oriented
    weight: Floats  # I, inside the domain
    planned: Floats  # D, weight of the domain's indicators, scored or not
    domain_start: npt.NDArray[np.intp]  # D, first indicator of each domain
    axis_start: npt.NDArray[np.intp]  # A, first domain of each axis
    domain_weight: Floats  # D, inside the whole
    axis_weight: Floats  # A, inside the whole, with the domains that have no figure
    goalposts: Floats  # 2 x I, low and high, oriented; NaN where the reader fixes none
    outliers: Outliers  # what each draw does of them, before its values are compared

    @property
    def published(self) -> Flags:
        """R x I, whether there is a value."""
        return ~np.isnan(self.oriented)

    def weighed(self, weights: pd.DataFrame) -> DrawTable:
        """Return the same figures in domains that weigh something else: rows of `domain_weights`."""
        by_domain, by_axis = (
            weights.groupby(f"{name}_code")["weight"].sum().reindex(codes, fill_value=0)
            for name, codes in (("domain", self.domains), ("axis", self.axes))
        )
        return replace(
            self, domain_weight=by_domain.to_numpy(np.float64), axis_weight=by_axis.to_numpy(np.float64)
        )

    def without(self, indicator: str, domain: str, weight: float) -> DrawTable:
        """Return the same figures as if one indicator of a domain had never been in it."""
        lighter = np.where(np.array(self.indicators) == indicator, 0, self.weight)
        planned = self.planned - np.where(np.array(self.domains) == domain, weight, 0)
        return replace(self, weight=lighter, planned=planned)


def draw_table(store: Store, method: Method) -> DrawTable:
    """Read the figures of the store; empty arrays when nothing can be scored."""
    check_indicators(store, method)
    cells: Any = store.frame(chain(*published(method), "spread", last="draw_cell"), turned(method))
    if method.normalisation is Normalisation.PERCENT:
        cells = cells[cells["benchmark"].notna() & (cells["benchmark"] != 0)]
    wide = cells.pivot_table(index="region_code", columns="indicator_code", values="oriented")
    if len(wide):  # a territory without any value is compared too: it may be anywhere
        wide = wide.reindex(store.frame(chain(last="territory"))["territory_code"])
    first = cells.drop_duplicates("indicator_code")
    first = first.iloc[np.argsort(pd.factorize(first["axis_code"])[0], kind="stable")]
    oriented = _ordered(wide[first["indicator_code"]])
    domains = first.drop_duplicates("domain_code")
    table = DrawTable(
        regions=tuple(oriented.index),
        indicators=tuple(first["indicator_code"]),
        domains=tuple(domains["domain_code"]),
        axes=tuple(dict.fromkeys(domains["axis_code"])),
        oriented=oriented.to_numpy(np.float64),
        half_width=first["half_width"].to_numpy(np.float64),
        error=first["error"].fillna(method.error * first["deviation"]).to_numpy(np.float64),
        benchmark=first["benchmark"].to_numpy(np.float64),
        weight=first["weight"].to_numpy(np.float64),
        planned=domains["planned"].to_numpy(np.float64),
        domain_start=_starts(first["domain_code"]),
        axis_start=_starts(domains["axis_code"]),
        domain_weight=np.empty(0),
        axis_weight=np.empty(0),
        goalposts=_goalposts(first, method),
        outliers=method.outliers,
    )
    return table.weighed(domain_weights(store, method))


def _goalposts(first: pd.DataFrame, method: Method) -> Floats:
    """Return the reader's goalposts of each indicator (rows of `draw_cell`), turned as its values are."""
    fixed = {code: (low, high) for code, low, high in method.goalposts}
    ends = np.array([fixed.get(code, (np.nan, np.nan)) for code in first["indicator_code"]]).reshape(-1, 2)
    return np.asarray(np.sort(ends * first["direction"].to_numpy(np.float64)[:, None], axis=1).T)


def _ordered(wide: pd.DataFrame) -> pd.DataFrame:
    """Sort the territories by their figures, first indicator first; by code where all are equal."""
    figures = wide.sort_index().to_numpy(np.float64)
    return wide.sort_index().iloc[np.lexsort(figures.T[::-1])] if figures.size else wide


def _starts(groups: pd.Series[Any]) -> npt.NDArray[np.intp]:
    """Return where each group begins in a grouped column."""
    names = groups.to_numpy()
    return np.flatnonzero(np.r_[True, names[1:] != names[:-1]]) if len(names) else np.empty(0, np.intp)
