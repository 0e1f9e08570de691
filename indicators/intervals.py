"""An interval on every rank: where the 5th to the 95th percentile of the draws put it.

The interval shown is the hull of the rank itself and of the intervals under each level of noise (`Noise`).
Two things follow by construction and not by luck: an interval contains its rank, and more noise never
narrows it. How much each level adds is said next to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.draw_table import DrawTable, Floats, draw_table
from indicators.draws import draw, ranks
from indicators.index import index_scores
from indicators.method import Method
from indicators.noise import DRAWS_PAGE, TAIL, Noise
from loaders.store import Store

Number = TypeVar("Number", bound=np.generic)
Ranks = npt.NDArray[np.int16]
WIDENED = {level: f"widened_by_{level.name.lower()}" for level in Noise if level}
KEY = ["region_code", "level", "code"]
# Every ranking of the index: among what, at which level, which array of `Drawn`, along which dimension.
PLAN = (
    ("regions", "domaine", "domains", 0),
    ("domaines", "domaine", "domains", 1),
    ("regions", "axe", "axes", 0),
    ("regions", "ensemble", "whole", 0),
)
COLUMNS = ["among", *KEY, "rank", "ranked", "low", "high", "holds", *WIDENED.values(), "draws"]


def rank_intervals(
    store: Store,
    method: Method | None = None,
    draws: int = DRAWS_PAGE,
    noise: Noise = Noise.NORMALISATION,
) -> pd.DataFrame:
    """Return every rank of the index with its 5–95 % interval; missing where there is no score.

    Columns: among ('regions': the regions on one domain, axis or on the whole; 'domaines': the domains inside
    one region), region_code, level, code, rank, ranked, low, high (ranks, low <= rank <= high), holds (share
    of the draws, 0 to 1, that give this very rank), widened_by_rounding, widened_by_sampling (errors of
    measure that are published), widened_by_weights, widened_by_normalisation (ranks that each level adds to
    the interval), draws. Raises `MethodError`.
    """
    chosen = method or Method()
    point = point_ranks(index_scores(store, chosen))
    table = draw_table(store, chosen)
    if not table.regions:
        return _without_interval(point, draws)
    pieces = _pieces(point, table)
    for level in WIDENED:
        if level <= noise and table.moved(level) is level:
            drawn = draw(table, chosen, level, draws)
            for piece in pieces:
                piece.widen(level, getattr(drawn, piece.scores))
    found = pd.concat([piece.frame() for piece in pieces], ignore_index=True)
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


@dataclass
class _Piece:
    """One level of the index under one way of ranking: R x K ranks, and what the draws make of them."""

    among: str
    level: str
    scores: str  # which array of `Drawn`
    axis: int
    regions: tuple[str, ...]
    codes: tuple[str, ...]
    rank: Ranks  # R x K, 0 where there is no score
    low: Ranks
    high: Ranks
    holds: Floats
    widened: dict[Noise, Ranks] = field(default_factory=dict)

    def widen(self, level: Noise, scores: Floats) -> None:
        """Take in the draws of one more level of noise."""
        shown = np.where((self.rank > 0)[:, :, None], scores, np.nan)
        drawn = ranks(shown, self.axis)
        self.holds = (drawn == self.rank[:, :, None]).mean(axis=2)
        low, high = tails(drawn)
        before = self.high - self.low
        self.low, self.high = np.minimum(self.low, low), np.maximum(self.high, high)
        self.widened[level] = (self.high - self.low) - before

    def frame(self) -> pd.DataFrame:
        """Return one row a region x code that has a rank."""
        arrays: dict[str, npt.NDArray[np.generic]] = {"low": self.low, "high": self.high, "holds": self.holds}
        arrays |= {WIDENED[level]: added for level, added in self.widened.items()}
        frame = unfolded(self.regions, self.codes, arrays)[self.rank.ravel() > 0]
        return frame.assign(among=self.among, level=self.level)


def _pieces(point: pd.DataFrame, table: DrawTable) -> list[_Piece]:
    found = []
    for among, level, scores, axis in PLAN:
        codes = level_codes(table, level)
        here = point[(point["among"] == among) & (point["level"] == level)]
        wide = here.pivot_table(index="region_code", columns="code", values="rank", dropna=False)
        rank = wide.reindex(index=table.regions, columns=codes).fillna(0).to_numpy(np.int16)
        ones = np.ones(rank.shape)
        found.append(_Piece(among, level, scores, axis, table.regions, codes, rank, rank, rank, ones))
    return found


def _without_interval(point: pd.DataFrame, draws: int) -> pd.DataFrame:
    """Nothing is scored, so nothing is drawn."""
    return _typed(point.assign(low=np.nan, high=np.nan, holds=np.nan), draws)


def _typed(frame: pd.DataFrame, draws: int) -> pd.DataFrame:
    for name in WIDENED.values():
        if name not in frame:  # that level was not let loose: it adds nothing
            frame[name] = frame["low"] * 0
    whole = ["rank", "ranked", "low", "high", *WIDENED.values()]
    frame["draws"] = draws
    return frame[COLUMNS].astype(dict.fromkeys([*whole, "draws"], "Int64") | {"holds": "float64"})
