"""An interval on every rank: where the 5th to the 95th percentile of the draws put it.

The interval shown is the hull of the rank itself and of the draws in which all the sources of noise play
together: it contains its rank by construction and not by luck. Which source moves it is another question
(`indicators.doubts`).
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.draw_table import DrawTable, draw_table
from indicators.draws import Drawn, draw, ranks
from indicators.index import index_scores
from indicators.method import Method
from indicators.noise import DRAWS_PAGE, TAIL, Noise
from loaders.store import Store

Number = TypeVar("Number", bound=np.generic)
KEY = ["region_code", "level", "code"]


class Ranking(NamedTuple):
    """One way to rank: among what, at which level, which array of `Drawn`, along which dimension."""

    among: str
    level: str
    scores: str
    axis: int


# Every ranking of the index.
PLAN = (
    Ranking("regions", "domaine", "domains", 0),
    Ranking("domaines", "domaine", "domains", 1),
    Ranking("regions", "axe", "axes", 0),
    Ranking("regions", "ensemble", "whole", 0),
)
COLUMNS = ["among", *KEY, "rank", "ranked", "low", "high", "holds", "draws"]


def rank_intervals(
    store: Store,
    method: Method | None = None,
    draws: int = DRAWS_PAGE,
    noise: Noise = Noise.AGGREGATION,
) -> pd.DataFrame:
    """Return every rank of the index with its 5–95 % interval; missing where there is no score.

    Columns: among ('regions': the regions on one domain, axis or on the whole; 'domaines': the domains inside
    one region), region_code, level, code, rank, ranked, low, high (ranks, low <= rank <= high), holds (share
    of the draws, 0 to 1, that give this very rank), draws. Raises `MethodError`.
    """
    chosen = method or Method()
    point = point_ranks(index_scores(store, chosen))
    table = draw_table(store, chosen)
    if not table.regions:
        return _typed(point.assign(low=np.nan, high=np.nan, holds=np.nan), draws)
    drawn = draw(table, chosen, noise, draws)
    found = pd.concat([_interval(point, table, drawn, ranking) for ranking in PLAN], ignore_index=True)
    return _typed(point.merge(found, on=["among", *KEY], how="left"), draws)


def point_ranks(index: pd.DataFrame) -> pd.DataFrame:
    """Add to the ranks among the regions those of the domains inside each region (`among`)."""
    inside = index[index["level"] == "domaine"].copy()
    by_region = inside["score"].round(9).groupby(inside["region_code"])
    inside["rank"] = by_region.rank(method="min", ascending=False).astype("Int64")
    inside["ranked"] = by_region.transform("count").astype("Int64")
    return pd.concat([index.assign(among="regions"), inside.assign(among="domaines")], ignore_index=True)


def level_codes(table: DrawTable, level: str) -> tuple[str, ...]:
    """Return the codes of a level, in the order of the arrays."""
    return {"domaine": table.domains, "axe": table.axes, "ensemble": ("ensemble",)}[level]


def unfolded(
    regions: tuple[str, ...], codes: tuple[str, ...], arrays: dict[str, npt.NDArray[np.generic]]
) -> pd.DataFrame:
    """Turn R x K arrays into one row a region x code."""
    places = pd.MultiIndex.from_product([regions, codes], names=["region_code", "code"])
    return pd.DataFrame({name: array.ravel() for name, array in arrays.items()}, index=places).reset_index()


def tails(drawn: npt.NDArray[Number]) -> tuple[npt.NDArray[Number], npt.NDArray[Number]]:
    """Return the 5th and 95th percentiles along the last dimension, each a value that was drawn."""
    last = drawn.shape[-1]
    low, high = (max(0, int(np.ceil(share * last)) - 1) for share in (TAIL, 1 - TAIL))
    # Small integers are sorted by counting, faster than they are parted.
    parted = np.sort(drawn, axis=-1) if drawn.dtype == np.int16 else np.partition(drawn, (low, high), axis=-1)
    return parted[..., low], parted[..., high]


def _interval(point: pd.DataFrame, table: DrawTable, drawn: Drawn, ranking: Ranking) -> pd.DataFrame:
    """Return one row a region x code that has a rank."""
    among, level, scores, axis = ranking
    codes = level_codes(table, level)
    here = point[(point["among"] == among) & (point["level"] == level)]
    wide = here.pivot_table(index="region_code", columns="code", values="rank", dropna=False)
    rank = wide.reindex(index=table.regions, columns=codes).fillna(0).to_numpy(np.int16)
    shown = np.where((rank > 0)[:, :, None], getattr(drawn, scores), np.nan)
    moved = ranks(shown, axis)
    low, high = tails(moved)
    arrays = {
        "low": np.minimum(rank, low),
        "high": np.maximum(rank, high),
        "holds": (moved == rank[:, :, None]).mean(axis=2),
    }
    frame = unfolded(table.regions, codes, arrays)[rank.ravel() > 0]
    return frame.assign(among=among, level=level)


def _typed(frame: pd.DataFrame, draws: int) -> pd.DataFrame:
    whole = dict.fromkeys(("rank", "ranked", "low", "high", "draws"), "Int64")
    return frame.assign(draws=draws)[COLUMNS].astype(whole | {"holds": "float64"})
