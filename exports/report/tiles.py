"""The identity card at a glance: what has a share of France, with that share."""

from __future__ import annotations

from typing import Any

from indicators.identity import identity, told
from indicators.plain_names import plain
from indicators.rows import records
from loaders.store import Store
from wording.numbers import percent


def tiles(store: Store, region: str) -> list[dict[str, Any]]:
    """Return one tile a figure that has a share of France.

    label, year, figure, share (words), part (the share, 0 to 100).
    """
    card = identity(store, region)
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
