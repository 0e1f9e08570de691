"""What each domain and indicator really decides of a score, beside what it nominally weighs.

A weight is how much an element counts where the others stay equal, and they do not: elements that move
together decide together, those that move against the rest cancel. Three readings, over the regions: r², share
of the variance, main effect (see `indicators.main_effect`).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from indicators.correlation import correlations
from indicators.draw_table import Floats
from indicators.main_effect import main_effects
from indicators.score_table import Group

# A whole that moves less than this share of what it is made of is the same everywhere, up to a sum.
_EVEN = 1e-9


def importance(made: Iterable[Group], *, curves: bool = True) -> pd.DataFrame:
    """Return one row an element of a score: of every score, but of a domain that is its only indicator.

    Columns: level ('axe' | 'domaine' | 'indicateur'), code, in_level ('ensemble' | 'axe' | 'domaine'),
    in_code, weight (nominal, 0 to 1, they sum to 1 in a score), regions (that have both scores), correlation
    (Pearson's, -1 to 1), r2 (its square), share (of the variance of the score: covariance with it of what the
    element brings, over its variance; negative when the element goes against it; they sum to 1), main_effect
    (0 to 1). With the geometric mean the share is of the variance of the logarithm, which is the sum. NaN
    where the regions are too few or all equal. `made`: `indicators.score_table.groups`; without `curves` no
    main effect is computed, and the column is not there.
    """
    said = [group for group in made if group.in_level != "domaine" or len(group.codes) > 1]
    rows = [_rows(group) for group in said]
    if curves:
        effects = (main_effects(group.own, group.whole) for group in said)
        rows = [told.assign(main_effect=effect) for told, effect in zip(rows, effects, strict=True)]
    return pd.concat(rows, ignore_index=True)


def _rows(group: Group) -> pd.DataFrame:
    found, regions = correlations(group.own, group.whole[:, None])
    return pd.DataFrame(
        {
            "level": group.level,
            "code": list(group.codes),
            "in_level": group.in_level,
            "in_code": group.in_code,
            "weight": group.weight,
            "regions": regions[:, 0],
            "correlation": found[:, 0],
            "r2": found[:, 0] ** 2,
            "share": _shares(group),
        }
    )


def _shares(group: Group) -> Floats:
    """Share the variance of a score among what its elements bring, which adds up to it in each region."""
    shown = ~np.isnan(group.whole)
    brought = group.brought[shown]
    centred = brought - brought.sum(axis=0) / max(len(brought), 1)
    whole = centred.sum(axis=1)
    if np.abs(whole).max(initial=0) <= _EVEN * np.abs(brought).max(initial=0):
        return np.full(len(group.codes), np.nan)
    scored = ~np.isnan(group.own[shown]).all(axis=0)
    return np.where(scored, whole @ centred / (whole @ whole), np.nan)
