"""How the cells of a workbook look: made once a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from charts import palette
from exports.numbers import Status

_FONT = "Calibri"
# A number has fifteen digits in a spreadsheet.
_MOST = 15
# Words first, colour second: each status is written in its cell. Neither red nor green.
STATUSES = {
    Status.MISSING.value: palette.MISSING,
    Status.RANGE.value: palette.FRAGILITY[0],
    Status.CORRECTED.value: palette.GAP[5],
}


@dataclass(frozen=True)
class Styles:
    """The formats of one workbook. `quoted`: a text that would start a formula if it were typed again.

    `shown`: of a number that shows so many decimals, by that number.
    """

    title: Format
    heading: Format
    example: Format
    text: Format
    label: Format
    header: Format
    band: Format
    cell: Format
    number: Format
    shown: tuple[Format, ...]
    quoted: Format
    statuses: dict[str, Format]


def styles(book: Workbook) -> Styles:
    """Make the formats."""
    ink = {"font_name": _FONT, "font_size": 11, "font_color": palette.INK_DARK, "valign": "top"}
    dark = {"font_color": palette.INK_LIGHT, "bg_color": palette.FRAGILITY[-1], "bold": True}

    # A text stays clear of the number on its left.
    apart = {"indent": 1}

    def made(**more: object) -> Format:
        return book.add_format(ink | more)

    return Styles(
        title=made(font_size=18, bold=True, text_wrap=True),
        heading=made(font_size=18, bold=True),
        example=made(italic=True, font_color=palette.OUTLINE),
        text=made(text_wrap=True),
        label=made(bold=True),
        header=made(**dark, **apart, text_wrap=True, valign="vcenter"),
        band=made(bold=True, font_size=14, bg_color=palette.GAP[6]),
        cell=made(**apart),
        number=made(),
        shown=tuple(made(num_format=f"0.{'0' * digits}".rstrip(".")) for digits in range(_MOST + 1)),
        quoted=made(**apart, quote_prefix=True),
        statuses={word: made(**apart, bg_color=colour) for word, colour in STATUSES.items()},
    )
