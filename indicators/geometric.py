"""The geometric mean on a scale where high is fragile: strengths are multiplied, not weaknesses.

A plain geometric mean of fragilities F (1 to 10) lets one strength pull the whole down: (5, 5) would be more
fragile than (10, 1). So it is taken of what is left before the worst, 11 - F, and turned back: the score is
11 - geomean(11 - F). A power mean of an order above 1 has the same effect, but its order is one more choice
that nobody publishes; this one is the mean of the OECD/JRC Handbook (2008, step 6), read on the scale it was
made for (high is good). The steps add logarithms, ln(10 / (11 - F)): 0 for the least fragile, ln 10 for the
most.
"""

from __future__ import annotations

import numpy as np

from indicators.arrays import Floats


def logarithms(tenths: Floats) -> Floats:
    """Turn min–max values (0 to 10) into what is averaged, as `normalised_log.sql` does."""
    return np.asarray(-np.log1p(-0.09 * tenths), np.float64)


def scores(means: Floats) -> Floats:
    """Turn means of logarithms back into scores, 1 to 10, as `index_score_geometrique.sql` does."""
    return np.asarray(11 - 10 * np.exp(-means), np.float64)


def moved(tenths: Floats) -> Floats:
    """Move min–max values (0 to 10) to the 1 to 10 of the scores, as `normalised_moved.sql` does."""
    return np.asarray(1 + 0.9 * tenths, np.float64)


def of_scores(scores: Floats) -> Floats:
    """Turn scores (1 to 10) into what is averaged: the way back of `scores`."""
    return np.asarray(-np.log((11 - scores) / 10), np.float64)
