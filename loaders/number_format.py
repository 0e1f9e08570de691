"""What Excel shows for a number: the raw text of a cell is what the analyst sees, not what is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_THOUSANDS = re.compile(r"[#0?](?:,|\\? |\u00a0|\u202f)[#0?]")
# Commas after the last digit divide what is shown by a thousand each.
_SCALED = re.compile(r"[#0?],+(?![#0?,])")
# Excel accepts thirty decimals in a format; a number has fifteen digits to fill them with.
_MOST_SHOWN = 15
# Room for the largest number with all its decimals: quantize refuses to exceed the precision of its context.
_WIDE = Context(prec=60)


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """One format code, reduced to what changes the meaning of a number."""

    percent: bool
    shows_percent_sign: bool
    scaled: bool
    thousands: bool
    least_decimals: int
    most_decimals: int | None

    @classmethod
    def of(cls, code: str, *, negative: bool = False) -> NumberFormat:
        """Read a format code; a negative number uses the second section when there is one."""
        sections = _outside_quotes_split(code)
        section = sections[1] if negative and len(sections) > 1 else sections[0]
        bare = _LITERALS.sub("", section)
        fraction = re.search(r"\.([0#?]+)", bare)
        digits = fraction[1] if fraction else ""
        general = not re.search(r"[0#?]", bare)
        return cls(
            percent="%" in bare,
            shows_percent_sign="%" in section,
            scaled=bool(_SCALED.search(bare)),
            thousands=bool(_THOUSANDS.search(bare)),
            least_decimals=min(digits.count("0"), _MOST_SHOWN),
            most_decimals=None if general else min(len(digits), _MOST_SHOWN),
        )


def exact(value: float) -> Decimal:
    """The decimal number a spreadsheet user typed: 15 significant digits, all that Excel keeps."""
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")


def shown(value: float, code: str) -> str:
    """The number as a French Excel displays it: 0.085 with `0.0%` is « 8,5% »."""
    style = NumberFormat.of(code, negative=value < 0)
    amount = exact(value) * (100 if style.percent else 1)
    text = format(_rounded(amount, style).copy_abs(), ",f" if style.thousands else "f")
    sign = "-" if amount < 0 else ""
    french = text.replace(",", "\u202f").replace(".", ",")
    return f"{sign}{french}{'%' if style.shows_percent_sign else ''}"


def decimals(amount: Decimal) -> int:
    """How many digits follow the decimal point, trailing zeros left out."""
    exponent = amount.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(amount: Decimal, style: NumberFormat) -> Decimal:
    if style.most_decimals is None:
        places = decimals(amount)
    else:
        places = max(style.least_decimals, min(style.most_decimals, decimals(amount)))
    return amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def _outside_quotes_split(code: str) -> list[str]:
    """Split a format code at its semicolons, those inside quotes excepted."""
    return re.findall(r'(?:"[^"]*"|\\.|[^;])+', code) or [""]
