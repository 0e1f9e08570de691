"""Step 9: how the score of the whole goes with what describes the regions, and what that proves.

Fisher's interval of a correlation: its inverse hyperbolic tangent is nearly normal, of standard deviation
1 / sqrt(n - 3) (Metron 1, 1921). The thirteen regions are all there: the interval says what as many values
drawn without any link would give, not what other regions would.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pandas as pd

from indicators.correlation import correlations
from indicators.dimensions import counting, dimensions
from indicators.results import Results
from indicators.score_table import WHOLE
from indicators.ten_steps.step import Measure, Step, Unit

# 97.5 % of a normal law is under it.
_NORMAL = 1.959964
_VALUES = """
    SELECT region_code, indicator_code, value FROM mart.indicator_value
    WHERE list_contains($codes, indicator_code)
"""
COLUMNS = ["indicator_code", "regions", "correlation", "low", "high"]


def links(results: Results) -> pd.DataFrame:
    """Return the correlation of the score of the whole with each compared figure of the profile.

    Columns: indicator_code, regions (that have both), correlation (Pearson's, -1 to 1), low, high (Fisher's
    interval at 95 %); NaN for fewer than five regions. Of the figures that say the same, one is there (see
    `indicators.dimensions`).
    """
    codes = counting(dimensions(results.store))["indicator_code"].tolist()
    scores = results.index_scores()
    whole = scores[scores["code"] == WHOLE].set_index("region_code")["score"]
    values = results.store.frame(_VALUES, {"codes": codes})
    wide = values.pivot_table(index="region_code", columns="indicator_code", values="value")
    wide = wide.reindex(index=whole.index, columns=codes)
    found, regions = correlations(wide.to_numpy(np.float64), whole.to_numpy(np.float64)[:, None])
    rows = [
        (code, int(count), float(r), *interval(float(r), int(count)))
        for code, count, r in zip(codes, regions[:, 0], found[:, 0], strict=True)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def interval(correlation: float, regions: int) -> tuple[float, float]:
    """Return Fisher's interval at 95 %; NaN without a correlation, the correlation itself when it is ±1."""
    if math.isnan(correlation) or abs(correlation) >= 1:
        return correlation, correlation
    middle, reach = math.atanh(correlation), _NORMAL / math.sqrt(regions - 3)
    return math.tanh(middle - reach), math.tanh(middle + reach)


def least(regions: int) -> float:
    """Return the least correlation (0 to 1) whose interval leaves out 0; of four regions at least."""
    return math.tanh(_NORMAL / math.sqrt(regions - 3))


def linked(results: Results) -> Iterator[Measure]:
    """Measure each of the `links`."""
    for row in links(results).to_dict("records"):
        code = str(row["indicator_code"])
        yield Measure(Step.LINKS, "regions", code, row["regions"], Unit.COUNT)
        for name in ("correlation", "low", "high"):
            yield Measure(Step.LINKS, name, code, row[name], Unit.CORRELATION)
