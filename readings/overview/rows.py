"""The 13 rows that the map, the bars and the table share."""

from __future__ import annotations

import pandas as pd

from indicators.structure import regions
from loaders.store import Store

# What `details` says of a gap, each thing apart.
APART = ("measured_said", "felt_said", "value_said", "reason_said")
# Beyond the names: what a view may fill, with the dtype of each column. What it does not fill stays missing.
_FILLED = {
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "status": "str",
    "rank": "Int64",
    "objective_rank": "Int64",
    "perceived_rank_low": "Int64",
    "perceived_rank_high": "Int64",
    "perimeter": "str",
    "sheet": "str",
    "cell": "str",
    "corrected": "boolean",
    "raw": "str",
    "note": "str",
    "mark": "str",
    "said": "str",
    "details": "str",
    **dict.fromkeys(APART, "str"),
}
_EMPTY = {
    "perimeter": "",
    "sheet": "",
    "cell": "",
    "raw": "",
    "corrected": False,
    "note": "",
    "mark": "",
    "said": "",
    "details": "",
    **dict.fromkeys(APART, ""),
}
_ORDER = (
    *("region_code", "name", "short_name", "value", "low", "high", "status", "rank", "label_value"),
    *("objective_rank", "perceived_rank_low", "perceived_rank_high"),
    *("perimeter", "sheet", "cell", "corrected", "raw", "note", "mark", "said", "details", *APART),
)


def thirteen(store: Store, found: pd.DataFrame, *, absent: str, lowest_first: bool) -> pd.DataFrame:
    """Give every region a row: those of `found` (by region_code), and `absent` as the status of the others.

    `rank` is the place in the bars (1 first, ties share the better) among the single values, unless `found`
    brings it; a range is placed by its middle and has no rank. `label_value` is the number to print beside
    the bar.
    """
    names = regions(store)[["region_code", "name", "short_name", "position"]]
    known = found[[column for column in ("region_code", *_FILLED) if column in found]]
    frame = names.merge(known, on="region_code", how="left", validate="one_to_one")
    frame = frame.reindex(columns=[*names.columns, *_FILLED]).astype(_FILLED)
    frame = frame.fillna(_EMPTY | {"status": absent})
    if "rank" not in found:
        ranks = frame["value"].rank(method="min", ascending=lowest_first)
        frame["rank"] = ranks.astype("Int64")
    frame["label_value"] = frame["value"]
    middle = frame["value"].fillna((frame["low"] + frame["high"]) / 2)
    frame["order"] = middle if lowest_first else -middle
    frame = frame.sort_values(["order", "position"], na_position="last", ignore_index=True)
    return frame[list(_ORDER)]


def published(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that show something: a value, a range, or a gap without a stated sign."""
    return frame[frame["status"].isin(["value", "range", "undetermined"])]


def cells(frame: pd.DataFrame) -> tuple[str, ...]:
    """Name the cells the published rows rest on, « sheet!cell », each once."""
    shown = published(frame)
    return tuple(dict.fromkeys(shown["sheet"] + "!" + shown["cell"]))
