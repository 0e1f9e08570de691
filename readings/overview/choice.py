"""Which published figures a picture may show together: one wave, one kind of measure, one figure a region."""

from __future__ import annotations

import pandas as pd

RANK = "rang"


def of_domain(frame: pd.DataFrame, domain: str) -> pd.DataFrame:
    """Keep the rows of one domain."""
    return frame[frame["domain_code"] == domain]


def drawable(figures: pd.DataFrame) -> pd.DataFrame:
    """Give each figure one row for its rank and one for its value (adds shown, value, low, high, status).

    `shown` is `rang` or the code of the measure; a rank « 2 ou 3 » has no value but low 2 and high 3.
    """
    ranks = figures[figures["rank_low"].notna()].assign(shown=RANK)
    single = ranks["rank_low"] == ranks["rank_high"]
    ranks = ranks.assign(
        value=ranks["rank_low"].where(single).astype("float64"),
        low=ranks["rank_low"].mask(single).astype("float64"),
        high=ranks["rank_high"].mask(single).astype("float64"),
        cell=ranks["rank_cell"].where(ranks["rank_origin"] == "published", ranks["cell"]),
        raw=ranks["raw_rank"].where(ranks["rank_origin"] == "published", ranks["raw_value"]),
        decimals=0,
    )
    values = figures[figures["value"].notna()]
    values = values.assign(
        shown=values["measure"], low=float("nan"), high=float("nan"), raw=values["raw_value"]
    )
    both = pd.concat([ranks, values], ignore_index=True)
    return _with_status(
        both.assign(perceived_rank_low=both["rank_low"], perceived_rank_high=both["rank_high"])
    )


def _with_status(rows: pd.DataFrame) -> pd.DataFrame:
    """Say of each row what it holds: a value, a range, or nothing that can be computed."""
    status = pd.Series("missing", index=rows.index, dtype="str")
    status = status.mask(rows["low"].notna(), "range").mask(rows["value"].notna(), "value")
    return rows.assign(status=status)
