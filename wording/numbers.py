"""Numbers as a French reader expects them: decimal comma, narrow no-break spaces, a real minus sign.

Babel (CLDR data for `fr`) does the formatting. Two things are ours because CLDR leaves them open: the minus
sign is U+2212, which does not break at line ends and aligns with digits, and the space before `%` and units
is U+202F, the thin space of French typography. A half is rounded away from zero, as spreadsheets do: a cell
that shows 8,3 must not become 8,2 here.
"""

import re
from decimal import ROUND_HALF_UP, localcontext
from functools import lru_cache
from math import isfinite

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern

from wording.typography import grouped

_LOCALE = Locale("fr")
MINUS = "\u2212"
# What a number written freely shows at most, when nothing says how many decimals were published.
_MOST = 10
_CELL_NUMBER = re.compile(r"(-)?(\d+)(,\d+)?(%)?")
# Units written with a symbol follow the number directly in French; the others are words of their own.
_SYMBOL_UNITS = frozenset({"%", "€", "M€", "Md€", "km²"})
# « 1,03 rapport 2016/2012 » is no French: a ratio is a bare number, its indicator says of what.
_RATIO = "rapport"


@lru_cache(maxsize=8192)
def number(value: float, decimals: int | None = None, *, most: int = _MOST) -> str:
    """Write a number: `1208.2` → « 1 208,2 ».

    With `decimals`, exactly that many digits after the comma; without, those the number has, at most `most`.
    Raises ValueError for NaN and infinities: a missing value has words of its own, never a number's.
    """
    if not isfinite(value):
        raise ValueError("a missing or infinite value cannot be written as a number")
    digits = "#" * most if decimals is None else "0" * decimals
    pattern = f"#,##0.{digits}" if digits else "#,##0"
    with localcontext(rounding=ROUND_HALF_UP):
        text: str = _pattern(pattern).apply(value, _LOCALE)
    is_zero = not any(digit in text for digit in "123456789")
    return text.replace("-", "" if is_zero else MINUS)


@lru_cache(maxsize=64)
def _pattern(text: str) -> NumberPattern:
    """Read a pattern once: Babel reads it at each number, a page writes a thousand."""
    return parse_pattern(text)


def signed(value: float, decimals: int | None = None) -> str:
    """Write a difference with its sign: « +3 », « −2 », and « 0 » without any."""
    text = number(value, decimals)
    is_zero = not any(digit in text for digit in "123456789")
    return text if is_zero or text.startswith(MINUS) else f"+{text}"


def percent(value: float, decimals: int | None = None, *, most: int = _MOST) -> str:
    """Write percentage points: `10.8` → « 10,8 % » (the value is 10.8, not 0.108)."""
    return quantity(value, "%", decimals, most=most)


def quantity(value: float, unit: str, decimals: int | None = None, *, most: int = _MOST) -> str:
    """Write a number with its unit; a symbol is held by a thin space, a word by a no-break space."""
    if not unit or unit.startswith(_RATIO):
        return number(value, decimals, most=most)
    space = "\u202f" if unit in _SYMBOL_UNITS else "\u00a0"
    return f"{number(value, decimals, most=most)}{space}{grouped(unit)}"


def ordinal(rank: int, *, feminine: bool = False) -> str:
    """Write a rank: 1 → « 1ᵉʳ » (« 1ʳᵉ » in the feminine), 3 → « 3ᵉ »."""
    if rank == 1:
        return "1ʳᵉ" if feminine else "1ᵉʳ"
    return f"{number(rank, 0)}ᵉ"


def plural(count: float, singular: str, plural_form: str) -> str:
    """Choose the form that agrees with a count: French takes the plural from 2 on (« 1,9 point »)."""
    return plural_form if abs(count) >= 2 else singular


def counted(count: int, singular: str, plural_form: str) -> str:
    """Write a count and its noun: « 0 région », « 1 région », « 13 régions »."""
    return f"{number(count, 0)}\u00a0{plural(count, singular, plural_form)}"


def as_read(text: str) -> str:
    """Write the text of a cell digit for digit, as French typography wants it: « -2,2% » → « −2,2 % ».

    Thousands are grouped; a text that is not a number alone is returned as it is.
    """
    found = _CELL_NUMBER.fullmatch(text.strip())
    if not found:
        return text
    sign, whole, rest, percentage = found.groups(default="")
    grouped = f"{int(whole):,}".replace(",", "\u202f") if whole == str(int(whole)) else whole
    unit = "\u202f%" if percentage else ""
    return f"{MINUS if sign else ''}{grouped}{rest}{unit}"
