"""The published figures, as they are."""

from __future__ import annotations

import pandas as pd

from indicators.steps import chain
from loaders.store import Store


def region_values(store: Store, domain: str) -> pd.DataFrame:
    """Return one row an indicator x region of a domain: value, status, rank among the regions, cell.

    Values, bounds and benchmark are in the unit of the row. Columns: see `indicators`. An unknown domain
    gives no row.
    """
    return store.frame(
        chain("territory", "criterion", "observation", last="region_value"), {"domain": domain}
    )
