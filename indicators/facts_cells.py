"""What each domain rests on in each region: the cells, and the published figure where a single one speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.steps import COMPARED, chain
from loaders.store import Store


@dataclass(frozen=True, slots=True)
class Support:
    """The cells behind one region x domain, « sheet!cell ».

    `value` and `benchmark` (France), in `unit`, are None when the domain has several scored indicators or
    when France's is not published. `decimals` and `benchmark_decimals` are those they are shown with.
    """

    cells: tuple[str, ...]
    value: float | None
    unit: str
    decimals: int
    benchmark: float | None
    benchmark_decimals: int | None
    benchmark_cell: str | None


# What each actor is published to say, by code (rows of `indicators.perception.perceived`), read once.
Told = Mapping[str, pd.DataFrame]
Supports = Mapping[tuple[str, str], Support]

NO_SUPPORT = Support((), None, "", 0, None, None, None)


def supports(store: Store) -> Supports:
    """Return (region_code, domain_code) → what the objective side rests on there."""
    rows = store.rows(chain(*COMPARED, last="domain_cell"))
    return {(region, domain): Support(tuple(cells), *rest) for region, domain, cells, *rest in rows}


def told_cells(told: pd.DataFrame) -> tuple[str, ...]:
    """Name the cells of survey figures that hold something: the value's, and that of a published rank.

    `told`: rows of `indicators.perception.perceived`.
    """
    valued, ranked = told[told["value"].notna()], told[told["rank_origin"] == "published"]
    cells = [*(valued["sheet"] + "!" + valued["cell"]), *(ranked["sheet"] + "!" + ranked["rank_cell"])]
    return tuple(dict.fromkeys(cells))
