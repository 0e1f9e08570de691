"""How an address names what a reader changes of the figures: outliers, goalposts, coverage, and so on.

An indicator is named as the address writes it (`wording.slug`); `indicators` gives its code in the edition,
for those that a score rests on. A text is only ever matched and compared with what is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from indicators.reader_options import SUPPOSED, Goalposts, MethodError, Outliers
from wording.measurement import supposed
from wording.slug import slug

NAMES = (OUTLIERS, GOALPOSTS, COVERAGE, FLIPPED, ERROR) = (
    *("extremes", "bornes", "couverture", "inverses"),
    "erreur",
)
TREATMENTS: Mapping[str, str] = {
    "": "Telles que publiées",
    str(Outliers.WINSORISED): "Ramenées à la valeur voisine",
    str(Outliers.LOGARITHM): "Prises par leur logarithme",
}
COVERAGES: Mapping[str, str] = {
    "": "La moitié de son poids au moins",
    "0": "Une valeur au moins",
    "0.75": "Les trois quarts de son poids au moins",
    "1": "Tout son poids",
}
_ERRORS = {"0": 0.0, "": SUPPOSED, "0.2": 0.2, "0.3": 0.3}
ERRORS: Mapping[str, str] = {code: supposed(share) if share else "Aucune" for code, share in _ERRORS.items()}
# An address is no workbook: beyond, the structure of the index is what has to be changed.
MOST = 40
_NUMBER = r"-?\d{1,9}(?:\.\d{1,6})?"
_GOALPOST = re.compile(rf"([a-z0-9-]{{1,60}}):({_NUMBER}):({_NUMBER})")


def read_outliers(code: str) -> Outliers:
    """Read a treatment; raises `MethodError`."""
    if code not in TREATMENTS:
        raise MethodError(unknown("lecture des valeurs extrêmes", code))
    return Outliers(code) if code else Outliers.KEPT


def read_coverage(code: str, start: float) -> float:
    """Read a minimum coverage, `start` for the empty code; raises `MethodError`."""
    if code not in COVERAGES:
        raise MethodError(unknown("couverture minimale", code))
    return float(code) if code else start


def read_error(code: str) -> float:
    """Read what is supposed of an error of measure that is not published; raises `MethodError`."""
    if code not in _ERRORS:
        raise MethodError(unknown("erreur de mesure", code))
    return _ERRORS[code]


def write_error(share: float) -> str:
    """Write what `read_error` reads, and any other share as the number it is."""
    return {known: code for code, known in _ERRORS.items()}.get(share, f"{share:g}")


def read_flipped(text: str, indicators: Mapping[str, str]) -> tuple[str, ...]:
    """Read `frsoc-4,frenv-1`: the indicators read the other way round; raises `MethodError`."""
    named = text.split(",") if text else []
    _check_named(named, indicators)
    return tuple(indicators[name] for name in named)


def write_flipped(codes: tuple[str, ...]) -> str:
    """Write what `read_flipped` reads."""
    return ",".join(map(slug, codes))


def read_goalposts(text: str, indicators: Mapping[str, str]) -> Goalposts:
    """Read `freco-1:3:20`: an indicator, then what 0 and 10 stand for, in its unit; raises `MethodError`."""
    found = [_GOALPOST.fullmatch(part) for part in text.split(",")] if text else []
    pairs = [match.groups() for match in found if match]
    if len(pairs) < len(found):
        raise MethodError(
            "Les bornes de l’adresse ne se lisent pas\u202f: écrivez-les comme `freco-1:3:20`, la plus "
            "petite d’abord."
        )
    _check_named([name for name, _, _ in pairs], indicators)
    return tuple((indicators[name], float(low), float(high)) for name, low, high in pairs)


def write_goalposts(goalposts: Goalposts) -> str:
    """Write what `read_goalposts` reads."""
    return ",".join(f"{slug(code)}:{_plain(low)}:{_plain(high)}" for code, low, high in goalposts)


def _plain(number: float) -> str:
    """Write a number as an address does: no exponent, no more decimals than are read."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _check_named(named: list[str], indicators: Mapping[str, str]) -> None:
    if len(named) > MOST or len(set(named)) < len(named):
        raise MethodError(f"L’adresse nomme {MOST} indicateurs au plus, chacun une fois\u202f: retirez-en.")
    for name in named:
        if name not in indicators:
            raise MethodError(
                f"L’indicateur «\u00a0{name}\u00a0» ne compte dans aucun score\u202f: prenez-en un du "
                "dictionnaire."
            )


def unknown(what: str, code: str) -> str:
    """Refuse a code of the address that is none: « La méthode « x » est inconnue : … »."""
    return f"La {what} «\u00a0{code}\u00a0» est inconnue\u202f: choisissez-en une de la liste."
