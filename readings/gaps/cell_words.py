"""What one cell says, in French: the gap and its interval, both sides, or the reason why there is none."""

from __future__ import annotations

from indicators.gap_signs import Sign
from readings.gaps.cells import Cell
from readings.phrases.reasons import gap_reason
from readings.phrases.words import measured, nth
from wording.lists import joined
from wording.numbers import MINUS, percent, signed
from wording.perimeter import asked_territory
from wording.ranks import placed_of_domains
from wording.signs import FELT, at_least, brief, whole
from wording.typography import quoted

_MARKS = {Sign.MORE: "+", Sign.LESS: MINUS, Sign.SAME: "0", Sign.UNDETERMINED: "?", Sign.NONE: "•"}


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
    return _joined(_measured(cell), _felt(cell), _reason(cell), _perimeter(cell))


def sides(cell: Cell) -> str:
    """Say both sides and the perimeter, without a word on the sign of the gap."""
    return _joined(_measured(cell), _felt(cell), _perimeter(cell))


def _joined(*parts: str) -> str:
    return joined(filter(None, parts))


def _measured(cell: Cell) -> str:
    if cell.measured is None:
        return "non mesuré"
    return f"mesuré {placed_of_domains(*cell.measured)}"


def _felt(cell: Cell) -> str:
    """« ressenti 1ᵉʳ », « ressenti 2ᵉ à 3ᵉ », « ressenti 3ᵉ au mieux », « ressenti 4,1 sur 10 »."""
    if cell.felt is None:
        return "" if cell.value is None else f"ressenti {_value(cell)}, sans rang publié"
    low, high = cell.felt
    if cell.bounded:
        return f"non cité, donc ressenti {nth(low)} au mieux"
    ranks = nth(low) if low == high else f"{nth(low)} à {nth(high)}"
    # No brackets: the whole stands in brackets where a cell is told.
    return f"ressenti {ranks}" + ("" if cell.value is None else f" avec {_value(cell)}")


def _value(cell: Cell) -> str:
    """Write a value as published: notes with one decimal, shares without a useless zero."""
    value = cell.value or 0.0
    return percent(value, most=1) if cell.unit == "%" else measured(value, cell.unit, 1)


def _reason(cell: Cell) -> str:
    return gap_reason(cell.reason) if cell.reason else ""


def _perimeter(cell: Cell) -> str:
    return f"chiffre publié pour {quoted(asked_territory(cell.perimeter))}" if cell.perimeter else ""
