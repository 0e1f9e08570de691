"""What is said of a gap, its number and its sign: one set of words for pages, drawings, documents and files.

Keys: the codes of `indicators.gap_signs.Sign`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from wording.numbers import MINUS, plural, signed

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
