"""The points of the four corners: among the domains of a region, or among the regions on one domain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from indicators.quadrants import Quadrant, Unplaced
from indicators.rows import Fields, each
from readings.gaps.cell_words import Sides, each_side, sides
from readings.gaps.cells import Cell
from wording.numbers import counted, ordinal
from wording.perimeter import asked_territory
from wording.ranks import placed_of_regions
from wording.typography import quoted

AMONG_DOMAINS, AMONG_REGIONS = "domaines", "regions"


@dataclass(frozen=True, slots=True)
class Point:
    """A region x domain between two ranks, 1 = most fragile and most felt; where the sides are drawn.

    felt: best and worst rank (the same but for « 2 ou 3 », or for what a top list does not name); measured:
    a row of its own, so that names never cross; quadrant: a code of `Quadrant`, `""` with a reason; verdict:
    the same code where it may be named, else `""`; holds: share of the draws that place it there, missing
    (None) without a quadrant; out_of: how many are ranked by what is felt and by what is measured; details:
    both sides in one sentence, and apart in `sides`.
    """

    region_code: str
    domain_code: str
    measured: float
    felt: tuple[float, float]
    quadrant: str
    verdict: str
    reason: str
    holds: float | None
    strength: float
    out_of: tuple[int, int]
    details: str
    sides: Sides


def among_domains(cells: Sequence[Cell], quadrants: pd.DataFrame, domains: int) -> tuple[Point, ...]:
    """Place what has two ranks inside its region; `quadrants`: rows of the picture; `domains`: how many."""
    rows = _by_place(quadrants, AMONG_DOMAINS)
    points = [
        _point(
            rows.get((cell.region_code, cell.domain_code)),
            cell,
            float(cell.measured[0]),
            (float(cell.felt[0]), float(cell.felt[1])),
            (domains, cell.measured[3]),
            (sides(cell), each_side(cell)),
        )
        for cell in cells
        if cell.measured and cell.felt
    ]
    regions = dict.fromkeys(point.region_code for point in points)
    middle = (domains + 1) / 2
    return tuple(
        point
        for region in regions
        for point in spread([item for item in points if item.region_code == region], middle)
    )


def among_regions(
    cells: Sequence[Cell], quadrants: pd.DataFrame, felt: pd.DataFrame, intervals: pd.DataFrame, domain: str
) -> tuple[Point, ...]:
    """Place the regions on one domain, by their ranks among the regions that have both sides.

    `felt`: rows of `indicators.felt.perceived_scores` of the picture (region_rank, region_ranked);
    `intervals`: rows of `rank_intervals`. A side that is exactly at the median is drawn on it.
    """
    rows = _by_place(quadrants, AMONG_REGIONS)
    across = intervals[(intervals["among"] == "regions") & (intervals["code"] == domain)]
    ranked = {str(row.region_code): row for row in each(across)}
    told = {str(row.region_code): row for row in each(felt[felt["domain_code"] == domain])}
    points = []
    for cell in (item for item in cells if item.domain_code == domain):
        code, row = cell.region_code, rows.get((cell.region_code, domain))
        if row is None or row.reason not in (Unplaced.PLACED, Unplaced.MIDDLE):
            continue
        points.append(_across(row, cell, ranked[code], told[code]))
    return tuple(spread(points, (len(ranked) + 1) / 2))


def spread(points: Iterable[Point], middle: float) -> list[Point]:
    """Give each tie a row of its own: the ranks after it are free; none crosses the middle."""
    found = sorted(points, key=lambda point: point.measured)
    rows: dict[float, list[Point]] = {}
    for point in found:
        rows.setdefault(point.measured, []).append(point)
    return [
        replace(point, measured=rank + step * (place - (len(tied) - 1) / 2 * (rank == middle)))
        for rank, tied in rows.items()
        for step in [1.0 if rank >= middle or rank + len(tied) - 1 < middle else 0.5 / len(tied)]
        for place, point in enumerate(tied)
    ]


def _point(
    row: Fields,
    cell: Cell,
    measured: float,
    felt: tuple[float, float],
    out_of: tuple[int, int],
    said: tuple[str, Sides],
) -> Point:
    placed_there = row is not None and pd.notna(row.quadrant)
    return Point(
        cell.region_code,
        cell.domain_code,
        measured,
        felt,
        quadrant=str(Quadrant(row.quadrant)) if placed_there else "",
        verdict=str(Quadrant(row.verdict)) if placed_there and pd.notna(row.verdict) else "",
        reason="" if row is None else str(row.reason),
        holds=float(row.holds) if placed_there else None,
        strength=float(row.strength) if placed_there else 0.0,
        out_of=out_of,
        details=said[0],
        sides=said[1],
    )


def _across(row: Fields, cell: Cell, ranked: Fields, told: Fields) -> Point:
    """Both ranks among the regions; the middle itself for a side that is neither high nor low."""
    where = float(ranked.rank) if pd.notna(row.objective_side) else (float(ranked.ranked) + 1) / 2
    heard = float(told.region_rank) if pd.notna(row.perceived_side) else (float(told.region_ranked) + 1) / 2
    place = int(ranked.rank), int(ranked.low), int(ranked.high), int(ranked.ranked)
    measured = placed_of_regions(*place)
    heard_of = counted(int(told.region_ranked), "région", "régions")
    felt = f"{ordinal(int(told.region_rank), feminine=True)} sur {heard_of}"
    said = f"mesurée {measured}\u202f; ressentie {felt}"
    own = quoted(asked_territory(cell.perimeter)) if cell.perimeter else ""
    territory = f"\u202f; chiffre publié pour {own}" if own else ""
    out_of = int(told.region_ranked), int(ranked.ranked)
    apart = each_side(cell)._replace(measured=measured, felt=felt)
    return _point(row, cell, where, (heard, heard), out_of, (said + territory, apart))


def _by_place(quadrants: pd.DataFrame, among: str) -> dict[tuple[str, str], Any]:
    rows = quadrants[quadrants["among"] == among]
    return {(str(row.region_code), str(row.domain_code)): row for row in each(rows)}
