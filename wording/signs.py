"""What is said of a gap by its sign: one set of words for pages, drawings, documents and files.

Keys: the codes of `indicators.gap_signs.Sign`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from wording.numbers import MINUS

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
