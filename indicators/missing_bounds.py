"""A missing value is an interval: the best and the worst rank it could still lead to.

Each missing value is given the lowest and the highest published regional value in turn, which is not a guess
but a bound. Up to ten missing values, every combination is computed (1 024 of them); beyond, the two
combinations that are extreme for each region (it takes one end, all the others take the other). An indicator
that nobody has is left out: there is no lowest or highest value.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.draw_table import DrawTable, Flags, Floats, draw_table
from indicators.draws import Drawn, computed, normalise, ranks
from indicators.index import index_scores
from indicators.intervals import KEY, PLAN, level_codes, point_ranks, unfolded
from indicators.method import Method
from loaders.store import Store

# 2 to the power of 10 combinations take as long as as many draws.
_EXACT = 10
_WHOLE = ["rank", "ranked", "low", "high", "missing"]


def missing_bounds(store: Store, method: Method | None = None) -> pd.DataFrame:
    """Return every rank of the index with the best and worst rank reachable whatever the missing values are.

    Columns: among, region_code, level, code, rank, ranked (see `rank_intervals`), low, high (ranks; low <=
    rank <= high; also where the rank itself is missing), missing (values of this region that are not
    published under this code), exact (False: only extreme combinations were tried). Raises `MethodError`.
    """
    chosen = method or Method()
    point = point_ranks(index_scores(store, chosen))
    table = draw_table(store, chosen)
    if not table.regions:
        return _typed(point.assign(low=np.nan, high=np.nan, missing=np.nan), exact=True)
    missing = ~table.published
    if not missing.any():
        # Nothing to fill: every page that says a rank asks, under every method.
        ranked = point["rank"]
        return _typed(point.assign(low=ranked, high=ranked, missing=0 * ranked), exact=True)
    filled = _filled(table)
    values = normalise(filled, _combinations(table, missing), chosen.normalisation)
    drawn = computed(filled, chosen, values)
    found = pd.concat([_reached(table, drawn, plan) for plan in PLAN], ignore_index=True)
    merged = point.merge(found, on=["among", *KEY], how="left")
    merged["low"] = merged[["low", "rank"]].min(axis=1)
    merged["high"] = merged[["high", "rank"]].max(axis=1)
    return _typed(merged, exact=bool(missing.sum() <= _EXACT))


def _filled(table: DrawTable) -> DrawTable:
    """The same table as if everything were published; the values themselves come with the combinations."""
    return replace(table, oriented=np.nan_to_num(table.oriented))


def _combinations(table: DrawTable, missing: Flags) -> Floats:
    """Return R x I x C values: the published ones, and in the missing cells the ends of the column."""
    low, high = np.nanmin(table.oriented, axis=0), np.nanmax(table.oriented, axis=0)
    ends = _every_end(missing) if missing.sum() <= _EXACT else _extreme_ends(missing)
    chosen = np.where(ends, high[None, :, None], low[None, :, None])
    return np.where(missing[:, :, None], chosen, table.oriented[:, :, None])


def _every_end(missing: Flags) -> Flags:
    """Return R x I x 2^k flags, one for each way to choose an end in the k missing cells."""
    k = int(missing.sum())
    ends = np.zeros((*missing.shape, 2**k), np.bool_)
    ends[missing] = (np.arange(2**k) >> np.arange(k)[:, None]) & 1
    return ends


def _extreme_ends(missing: Flags) -> Flags:
    """Return R x I x 2R flags: each region high and the others low, then the reverse."""
    own = np.eye(len(missing), dtype=np.bool_)[:, None, :]
    return np.broadcast_to(np.concatenate([own, ~own], axis=2), (*missing.shape, 2 * len(missing)))


def _reached(table: DrawTable, drawn: Drawn, plan: tuple[str, str, str, int]) -> pd.DataFrame:
    """Return the best and worst rank of one ranking over all the combinations."""
    among, level, scores, axis = plan
    found = ranks(getattr(drawn, scores), axis)
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "low": found.min(axis=2),
        "high": found.max(axis=2),
        "missing": _count(table, level),
    }
    frame = unfolded(table.regions, level_codes(table, level), arrays)
    return frame[frame["low"] > 0].assign(among=among, level=level)


def _count(table: DrawTable, level: str) -> npt.NDArray[np.int64]:
    """Count the missing values of each region under each code of a level."""
    by_domain = np.add.reduceat((~table.published).astype(np.int64), table.domain_start, axis=1)
    if level == "domaine":
        return by_domain
    starts = table.axis_start if level == "axe" else np.zeros(1, np.intp)
    return np.add.reduceat(by_domain, starts, axis=1)


def _typed(frame: pd.DataFrame, *, exact: bool) -> pd.DataFrame:
    frame["exact"] = exact
    columns = ["among", *KEY, *_WHOLE, "exact"]
    return frame[columns].astype(dict.fromkeys(_WHOLE, "Int64") | {"exact": "boolean"})
