"""The figures on fragility that no actor gives whole: sub-populations, « les acteurs » together."""

from __future__ import annotations

import pandas as pd

from loaders.store import Store

_TOLD = """
    SELECT figure.*, figure.decimals AS precision
    FROM mart.perception AS figure
    WHERE
        reliability IN ('confirme', 'publie') AND domain_code IS NOT NULL
        AND region_code IS NOT NULL AND (actor_code IS NULL OR subpopulation <> '')
    ORDER BY row_number, region_code
"""


def apart_rows(store: Store) -> pd.DataFrame:
    """Return these figures, one row a figure x region: columns of `mart.perception`, and precision."""
    return store.frame(_TOLD)
