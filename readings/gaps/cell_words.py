"""What one cell says, in French: the gap and its interval, both sides, or the reason why there is none."""

from __future__ import annotations

from typing import NamedTuple

from indicators.gap_signs import Sign
from readings.gaps.cells import Cell
from readings.phrases.reach import measured_place
from readings.phrases.reasons import gap_reason
from readings.phrases.words import measured, nth
from wording.lists import joined
from wording.numbers import MINUS, percent, signed
from wording.perimeter import asked_territory
from wording.signs import FELT, at_least, brief, whole
from wording.typography import quoted

_MARKS = {Sign.MORE: "+", Sign.LESS: MINUS, Sign.SAME: "0", Sign.UNDETERMINED: "?", Sign.NONE: "•"}
_UNMEASURED, _UNRANKED, _UNNAMED = "non mesuré", "sans rang publié", "non cité, donc "


class Sides(NamedTuple):
    """Both sides of a gap, each in its own words; `""` for what there is none of.

    measured, felt: ranks; value: what is published of what is felt; perimeter: the survey's own territory.
    """

    measured: str = ""
    felt: str = ""
    value: str = ""
    perimeter: str = ""


def mark(cell: Cell, *, short: bool = False) -> str:
    """Write the cell in a few signs: « +8 », « −2 », « ≤−2 », « 0 », « ? », « • »; the sign alone if `short`.

    A gap whose rank reading is missing or a range keeps its sign without a number.
    """
    if short or cell.sign not in (Sign.MORE, Sign.LESS):
        return _MARKS[cell.sign]
    if cell.bounded and cell.high is not None:
        return f"≤{signed(cell.high)}"
    return _MARKS[cell.sign] if cell.gap is None else signed(cell.gap)


def gap(cell: Cell) -> str:
    """Write the gap: « +8 rangs, entre +5 et +9, ressenti plus fort », « au moins 2 rangs de moins, … »."""
    if cell.bounded and cell.high is not None:
        return at_least(cell.high, FELT)
    return whole(cell.sign, cell.gap, cell.low, cell.high, FELT)


def short(cell: Cell) -> str:
    """Write the gap in few signs, with its interval: « +8 (+5 à +9) », « ≤−2 »."""
    if cell.bounded or cell.low is None or cell.high is None:
        return mark(cell)
    return brief(mark(cell), cell.low, cell.high)


def details(cell: Cell) -> str:
    """Say both sides, the reason when no sign is stated, and the survey's own perimeter."""
    return _joined(_measured(cell), _felt(cell), reason(cell), _perimeter(cell))


def sides(cell: Cell) -> str:
    """Say both sides and the perimeter, without a word on the sign of the gap."""
    return _joined(_measured(cell), _felt(cell), _perimeter(cell))


def each_side(cell: Cell) -> Sides:
    """Say the same apart: « 6ᵉ des 16 domaines », « 2ᵉ à 3ᵉ », « 45 % », « PACA-Corse »."""
    ranks, value = _felt_ranks(cell), _value(cell)
    felt = ranks or (_UNRANKED if value else "")
    return Sides(_place(cell), f"{_UNNAMED * cell.bounded}{felt}", value, asked_territory(cell.perimeter))


def reason(cell: Cell) -> str:
    """Say why no sign is stated; `""` of one that is."""
    return gap_reason(cell.reason) if cell.reason else ""


def _joined(*parts: str) -> str:
    return joined(filter(None, parts))


def _measured(cell: Cell) -> str:
    return f"mesuré {_place(cell)}" if cell.measured else _place(cell)


def _place(cell: Cell) -> str:
    """« 6ᵉ des 16 domaines », « non mesuré, de 5ᵉ à 9ᵉ selon sa valeur absente »."""
    return measured_place(cell.measured or (), cell.reach, _UNMEASURED)


def _felt(cell: Cell) -> str:
    """« ressenti 1ᵉʳ », « ressenti 2ᵉ à 3ᵉ », « ressenti 3ᵉ au mieux », « ressenti 4,1 sur 10 »."""
    ranks, value = _felt_ranks(cell), _value(cell)
    if not ranks:
        return f"ressenti {value}, {_UNRANKED}" if value else ""
    # No brackets: the whole stands in brackets where a cell is told.
    return f"{_UNNAMED * cell.bounded}ressenti {ranks}" + (f" avec {value}" if value else "")


def _felt_ranks(cell: Cell) -> str:
    if cell.felt is None:
        return ""
    low, high = cell.felt
    if cell.bounded:
        return f"{nth(low)} au mieux"
    return nth(low) if low == high else f"{nth(low)} à {nth(high)}"


def _value(cell: Cell) -> str:
    """Write a value as published: notes with one decimal, shares without a useless zero; `""` for none."""
    if cell.value is None:
        return ""
    return percent(cell.value, most=1) if cell.unit == "%" else measured(cell.value, cell.unit, 1)


def _perimeter(cell: Cell) -> str:
    return f"chiffre publié pour {quoted(asked_territory(cell.perimeter))}" if cell.perimeter else ""
