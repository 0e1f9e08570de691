"""Whether the elements of a score say one thing: their correlations, and Cronbach's alpha that sums them up.

Alpha is the standardised one, k r / (1 + (k - 1) r), r being the mean correlation of the k elements: it owes
nothing to units and weights, and each pair rests on the regions that it has (Cronbach, Psychometrika 16,
1951; OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from indicators.correlation import correlations
from indicators.draw_table import Floats
from indicators.score_table import WHOLE, Group

# The least alpha that is usual (Nunnally, Psychometric Theory, 1978).
USUAL = 0.7
# From this correlation on two domains are near duplicates, or opposed: of the 120 pairs of 16 unrelated
# domains over 13 regions, chance alone passes it in one edition out of ten.
STRONG = 0.8


def coherence(made: Iterable[Group]) -> pd.DataFrame:
    """Return one row a score of two elements or more: the whole and the axes by domain, domains by indicator.

    Columns: in_level ('ensemble' | 'axe' | 'domaine'), in_code, elements (that weigh and have scores), pairs
    (with a correlation), mean_correlation (-1 to 1), alpha (up to 1, negative when the elements go against
    each other); NaN where a pair cannot be correlated, alpha also where its formula has no value. `made`:
    `indicators.score_table.groups`.
    """
    rows = [row for group in made if (row := _summed(group))]
    columns = ["in_level", "in_code", "elements", "pairs", "mean_correlation", "alpha"]
    return pd.DataFrame(rows, columns=columns)


def pairs(made: Iterable[Group]) -> pd.DataFrame:
    """Return one row a pair of domains, and of axes, that weigh in the whole: the most opposed first.

    Columns: level ('axe' | 'domaine'), first, second (codes), same_axis (<NA> for axes), regions (that have
    both), correlation (Pearson's; NaN, last, where there is none). `made`: see `coherence`.
    """
    made = list(made)
    axis_of = {code: group.in_code for group in made if group.in_level == "axe" for code in group.codes}
    found = [
        pair
        for group in made
        if group.in_level == WHOLE and group.level != "indicateur"
        for pair in _pairs(group, axis_of)
    ]
    columns = ["level", "first", "second", "same_axis", "regions", "correlation"]
    frame = pd.DataFrame(found, columns=columns).astype({"same_axis": "boolean"})
    return frame.sort_values(["level", "correlation"], kind="stable", ignore_index=True)


def mean_correlations(found: pd.DataFrame) -> dict[bool, float]:
    """Return the mean correlation of two domains by whether they share an axis; `found`: `pairs`."""
    domains = found[found["level"] == "domaine"]
    means = domains.dropna(subset=["correlation"]).groupby("same_axis")["correlation"].mean()
    return {bool(same): float(mean) for same, mean in means.items()}


def _pairs(group: Group, axis_of: dict[str, str]) -> Iterator[tuple[object, ...]]:
    places, found, regions = _correlated(group)
    for one, other in zip(*np.triu_indices(len(places), 1), strict=True):
        first, second = group.codes[places[one]], group.codes[places[other]]
        same = None if group.level == "axe" else axis_of[first] == axis_of[second]
        yield group.level, first, second, same, int(regions[one, other]), float(found[one, other])


def _summed(group: Group) -> tuple[str, str, int, int, float, float] | None:
    """Sum a score up; None for what is no score by its own elements, or has one."""
    if group.in_level == WHOLE and group.level != "domaine":
        return None
    places, found, _ = _correlated(group)
    if len(places) < 2:
        return None
    every = found[np.triu_indices(len(places), 1)]
    known = int((~np.isnan(every)).sum())
    mean = float(every.mean())
    return group.in_level, group.in_code, len(places), known, mean, _alpha(len(places), mean)


def _correlated(group: Group) -> tuple[list[int], Floats, np.ndarray]:
    """Correlate the elements that weigh and have scores; return their places too."""
    has = (group.weight > 0) & ~np.isnan(group.own).all(axis=0)
    places = np.flatnonzero(has)
    return list(map(int, places)), *correlations(group.own[:, places], group.own[:, places])


def _alpha(count: int, mean: float) -> float:
    """Return alpha; NaN where the elements cancel each other (nothing is left to compare them with)."""
    left = 1 + (count - 1) * mean
    return count * mean / left if left > 1e-9 else float("nan")
