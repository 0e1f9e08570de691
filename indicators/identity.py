"""The identity card: what describes a region without being a fragility, and its share of France."""

from __future__ import annotations

import pandas as pd

from indicators.rows import of
from loaders.store import Store

# The published total of France and the sum of the regions may differ by what was rounded.
_ROUNDING = 0.01
_CARD = """
    SELECT
        region.region_code,
        indicator.indicator_code, indicator.label, indicator.unit, indicator.year, indicator.source,
        indicator.decimals, own.value, own.low, own.high, coalesce(own.status, 'missing') AS status,
        coalesce(own.corrected, false) AS corrected, own.sheet, own.cell, own.note,
        france.value AS benchmark, france.note AS benchmark_note,
        (SELECT sum(value) FROM mart.indicator_value AS each_one
         WHERE each_one.indicator_code = indicator.indicator_code AND each_one.region_code <> 'FR') AS total
    FROM mart.indicator AS indicator
    CROSS JOIN mart.region AS region
    LEFT JOIN mart.indicator_value AS own
        ON own.indicator_code = indicator.indicator_code AND own.region_code = region.region_code
    LEFT JOIN mart.indicator_value AS france
        ON france.indicator_code = indicator.indicator_code AND france.region_code = 'FR'
    WHERE indicator.domain_code IS NULL
    ORDER BY indicator.row_number
"""


def identity(store: Store, region: str) -> pd.DataFrame:
    """Return one row an indicator of the profile: the columns of `_CARD`, then `share` (% of France).

    A share exists only where the thirteen regions add up to the published France (people, firms, area), and
    never for what is a percentage already.
    """
    # Asked once for the thirteen.
    frame = of(store.frame(_CARD), region_code=region).drop(columns="region_code")
    adds_up = (frame["total"] - frame["benchmark"]).abs() <= _ROUNDING * frame["benchmark"].abs()
    share = 100 * frame["value"] / frame["benchmark"]
    return frame.assign(share=share.where(adds_up & (frame["unit"] != "%")))
