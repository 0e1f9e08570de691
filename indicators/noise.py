"""What may move a result without anybody being wrong: where the figures stop, and where our choices start.

A level holds all those before it, from what is most a fact to what is most a convention. What is shown is
drawn under all of them; which one decides a rank is not read in their order (see `indicators.doubts`).
"""

from __future__ import annotations

from enum import IntEnum

from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation


class Noise(IntEnum):
    """How much is let loose; each level includes the lower ones."""

    NONE = 0  # the figures as published, the method as chosen
    ROUNDING = 1  # a published value is anywhere in its rounding interval: 8,4 is [8,35 ; 8,45[
    # A survey asked n persons; an indicator has a standard error, published or that of the method: normal.
    SAMPLING = 2
    WEIGHTS = 3  # weights around the chosen ones (Dirichlet)
    NORMALISATION = 4  # zscore, minmax and rank in equal shares, with the chosen one when it is a fourth
    AGGREGATION = 5  # arithmetic or geometric mean in equal shares, whatever the normalisation of the draw


# Fixed, so that two readers of one edition see one interval.
SEED = 2019
DRAWS_PAGE = 1_000
DRAWS_REPORT = 10_000
# An interval goes from the 5th to the 95th percentile of the draws.
TAIL = 0.05
# Dirichlet parameter of an average item: its weight then moves by a quarter of itself (standard deviation
# / mean is about 1 / sqrt(16)). Our convention: nobody has published how sure they are of a weight.
CONCENTRATION = 16.0

# A mean that is mixed by level is drawn where the reader has chosen it.
MEANS = (Aggregation.ARITHMETIC, Aggregation.GEOMETRIC)
DRAWN = (Normalisation.ZSCORE, Normalisation.MINMAX, Normalisation.RANK)


def normalisations(method: Method, noise: Noise) -> tuple[Normalisation, ...]:
    """Return the normalisations drawn, the chosen one first."""
    chosen = method.normalisation
    if noise < Noise.NORMALISATION:
        return (chosen,)
    return (chosen, *(other for other in DRAWN if other is not chosen))


def aggregations(method: Method, noise: Noise) -> tuple[Aggregation, ...]:
    """Return the means drawn, the chosen one first.

    The geometric mean needs a scale with two ends: it is taken of the drawn normalisation, brought to 0–10
    between the regions.
    """
    chosen = method.aggregation
    if noise < Noise.AGGREGATION:
        return (chosen,)
    return (chosen, *(other for other in MEANS if other is not chosen))
