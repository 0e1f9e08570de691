"""The published figures, as they are."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.method import Method
from indicators.steps import chain, published
from indicators.structure import domains
from indicators.treatment import check_indicators, turned
from loaders.store import Store


def region_values(store: Store, domain: str, method: Method | None = None) -> pd.DataFrame:
    """Return one row an indicator x region of a domain: value, status, rank among the regions, cell.

    Values, bounds and benchmark are in the unit of the row; an unknown domain gives no row. Columns:
    indicator_code, label, region_code, name, value, low, high, status ('value' | 'range' | 'missing' |
    'not_available'), rank (among the regions), ranked (how many), benchmark (France), benchmark_cell,
    direction (as the method reads it, and the rank with it), unit, decimals, year, source, raw, sheet, cell,
    corrected, published_raw, correction_reason, note (« provisoire », or why there is no value),
    benchmark_note, position. Raises `MethodError`.
    """
    return _figures(store, [domain], method).drop(columns="domain_code")


def every_value(store: Store, method: Method | None = None) -> pd.DataFrame:
    """Return the rows of `region_values` of every domain, in their order, and their `domain_code`."""
    return _figures(store, domains(store)["domain_code"].tolist(), method)


def _figures(store: Store, codes: Sequence[str], method: Method | None) -> pd.DataFrame:
    chosen = method or Method()
    check_indicators(store, chosen)
    asked = {**turned(chosen), "domains": list(codes)}
    return store.frame(chain(*published(chosen), last="region_value"), asked)
