"""What each indicator, domain and axis says that the others do not: the ranks when it is taken out.

It measures what is not redundant, not what weighs: two elements that say the same hardly change anything when
one of them goes, however much of the score they make.

The normalised values come from the same SQL as every score; what is then repeated once for each element is
done on arrays, where several hundred repetitions cost less than one query each.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from indicators.arrays import IndexArrays, Numbers, index_arrays
from indicators.method import Method
from loaders.store import Store


def leave_one_out(store: Store, method: Method | None = None) -> pd.DataFrame:
    """Return how the overall ranks move when each element is removed, the largest change first.

    Columns: level ('indicateur' | 'domaine' | 'axe'), code, mean_change (mean absolute change of rank over
    the regions ranked both with and without it; NaN when there is none), largest_change, moved (regions whose
    rank changes), compared (regions ranked both times), unranked (regions that lose their rank). The index is
    computed as if the element had never been in it: the other weights share what it weighed. Raises
    `MethodError` and `indicators.tree.StructureError`.
    """
    chosen = method or Method()
    arrays = index_arrays(store, chosen)
    before = ranks(arrays.overall(chosen))
    rows = [
        (level, code, *_change(before, ranks(shorter.overall(chosen))))
        for level, code, shorter in _shorter(arrays)
    ]
    columns = ["level", "code", "mean_change", "largest_change", "moved", "compared", "unranked"]
    frame = pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns[3:], "Int64"))
    return frame.sort_values("mean_change", ascending=False, kind="stable", ignore_index=True)


def ranks(scores: Numbers) -> Numbers:
    """Rank scores from the most fragile (1); equal to 9 decimals share the better rank; NaN has none."""
    rounded = np.round(scores, 9)
    ordered = np.sort(-rounded[~np.isnan(rounded)])
    return np.where(np.isnan(rounded), np.nan, np.searchsorted(ordered, -rounded) + 1.0)


def _shorter(arrays: IndexArrays) -> Iterator[tuple[str, str, IndexArrays]]:
    """Yield each element with the index that remains without it."""
    for place, code in enumerate(arrays.indicators):
        yield "indicateur", code, arrays.without(indicators=np.arange(len(arrays.indicators)) == place)
    for place, code in enumerate(arrays.domains):
        yield "domaine", code, arrays.without(domains=np.arange(len(arrays.domains)) == place)
    for place, code in enumerate(arrays.axes):
        yield "axe", code, arrays.without(domains=arrays.axis_of == place)


def _change(before: Numbers, after: Numbers) -> tuple[float, int | None, int, int, int]:
    """Return mean, largest, moved, compared, unranked; the first two are missing when nothing is compared."""
    both = ~np.isnan(before) & ~np.isnan(after)
    lost = int((~np.isnan(before) & np.isnan(after)).sum())
    moves = np.abs(after - before)[both]
    if not moves.size:
        return np.nan, None, 0, 0, lost
    return float(moves.mean()), int(moves.max()), int((moves > 0).sum()), int(moves.size), lost
