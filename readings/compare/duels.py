"""Two regions at a time, in the same draws: which one is more often the more fragile, and is that enough."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import pandas as pd

from indicators.dominance import SETTLED, of_regions, points
from indicators.rows import records

# As `SETTLED` in percent of the draws, as it is written: a number and its verdict never disagree.
LEANING = 75


class Verdict(StrEnum):
    """What may be said of two regions."""

    SETTLED = "settled"
    LEANING = "leaning"
    OPEN = "open"
    UNKNOWN = "unknown"  # one of them has no score


@dataclass(frozen=True, slots=True)
class Duel:
    """Two regions at one level: the one that more draws put first, the other; shares of the draws, 0 to 1.

    `share`: of the draws where the first is the more fragile; None where they are not compared. `drawn`:
    neither is more often the more fragile, and the first is the one that was named first.
    """

    first: str
    second: str
    share: float | None
    equal: float | None
    drawn: bool = False

    @property
    def verdict(self) -> Verdict:
        """Say whether a draw in twenty, or in four, is all that says otherwise."""
        if self.share is None:
            return Verdict.UNKNOWN
        said = points(self.share)
        if said >= SETTLED:
            return Verdict.SETTLED
        return Verdict.LEANING if said >= LEANING else Verdict.OPEN


def duels(rows: pd.DataFrame, codes: Sequence[str]) -> dict[str, list[Duel]]:
    """Return, by level code, every pair of these regions, in the order of the codes.

    `rows`: `indicators.dominance.dominance`.
    """
    asked = records(of_regions(rows, tuple(codes)))
    keys = ("code", "region_code", "other_code")
    found = {tuple(row[key] for key in keys): (row["more"], row["equal"]) for row in asked}
    levels = dict.fromkeys(str(row["code"]) for row in asked)
    return {
        level: [
            _duel(one, other, *found[level, one, other], found[level, other, one][0])
            for one, other in combinations(codes, 2)
        ]
        for level in levels
    }


def leader(fought: Iterable[Duel]) -> str | None:
    """Return the region that is settled to be more fragile than each other that has a score, or None.

    `""`: there is nothing to compare.
    """
    known = [duel for duel in fought if duel.verdict is not Verdict.UNKNOWN]
    scored = {code for duel in known for code in (duel.first, duel.second)}
    for code in sorted(scored):
        won = sum(duel.first == code and duel.verdict is Verdict.SETTLED for duel in known)
        if won == len(scored) - 1:
            return code
    return None if scored else ""


def _duel(one: str, other: str, more: float | None, equal: float | None, less: float | None) -> Duel:
    if more is None or less is None:
        return Duel(one, other, None, None)
    if less > more:
        return Duel(other, one, less, equal)
    return Duel(one, other, more, equal, drawn=more == less)
