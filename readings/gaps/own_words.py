"""What of a gap belongs to the region, in words: the rest is what the regions have in common.

A word on the side of the mean (« au-dessus », « au-dessous ») is written only where the interval, as it is
shown, leaves 0 out; elsewhere it is « non établi ».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

import pandas as pd

from readings.phrases.words import regions
from wording.lists import join, joined
from wording.numbers import counted, plural, signed
from wording.typography import capital, quoted, uncapital

OWN, MEAN = "Dont propre à la région", "Écart moyen des régions"
RULE = (
    "L’écart moyen est celui de cinq régions au moins, dans une même enquête\u202f; ce qui est propre à une "
    "région est ce que son écart en rangs a de plus ou de moins."
)
_ABOVE, _BELOW, _OPEN = "au-dessus de la moyenne", "au-dessous de la moyenne", "non établi"
SIDES = {1: _ABOVE, -1: _BELOW, 0: _OPEN}
_NAMED = 3
_TENTH = Decimal("0.1")


class Own(NamedTuple):
    """What is the region's own in a gap, with its interval; `mean`: of the gaps of `regions` (ranks)."""

    gap: int
    own: float
    low: float
    high: float
    mean: float
    regions: int

    @property
    def side(self) -> int:
        """Return 1 above the mean, -1 below it, 0 where the interval that is shown holds 0."""
        low, high = round(self.low, 1), round(self.high, 1)
        return int(low > 0) - int(high < 0)


def own_of(row: Mapping[Any, Any], gap: str = "rank_gap") -> Own | None:
    """Read a row of `indicators.gap_signs` (missing: None or NaN); `gap`: its column of the gap in ranks."""
    if pd.isna(row["centred_gap"]) or pd.isna(row[gap]):
        return None
    own, low, high = (float(row[f"centred_gap{end}"]) for end in ("", "_low", "_high"))
    return Own(int(row[gap]), own, low, high, float(row["shared_gap"]), int(row["shared_regions"]))


def brief(own: Own | None) -> str:
    """« +5,7 (+2,9 à +5,9) », « +0,7 (−0,9 à +1,7), non établi »; `""` where nothing is centred."""
    if own is None:
        return ""
    return ends(own) if own.side else f"{ends(own)}, {_OPEN}"


def ends(own: Own) -> str:
    """« +5,7 (+2,9 à +5,9) »."""
    return f"{signed(_rest(own), 1)} ({signed(own.low, 1)} à {signed(own.high, 1)})"


def clause(own: Own | None) -> str:
    """« dont propre à la région : +5,7 (+2,9 à +5,9) »; `""` where nothing is centred."""
    return f"{uncapital(OWN)}\u202f: {brief(own)}" if own else ""


def sentence(own: Own, domain: str, inside: str) -> str:
    """Cut the gap of a region in two: what the regions have in common, and what is its own.

    `domain`: its label; `inside`: « en Bretagne ».
    """
    where = {1: f", {_ABOVE}", -1: f", {_BELOW}", 0: f"\u202f: {_OPEN}"}[own.side]
    return (
        f"{capital(inside)}, l’écart sur {quoted(domain)} ({_ranks(own.gap)}) réunit l’écart moyen des "
        f"{regions(own.regions)} publiées, {signed(own.mean, 1)}, et ce qui est propre à la région, "
        f"{signed(_rest(own), 1)} (de {signed(own.low, 1)} à {signed(own.high, 1)}){where}."
    )


def of_domain(found: Mapping[str, Own], domain: str, *, constant: bool) -> str:
    """Say the mean of a domain, then the regions that leave it, furthest first; `found`: by their names.

    `constant`: whether the same rank is felt in all of them.
    """
    first = next(iter(found.values()))
    parts = [
        f"{words}\u202f: {_listed({name: own for name, own in found.items() if own.side == side})}"
        for side, words in ((1, _ABOVE), (-1, _BELOW))
        if any(own.side == side for own in found.values())
    ]
    left = sum(not own.side for own in found.values())
    parts += [f"{_OPEN} pour {regions(left)}"] * bool(left)
    said = (
        f"Sur {quoted(domain)}, l’écart moyen des {regions(first.regions)} publiées est de "
        f"{_ranks(first.mean, 1)}\u202f; {joined(parts)}."
    )
    return f"{said} {CONSTANT}" if constant else said


CONSTANT = (
    "Le rang ressenti étant partout le même, ce qui est propre à une région y vient de sa seule mesure."
)


def _rest(own: Own) -> float:
    """Return what is left of the gap beside its mean as it is shown: what a reader adds up is the gap."""
    return own.gap - float(Decimal(repr(own.mean)).quantize(_TENTH, ROUND_HALF_UP))


def _ranks(gap: float, decimals: int = 0) -> str:
    return f"{signed(gap, decimals)}\u00a0{plural(gap, 'rang', 'rangs')}"


def _listed(found: Mapping[str, Own]) -> str:
    """« Grand Est (+5,7), Bretagne (+3,2), Corse (+2,1) et 2 autres régions »."""
    order: Sequence[str] = sorted(found, key=lambda name: -abs(found[name].own))
    shown = order if len(order) == _NAMED + 1 else order[:_NAMED]
    named = [f"{name} ({signed(_rest(found[name]), 1)})" for name in shown]
    left = len(order) - len(named)
    return join([*named, *[counted(left, "autre région", "autres régions")] * bool(left)])
