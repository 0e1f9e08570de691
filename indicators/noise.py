"""What may move a result without anybody being wrong: where the figures stop, and where our choices start.

A level holds all those before it, from what is most a fact to what is most a convention. So an interval
under more noise is the hull of the intervals under less (see `indicators.intervals`), and the place where
it widens says what it comes from.
"""

from __future__ import annotations

from enum import IntEnum

from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation


class Noise(IntEnum):
    """How much is let loose; each level includes the lower ones."""

    NONE = 0  # the figures as published, the method as chosen
    ROUNDING = 1  # a published value is anywhere in its rounding interval: 8,4 is [8,35 ; 8,45[
    # A survey asked n persons, an indicator has a standard error: normal, when it is published.
    SAMPLING = 2
    WEIGHTS = 3  # weights around the chosen ones (Dirichlet)
    NORMALISATION = 4  # zscore, minmax and rank in equal shares, with the chosen one when it is a fourth


# Fixed, so that two readers of one edition see one interval.
SEED = 2019
DRAWS_PAGE = 1_000
DRAWS_REPORT = 10_000
# An interval goes from the 5th to the 95th percentile of the draws.
TAIL = 0.05
# Dirichlet parameter of an average item: its weight then moves by a quarter of itself (standard deviation
# / mean is about 1 / sqrt(16)). Our convention: nobody has published how sure they are of a weight.
CONCENTRATION = 16.0

DRAWN = (Normalisation.ZSCORE, Normalisation.MINMAX, Normalisation.RANK)


def normalisations(method: Method, noise: Noise) -> tuple[Normalisation, ...]:
    """Return the normalisations drawn, the chosen one first.

    A geometric mean is only defined on min–max values (see `Aggregation`): there is nothing to draw.
    """
    chosen = method.normalisation
    if noise < Noise.NORMALISATION or method.aggregation is not Aggregation.ARITHMETIC:
        return (chosen,)
    return (chosen, *(other for other in DRAWN if other is not chosen))
