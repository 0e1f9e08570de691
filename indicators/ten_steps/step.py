"""The ten steps, and a measure of one of them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Step(StrEnum):
    """The steps of the Handbook on Constructing Composite Indicators (OECD/JRC, 2008), in its order."""

    FRAMEWORK = "cadre"
    DATA = "donnees"
    MISSING = "absents"
    ANALYSIS = "analyse"
    NORMALISATION = "normalisation"
    AGGREGATION = "agregation"  # weighting and aggregation
    UNCERTAINTY = "incertitude"
    BACK = "retour"  # back to the data
    LINKS = "liens"  # to other indicators
    SHOWN = "presentation"


class Unit(StrEnum):
    """What a measure is counted in."""

    COUNT = "nombre"
    SHARE = "part"  # 0 to 1
    PLACES = "places"
    YEAR = "annee"
    CORRELATION = "correlation"  # -1 to 1, alpha too


class Measure(NamedTuple):
    """One number of a step. `code`: of the choice, level or indicator it is about, `""` for none."""

    step: Step
    measure: str
    code: str
    value: float  # NaN where it cannot be computed
    unit: Unit
