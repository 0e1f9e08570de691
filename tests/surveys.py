"""One actor's survey against the measures, from the store to each frame: what the tests ask of the engine."""

from __future__ import annotations

from typing import Any

import pandas as pd

from indicators import gap_signs, unnamed
from indicators import quadrants as placed
from indicators.both_sides import both_sides
from indicators.intervals import rank_intervals
from loaders.store import Store


def gaps(store: Store, actor: str, *asked: Any, **changes: Any) -> pd.DataFrame:
    return gap_signs.gaps(both_sides(store, actor, *asked, **changes))


def quadrants(store: Store, actor: str, *asked: Any, **changes: Any) -> pd.DataFrame:
    sides = both_sides(store, actor, *asked, **changes)
    return placed.quadrants(sides, gap_signs.gaps(sides))


def unnamed_gaps(store: Store, actor: str, wave: str | None = None, **changes: Any) -> pd.DataFrame:
    sides = both_sides(store, actor, wave, **changes)
    return unnamed.unnamed_gaps(sides, rank_intervals(store, sides.method, sides.draws, sides.noise))
