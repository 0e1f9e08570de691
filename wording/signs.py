"""What is said of a gap, its number and its sign: one set of words for pages, drawings, documents and files.

Keys: the codes of `indicators.gap_signs.Sign`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from wording.numbers import MINUS, number, plural, signed

_STATED = {"positive": "plus fort", "negative": "moins fort", "nul": "au même rang"}
_UNSTATED = {"indetermine": "sens non établi", "non_calculable": "non calculable"}
# Beside a gap, where what is felt is named.
SHORT: Mapping[str, str] = MappingProxyType(_STATED | _UNSTATED)
FELT: Mapping[str, str] = MappingProxyType(
    {sign: f"ressenti {said}" for sign, said in _STATED.items()} | _UNSTATED
)
# What is measured is relative to the other regions: a gap never says that somebody is wrong.
WHOLE: Mapping[str, str] = MappingProxyType(
    {sign: f"ressenti {said} que la position relative" for sign, said in _STATED.items()} | _UNSTATED
)
# Where there is no room for words.
MARKS: Mapping[str, str] = MappingProxyType(
    {"positive": "+", "negative": MINUS, "nul": "=", "indetermine": "?", "non_calculable": "–"}
)


def apart(gap: float | None, low: float, high: float) -> str:
    """« +14 rangs, entre +7 et +15 », « +2 rangs » when sure, « entre +1 et +2 rangs » of a felt range."""
    span = f"entre {signed(low, 0)} et {signed(high, 0)}"
    if gap is None:
        return f"{span}\u00a0rangs"
    said = f"{signed(gap, 0)}\u00a0{plural(gap, 'rang', 'rangs')}"
    return said if low == high else f"{said}, {span}"


def whole(
    sign: str,
    gap: float | None,
    low: float | None,
    high: float | None,
    words: Mapping[str, str] = WHOLE,
) -> str:
    """« +14 rangs, entre +7 et +15, ressenti plus fort que la position relative »: a gap in full.

    `gap`, `low`, `high` in ranks, None where no rank is set against another: the sign is then alone.
    `words`: of `WHOLE`, or `FELT` where a column or a title says what a gap is relative to.
    """
    if low is None or high is None or sign == "non_calculable":
        return words[sign]
    return f"{apart(gap, low, high)}, {words[sign]}"


def at_least(high: float, words: Mapping[str, str] = WHOLE) -> str:
    """« au moins 2 rangs de moins, ressenti moins fort … »: of a domain that a list of first ranks omits.

    `high`: the gap at most, in ranks, under zero.
    """
    return f"au moins {number(-high, 0)} {plural(high, 'rang', 'rangs')} de moins, {words['negative']}"


def brief(gap: str, low: float, high: float) -> str:
    """« +14 (+7 à +15) », « +2 » when sure: a gap where there is no room; `gap`: as it is written."""
    return f"{gap} ({signed(low, 0)} à {signed(high, 0)})" if low < high else gap
