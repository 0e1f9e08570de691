"""The published figures, as they are."""

from __future__ import annotations

import pandas as pd

from indicators.steps import chain
from loaders.store import Store


def region_values(store: Store, domain: str) -> pd.DataFrame:
    """Return one row an indicator x region of a domain: value, status, rank among the regions, cell.

    Values, bounds and benchmark are in the unit of the row; an unknown domain gives no row. Columns:
    indicator_code, label, region_code, name, value, low, high, status ('value' | 'range' | 'missing' |
    'not_available'), rank (among the regions), ranked (how many), benchmark (France), benchmark_cell,
    direction, unit, decimals, year, source, raw, sheet, cell, corrected, published_raw, correction_reason,
    note (« provisoire », or why there is no value), benchmark_note, position.
    """
    return store.frame(
        chain("territory", "criterion", "observation", last="region_value"), {"domain": domain}
    )
