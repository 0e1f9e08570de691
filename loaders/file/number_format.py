"""What Excel shows for a number: the raw text of a cell is what the analyst sees, not what is stored."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

# What a section shows as it is written (between quotes, escaped, a currency), and where its digits are.
_SHOWN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|(?P<sign>[€‰$£])'
    r"|(?P<digit>[0#?@]|general|standard)",
    re.IGNORECASE,
)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;])*);')
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_THOUSANDS = re.compile(r"[#0?](?:,|\\? |\u00a0|\u202f)[#0?]")
# Commas after the last digit divide what is shown by a thousand each.
_SCALED = re.compile(r"[#0?],+(?![#0?,])")
# « # ##0,0 » is how a French screen names `#,##0.0`; in a file its comma is no separator of thousands, which
# would be followed by three digits.
_FRENCH_COMMA = re.compile(r"([#0?]),([#0?]{1,2})(?![#0?,.])")
_EXPONENT = re.compile(r"[#0?]E[+-]")
_FRACTION = re.compile(r"[#0?] ?/ ?[#0?0-9]")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9.]+)\]")
_MEETS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
# Without a format nobody types a fifth decimal: such a number was computed (8,2123456789), and is shown with
# two decimals, or three digits when it is smaller than one.
_MOST_TYPED = 4
_COMPUTED_DECIMALS = 2
# Excel accepts thirty decimals in a format; a number has fifteen digits to fill them with.
_MOST_SHOWN = 15
# Room for the largest number with all its decimals: quantize refuses to exceed the precision of its context.
_WIDE = Context(prec=60)


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """One format code, reduced to what changes the meaning of a number.

    `most_decimals` is None when the format says nothing of decimals (General, a text, a fraction). `before`
    and `after`: the words that it shows around the number (« M€ »); `shows_number` is False for a format
    without a place for a digit (« "NC" », « ;;; »).
    """

    percent: bool
    shows_percent_sign: bool
    scaled: bool
    thousands: bool
    exponent: bool
    least_decimals: int
    most_decimals: int | None
    before: str
    after: str
    shows_number: bool

    @classmethod
    def of(cls, code: str, value: float = 1) -> NumberFormat:
        """Read the section of a format code that applies to this stored number."""
        return cls._of(_section(code, value))

    @classmethod
    @lru_cache(maxsize=256)
    def _of(cls, section: str) -> NumberFormat:
        """Read a section; a workbook has a few, and thousands of numbers."""
        bare = _LITERALS.sub("", section)
        if "." not in bare:
            bare = _FRENCH_COMMA.sub(r"\1.\2", bare)
        fraction = re.search(r"\.([0#?]+)", bare)
        digits = fraction[1] if fraction else ""
        silent = not re.search(r"[0#?]", bare) or bool(_FRACTION.search(bare))
        before, after, shows_number = _around(section)
        return cls(
            percent="%" in bare,
            shows_percent_sign="%" in section,
            scaled=bool(_SCALED.search(bare)),
            thousands=bool(_THOUSANDS.search(bare)),
            exponent=bool(_EXPONENT.search(bare)),
            least_decimals=min(digits.count("0"), _MOST_SHOWN),
            most_decimals=None if silent else min(len(digits), _MOST_SHOWN),
            before=before,
            after=after,
            shows_number=shows_number,
        )

    def decimals(self, amount: Decimal) -> int:
        """How many digits this format shows after the comma of a number (in points when it is a percentage).

        Under an exponent, as many as the digits that are shown reach.
        """
        if self.most_decimals is None:
            return unformatted(amount, decimals(amount))
        if self.exponent:
            return min(max(0, self.most_decimals - amount.adjusted()), _MOST_SHOWN) if amount else 0
        return max(self.least_decimals, min(self.most_decimals, decimals(amount)))


def exact(value: float) -> Decimal:
    """The decimal number a spreadsheet user typed: 15 significant digits, all that Excel keeps."""
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")


def shown(value: float, code: str) -> str:
    """The number as a French Excel displays it: 0.085 with `0.0%` is « 8,5% »."""
    style = NumberFormat.of(code, value)
    amount = exact(value) * (100 if style.percent else 1)
    text = format(_rounded(amount, style).copy_abs(), ",f" if style.thousands else "f")
    sign = "-" if amount < 0 else ""
    french = text.replace(",", "\u202f").replace(".", ",")
    return f"{sign}{french}{'%' if style.shows_percent_sign else ''}"


def unformatted(amount: Decimal, written: int) -> int:
    """How many of its `written` decimals a number without a format shows: all, unless it was computed."""
    if written <= _MOST_TYPED or not amount:
        return written
    return min(written, max(_COMPUTED_DECIMALS, _COMPUTED_DECIMALS - amount.adjusted()))


def decimals(amount: Decimal) -> int:
    """How many digits follow the decimal point, trailing zeros left out."""
    exponent = amount.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(amount: Decimal, style: NumberFormat) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-style.decimals(amount)), ROUND_HALF_UP, _WIDE)


def _section(code: str, value: float) -> str:
    """The section for this number: the first whose condition it meets, else the one of its sign."""
    sections: list[str] = _SECTION.findall(f"{code};") or [""]
    # A code that is empty as a whole says nothing: the number is shown as it is.
    sections = sections if any(sections) or len(sections) > 1 else ["General"]
    conditions = [_CONDITION.search(section) for section in sections]
    for section, condition in zip(sections, conditions, strict=True):
        if condition and _MEETS[condition[1]](value, float(condition[2])):
            return section
    if conditions[0]:
        free = [section for section, condition in zip(sections, conditions, strict=True) if not condition]
        return free[0] if free else sections[-1]
    return sections[_place(value, min(len(sections), 3))]


def _place(value: float, sections: int) -> int:
    """Which section is a number's: positive, negative, zero; without one, that of positives."""
    wanted = 1 if value < 0 else 2 if value == 0 else 0
    return wanted if wanted < sections else 0


def _around(section: str) -> tuple[str, str, bool]:
    """The words before and after the digits of a section, and whether it has a place for a digit."""
    before, after, digits = "", "", False
    for found in _SHOWN.finditer(section):
        digits = digits or found["digit"] is not None
        said = found["quoted"] or found["escaped"] or found["currency"] or found["sign"] or ""
        before, after = (before, after + said) if digits else (before + said, after)
    return before, after, digits
