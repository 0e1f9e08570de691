"""What a source leaves out of its figures, and the signs it puts beside them, drawn from a seed."""

from __future__ import annotations

from random import Random

from tests.training.indicators import Invented

# Out of a hundred: cells left out, of Corse, of France; indicators all provisional, cells revised.
_OUT, _OUT_OF_CORSE, _OUT_OF_FRANCE, _PROVISIONAL, _REVISED = 2, 12, 6, 4, 1
_CORSE, _FRANCE = "94", "FR"
# A cell is most often left empty; a small region is rather hidden than forgotten.
_SIGNS = (None, None, None, "n.d.", "…")
_SIGNS_OF_CORSE = (None, "n.d.", "s", "n.s.", "n.s.")
# A France left empty is a finding each: few of them.
_SIGNS_OF_FRANCE = (None, "n.d.", "n.d.", "n.d.")


def cells(one: Invented, values: dict[str, float]) -> dict[str, float | str | None]:
    """Return what stands in the cell of each territory: a number, a number and its mark, a sign, nothing."""
    chance = Random(f"{one.code}, cases")
    provisional = chance.random() * 100 < _PROVISIONAL
    found: dict[str, float | str | None] = {}
    for place, value in values.items():
        revised = chance.random() * 100 < _REVISED
        out, sign = chance.random() * 100, chance.choice(_signs(place))
        if out < _out(place):
            found[place] = sign
        elif provisional or revised:
            found[place] = f"{written(one, value)} ({'p' if provisional else 'r'})"
        else:
            found[place] = value
    return found


def written(one: Invented, value: float) -> str:
    """Write a number as a source does: a decimal comma, thousands apart."""
    return f"{value:,.{one.decimals}f}".replace(",", "\u202f").replace(".", ",")


def _out(place: str) -> int:
    return {_FRANCE: _OUT_OF_FRANCE, _CORSE: _OUT_OF_CORSE}.get(place, _OUT)


def _signs(place: str) -> tuple[str | None, ...]:
    return {_FRANCE: _SIGNS_OF_FRANCE, _CORSE: _SIGNS_OF_CORSE}.get(place, _SIGNS)
