"""What each indicator, domain and axis says that the others do not: the ranks when it is taken out.

It measures what is not redundant, not what weighs: two elements that say the same hardly change anything when
one of them goes, however much of the score they make.

The values are made comparable once; what is then repeated for each element is the weighted means of the
draws, where several hundred repetitions cost less than one query each.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.draw_table import DrawTable, draw_table
from indicators.draws import computed, normalise, ranks
from indicators.method import Method, Weighting
from indicators.tree import nodes
from indicators.weights import domain_weights
from loaders.store import Store

Ranks = npt.NDArray[np.int16]  # of the regions, 0 where there is no score
LEVELS = ("indicateur", "domaine", "axe")


def leave_one_out(
    store: Store, method: Method | None = None, levels: Collection[str] = LEVELS
) -> pd.DataFrame:
    """Return how the overall ranks move when each element of these levels is removed, largest change first.

    Columns: level ('indicateur' | 'domaine' | 'axe'), code, mean_change (mean absolute change of rank over
    the regions ranked both with and without it; NaN when there is none), largest_change, moved (regions whose
    rank changes), compared (regions ranked both times), unranked (regions that lose their rank). The index is
    computed as if the element had never been in it: the other weights share what it weighed. Raises
    `MethodError` and `indicators.tree.StructureError`.
    """
    table = draw_table(store, method or Method())
    rows = [
        (level, code, *_change(before, after))
        for level, code, before, after in _placed(store, method or Method(), table, levels)
    ]
    columns = ["level", "code", "mean_change", "largest_change", "moved", "compared", "unranked"]
    frame = pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns[3:], "Int64"))
    return frame.sort_values("mean_change", ascending=False, kind="stable", ignore_index=True)


def of_region(
    store: Store, region: str, method: Method | None = None, levels: Collection[str] = LEVELS
) -> pd.DataFrame:
    """Return the overall rank of one region without each element: level, code, before, after.

    Ranks are <NA> where there is no score; no row when nothing can be ranked. Raises as `leave_one_out`.
    """
    table = draw_table(store, method or Method())
    columns = ["level", "code", "before", "after"]
    if region not in table.regions:
        return pd.DataFrame(columns=columns)
    place = table.regions.index(region)
    rows = [
        (level, code, int(before[place]) or None, int(after[place]) or None)
        for level, code, before, after in _placed(store, method or Method(), table, levels)
    ]
    return pd.DataFrame(rows, columns=columns).astype({"before": "Int64", "after": "Int64"})


def _placed(
    store: Store, method: Method, table: DrawTable, levels: Collection[str]
) -> Iterator[tuple[str, str, Ranks, Ranks]]:
    """Yield each element with the ranks of the regions with and without it."""
    values = normalise(table, np.nan_to_num(table.oriented)[:, :, None], method.normalisation)

    def placed(weighed: DrawTable) -> Ranks:
        return ranks(computed(weighed, method, values).whole, 0).ravel()

    before = placed(table)
    for level, code, shorter in _shorter(store, method, table, levels):
        yield level, code, before, placed(shorter)


def _shorter(
    store: Store, method: Method, table: DrawTable, levels: Collection[str]
) -> Iterator[tuple[str, str, DrawTable]]:
    """Yield each element with the index that remains without it."""
    structure, weights = nodes(store, method), domain_weights(store, method)
    indicators = structure[(structure["level"] == "indicateur") & (structure["weight"] > 0)]
    row: Any
    for row in indicators.itertuples() if "indicateur" in levels else ():
        yield "indicateur", row.code, table.without(row.code, row.parent, row.weight)
    for level, column in (("domaine", "domain_code"), ("axe", "axis_code")):
        for code in structure.loc[structure["level"] == level, "code"] if level in levels else ():
            yield level, code, table.weighed(_shared(weights[weights[column] != code], weights, method))


def _shared(left: pd.DataFrame, before: pd.DataFrame, method: Method) -> pd.DataFrame:
    """Let the domains that are left weigh all the index; with equal axes, they share their axis's part."""
    weight = left["weight"]
    if method.weighting is Weighting.EQUAL_AXES:
        planned = left["axis_code"].map(before.groupby("axis_code")["weight"].sum())
        weight = weight / left.groupby("axis_code")["weight"].transform("sum") * planned
    total = weight.sum()
    return left.assign(weight=weight / total if total > 0 else weight)


def _change(before: Ranks, after: Ranks) -> tuple[float, int | None, int, int, int]:
    """Return mean, largest, moved, compared, unranked; the first two are missing when nothing is compared."""
    both = (before > 0) & (after > 0)
    lost = int(((before > 0) & (after == 0)).sum())
    moves = np.abs(after - before)[both]
    if not moves.size:
        return np.nan, None, 0, 0, lost
    return float(moves.mean()), int(moves.max()), int((moves > 0).sum()), int(moves.size), lost
