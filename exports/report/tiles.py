"""The identity card at a glance: what has a share of France, with that share."""

from __future__ import annotations

from typing import Any

import pandas as pd

from indicators.plain_names import plain
from indicators.rows import records
from readings.territory.identity_words import told
from wording.numbers import percent


def tiles(card: pd.DataFrame) -> list[dict[str, Any]]:
    """Return one tile a figure that has a share of France.

    label, year, figure, share (words), part (the share, 0 to 100).
    """
    return [
        {
            "label": plain(row["label"]),
            "year": row["year"],
            "figure": told(row | {"share": None}),
            "share": percent(row["share"], 1),
            "part": round(row["share"], 2),
        }
        for row in records(card[card["share"].notna()])
    ]
