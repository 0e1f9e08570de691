"""A gap and both of its sides, whichever page draws them: the gap, the measured rank, the felt rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from exports.figures.gaps import FELT, GAP, MEASURED
from exports.figures.names import Names
from exports.figures.rows import COMPUTED, CROSSED, RANK, Row, ends, missing, noted, one, placed
from wording.numbers import number
from wording.signs import WHOLE


@dataclass(frozen=True)
class Gap:
    """A gap in ranks with its bounds, what may be said of it, and why no more; missing: NaN or <NA>."""

    value: Any
    low: Any
    high: Any
    verdict: str
    why: str


@dataclass(frozen=True)
class Side:
    """A rank with its ends, and what must be known of it."""

    rank: Any
    low: Any
    high: Any
    note: str
    known: Row


def two_sides(told: Row, gap: Gap, measured: Side, felt: Side, names: Names) -> Iterator[Row]:
    """Yield the three rows; `told`: where, which domain, who says it and when; the gap has both dates."""
    place = told | {"actor": "", "period": names.measured.get(told["domain"], "")}
    both = {"period": names.dated(told["domain"], told["period"]), "source": CROSSED}
    said = {"note": noted(WHOLE[gap.verdict], gap.why, felt.note)}
    rank = placed(measured.rank, measured.low, measured.high)
    yield told | both | {"measure": GAP, "unit": "rangs"} | _span(gap) | said
    yield place | {"measure": MEASURED, "source": COMPUTED, "note": measured.note} | rank
    yield told | {"measure": FELT, "unit": RANK, "note": felt.note} | felt.known | ends(felt.low, felt.high)


def among(ranked: int | None) -> str:
    """« sur 16 domaines », `""` without a rank."""
    return "" if pd.isna(ranked) else f"sur {number(int(ranked), 0)} domaines"


def _span(gap: Gap) -> Row:
    if pd.notna(gap.value):
        return {"value": one(gap.value), "low": one(gap.low), "high": one(gap.high)}
    return ends(gap.low, gap.high) if pd.notna(gap.low) else missing()
