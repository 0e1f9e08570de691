"""What a reader may change of the figures before they are compared: outliers, goalposts, directions.

The choices alone, checked without any edition; which indicators exist is checked in `indicators.treatment`.
"""

from __future__ import annotations

import math
from enum import StrEnum

from indicators.normalisation import Normalisation
from wording.numbers import MINUS
from wording.typography import quoted

# (indicator code, low, high): in the unit of the indicator, what min–max reads as its two ends.
Goalposts = tuple[tuple[str, float, float], ...]


class MethodError(ValueError):
    """The choices do not make a method; the message is one French sentence with the way out."""


class Outliers(StrEnum):
    """What is done of the values of an indicator that fails the usual rule (see `indicators.outliers`)."""

    KEPT = "gardees"
    WINSORISED = "ramenees"
    LOGARITHM = "logarithme"


# Standard error of an indicator whose producer publishes none, in standard deviations between regions: our
# convention.
SUPPOSED = 0.1

# Where how far a value stands counts: it counts neither in a rank, nor in a gap that is read against France.
TREATED = (Normalisation.ZSCORE, Normalisation.MINMAX)


def as_given(number: float) -> str:
    """Write what was given, even when it is not a number a reader should see (`nan`, `inf`)."""
    return str(number).replace(".", ",").replace("-", MINUS)


def check_outliers(outliers: Outliers, normalisation: Normalisation) -> None:
    """Refuse a treatment that the normalisation has no use for; raises `MethodError`."""
    if outliers is not Outliers.KEPT and normalisation not in TREATED:
        raise MethodError(
            f"Les valeurs extrêmes ne se traitent pas avec la normalisation {quoted(normalisation)}\u202f: "
            f"choisissez {quoted(Normalisation.ZSCORE)} ou {quoted(Normalisation.MINMAX)}, ou gardez les "
            "valeurs telles que publiées."
        )


def check_goalposts(goalposts: Goalposts, normalisation: Normalisation) -> None:
    """Refuse goalposts without min–max, twice for an indicator, or that are not in order; `MethodError`."""
    if goalposts and normalisation is not Normalisation.MINMAX:
        raise MethodError(
            f"Des bornes par indicateur ne servent qu’à la normalisation {quoted(Normalisation.MINMAX)}"
            "\u202f: choisissez-la, ou retirez les bornes."
        )
    codes = [code for code, _, _ in goalposts]
    for code, low, high in goalposts:
        if not (math.isfinite(low) and math.isfinite(high) and low < high):
            raise MethodError(
                f"Les bornes de l’indicateur {quoted(code)} vont de {as_given(low)} à {as_given(high)}"
                "\u202f: donnez deux nombres, le plus petit d’abord."
            )
        if codes.count(code) > 1:
            raise MethodError(
                f"L’indicateur {quoted(code)} a deux fois des bornes\u202f: n’en gardez qu’une paire."
            )
