"""The ranks before and after as the figure writes them, and as its text alternative says them."""

from __future__ import annotations

import pandas as pd

from readings.settings.moves import rank_words
from wording.lists import joined
from wording.numbers import ordinal


def drawn(moves: pd.DataFrame, *, narrow: bool) -> pd.DataFrame:
    """Add what the figure writes: name (short on a phone), words (« 7ᵉ → 3ᵉ »), label (the whole line)."""
    ends = zip(moves["before"], moves["rank"], strict=True)
    return moves.assign(
        name=moves["short_name"] if narrow else moves["name"],
        words=[_ends(before, rank) for before, rank in ends],
        label=_lines(moves, changed=True),
    )


def alternative(title: str, moves: pd.DataFrame, *, changed: bool) -> str:
    """Say the finding, then every region with its ranks."""
    listed = joined(_lines(moves, changed=changed))
    return f"{title}. Un point par région, du rang le plus fragile au moins fragile\u202f: {listed}."


def _lines(moves: pd.DataFrame, *, changed: bool) -> list[str]:
    """« Corse : 3ᵉ, entre 2ᵉ et 6ᵉ (référence : 7ᵉ, entre 2ᵉ et 8ᵉ) »."""
    now = map(rank_words, moves["rank"], moves["low"], moves["high"])
    before = map(rank_words, moves["before"], moves["before_low"], moves["before_high"])
    return [
        f"{name}\u202f: {words}" + f" (référence\u202f: {earlier})" * changed
        for name, words, earlier in zip(moves["name"], now, before, strict=True)
    ]


def _ends(before: int | None, rank: int | None) -> str:
    if pd.isna(rank):
        return "–"
    now = ordinal(int(rank), feminine=True)
    return now if pd.isna(before) or before == rank else f"{ordinal(int(before), feminine=True)} → {now}"
