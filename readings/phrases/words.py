"""The words that titles and sentences share: names of regions, ranks in words, values with their unit."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.vocabulary import RegionNames
from readings.overview.views import FranceFigure
from wording.lists import join
from wording.numbers import counted, number, ordinal, quantity

_RANKS_IN_WORDS = {1: "première", 2: "deuxième", 3: "troisième"}
IN_WORDS = max(_RANKS_IN_WORDS)
# Units that the number can be followed by as they are; others are explained in brackets, once.
_DIRECT = ("%", "€", "pour ", "t/", "kg/", "hab./", "km", "M€", "Md€")
_NO_UNIT, _AS_PUBLISHED = "sans unité publiée", "(tel que publié)"
_OUT_OF_TEN = "note moyenne sur 10"


def within(codes: Iterable[str], names: RegionNames) -> str:
    """« en Occitanie et dans les Hauts-de-France »."""
    return join(names[code].name_in for code in codes)


def each(codes: Iterable[str], names: RegionNames) -> str:
    """« l’Île-de-France et les Hauts-de-France »."""
    return join(names[code].name_the for code in codes)


def of(label_the: str) -> str:
    """« les maires » → « des maires »."""
    return "des " + label_the.removeprefix("les ")


def feminine(rank: float) -> str:
    """« première », « deuxième », « troisième », « 4ᵉ »."""
    return _RANKS_IN_WORDS.get(int(rank)) or ordinal(int(rank), feminine=True)


def nth(rank: float) -> str:
    """« 1ᵉʳ », « 9ᵉ »."""
    return ordinal(int(rank))


def regions(count: float) -> str:
    """« 1 région », « 13 régions »."""
    return counted(int(count), "région", "régions")


def out_of(count: float, total: float) -> str:
    """« 3 régions sur 13 »."""
    return f"{regions(count)} sur {number(total, 0)}"


def among_published(ranked: float | None, total: float) -> str:
    """« , parmi les 2 régions publiées » when a place is not one of the whole country; else nothing."""
    if ranked is None or ranked >= total:
        return ""
    return f", parmi les {regions(ranked)} publiées" if ranked >= 2 else ", seule région publiée"


def doubtful(unit: str) -> bool:
    """Tell a unit that the source does not print, or prints with a doubt (« kg/hab. (tel que publié) »)."""
    return unit == _NO_UNIT or unit.endswith(_AS_PUBLISHED)


def measured(value: float, unit: str, decimals: int) -> str:
    """Write a value with its unit: « 10,8 % », « 7,1 sur 10 », « 0,47 (logements par habitant) »."""
    if unit in ("", _NO_UNIT):
        return number(value, decimals)
    if unit == _OUT_OF_TEN:
        return f"{number(value, decimals)} sur 10"
    if unit.startswith(_DIRECT):
        return quantity(value, unit, decimals)
    # « kg/hab. (tel que publié) » inside brackets would nest them.
    return f"{number(value, decimals)} ({unit.replace(' (', ', ').replace(')', '')})"


def compared(value: float, unit: str, decimals: int) -> str:
    """Write the second value of a comparison: the unit is not said twice, except %, which always is."""
    return quantity(value, unit, decimals) if unit == "%" else number(value, decimals)


def france_figure(figure: FranceFigure) -> str:
    """« 7,1 sur 10 », « 1ᵉʳ rang », « 7,1 sur 10, 1ᵉʳ rang », « entre le 2ᵉ et le 3ᵉ rang »."""
    parts = []
    if figure.value is not None:
        parts.append(measured(figure.value, figure.unit, figure.decimals))
    if figure.rank_low is not None and figure.rank_high is not None:
        low, high = nth(figure.rank_low), nth(figure.rank_high)
        parts.append(f"{low} rang" if low == high else f"entre le {low} et le {high} rang")
    return ", ".join(parts)


def headed(domain: str, clause: str) -> str:
    """« Emploi : … »."""
    return f"{domain}\u202f: {clause}"
