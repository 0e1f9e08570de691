"""How the values of an indicator are made comparable: the reader's choice among four."""

from __future__ import annotations

from enum import StrEnum


class Normalisation(StrEnum):
    """Four readings of the same values, all turned so that higher is more fragile. One SQL file each.

    Definitions and edge cases: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, with
    the population standard deviation instead of the sample's.
    """

    ZSCORE = "zscore"
    MINMAX = "minmax"
    RANK = "rank"
    PERCENT = "percent"
