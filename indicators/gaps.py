"""The gap between what is felt and what is measured, in its rank reading.

A gap never says that people are wrong: the objective side is relative to the other regions, and a
difficulty that the whole country shares is felt everywhere without putting any region ahead of the others.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.normalisation import Normalisation
from indicators.scores import MINIMUM_COVERAGE
from indicators.steps import chain, normalised
from loaders.store import Store


def rank_gaps(store: Store, actor: str) -> pd.DataFrame:
    """Return one row for each perceived rank of a region: both ranks, the gap, and what each rests on.

    Columns: see `indicators`. Where the domain has no objective rank the gap is missing and the row stays.
    Ranks by zscore, as the method says: 1 = the domain where the region is most fragile relative to the
    others.
    """
    steps = (*normalised(Normalisation.ZSCORE), "domain_score", "domain_rank", "perceived")
    parameters = {"actor": actor, "minimum_coverage": MINIMUM_COVERAGE}
    frame = store.frame(chain(*steps, last="rank_gap"), parameters)
    frame["objective_cells"] = [_cells(cells) for cells in frame["objective_cells"]]
    return frame


def _cells(cells: object) -> tuple[str, ...]:
    """Return the cells as a tuple; the store gives an array, or nothing where nothing is measured."""
    return tuple(map(str, cells)) if isinstance(cells, list | np.ndarray) else ()
