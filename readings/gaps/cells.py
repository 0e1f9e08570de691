"""One cell a region x domain: the gap that may be stated, or why it may not.

Three looks, never mixed: a stated sign; figures exist but the sign is not established; nothing to compute
with. A domain that a published top list leaves out has no rank: its cell is empty, unless its best possible
rank already proves the sign (see `indicators.unnamed`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from indicators.gap_signs import Reason, Sign
from indicators.rows import Fields, each
from readings.gaps.own_words import Own, own_of
from readings.phrases.reach import NOWHERE, Place

_NOTHING = (Reason.NO_OBJECTIVE, Reason.NOT_COMPARABLE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A region x domain. `gap`, `low`, `high` in ranks (None: that reading cannot be computed).

    measured: rank of the domain in the region, its interval, and how many are ranked; felt: best and worst
    published rank; bounded: only the best rank that is left to the domain is known, so `high` is all that is
    sure; reason: a code of `gap_signs.Reason`; own: what of the gap is the region’s own, if that is known;
    reach: what absent values could make of the measured rank, in words (`readings.phrases.reach`).
    """

    region_code: str
    domain_code: str
    sign: Sign
    reason: str = ""
    gap: int | None = None
    low: int | None = None
    high: int | None = None
    measured: tuple[int, int, int, int] | None = None
    felt: tuple[int, int] | None = None
    value: float | None = None
    unit: str = ""
    perimeter: str = ""
    bounded: bool = False
    own: Own | None = None
    reach: str = ""


Places = dict[tuple[str, str], Any]


def cells(
    gaps: pd.DataFrame,
    unnamed: pd.DataFrame,
    intervals: pd.DataFrame,
    regions: Sequence[str],
    domains: Sequence[str],
    reach: Mapping[Place, str] = NOWHERE,
) -> tuple[Cell, ...]:
    """Return every region x domain, region by region.

    `gaps` and `unnamed`: one row a place, of one picture (see `picture.of_picture`); `intervals`: rows of
    `indicators.intervals.rank_intervals`; `reach`: of the ranks inside the regions.
    """
    inside = intervals[(intervals["among"] == "domaines") & (intervals["level"] == "domaine")]
    told, left_out = _by_place(gaps), _by_place(unnamed)
    ranks = _by_place(inside.rename(columns={"code": "domain_code"}))
    places = [(region, domain) for region in regions for domain in domains]
    found = (_cell(place, told.get(place), left_out.get(place), ranks.get(place)) for place in places)
    return tuple(
        replace(cell, reach=reach[place]) if place in reach else cell
        for place, cell in zip(places, found, strict=True)
    )


def _by_place(frame: pd.DataFrame) -> Places:
    return {(str(row.region_code), str(row.domain_code)): row for row in each(frame)}


def _cell(place: tuple[str, str], told: Fields, unnamed: Fields, ranked: Fields) -> Cell:
    measured = None if ranked is None or pd.isna(ranked.rank) else _measured(ranked)
    if told is not None:
        return _told(place, told, measured)
    if unnamed is None:
        return Cell(*place, Sign.NONE, Reason.UNPUBLISHED, measured=measured)
    if unnamed.stated_sign != Sign.LESS:
        return Cell(*place, Sign.NONE, Reason.UNNAMED, measured=measured, perimeter=str(unnamed.perimeter))
    return Cell(
        *place,
        Sign.LESS,
        low=int(unnamed.gap_low),
        high=int(unnamed.gap_high),
        measured=measured,
        felt=(int(unnamed.perceived_rank_low), int(unnamed.perceived_rank_high)),
        perimeter=str(unnamed.perimeter),
        bounded=True,
    )


def _told(place: tuple[str, str], row: Fields, measured: tuple[int, int, int, int] | None) -> Cell:
    low, high = _whole(row.perceived_rank_low), _whole(row.perceived_rank_high)
    return Cell(
        *place,
        Sign.NONE if row.reason in _NOTHING else Sign(row.stated_sign),
        str(row.reason),
        gap=_whole(row.rank_gap),
        low=_whole(row.rank_gap_low),
        high=_whole(row.rank_gap_high),
        measured=measured,
        felt=None if low is None or high is None else (low, high),
        value=None if pd.isna(row.perceived_value) else float(row.perceived_value),
        unit=str(row.unit),
        perimeter=str(row.perimeter),
        own=own_of(row._asdict()),
    )


def _measured(row: Fields) -> tuple[int, int, int, int]:
    return int(row.rank), int(row.low), int(row.high), int(row.ranked)


def _whole(number: int | None) -> int | None:
    return None if pd.isna(number) else int(number)
