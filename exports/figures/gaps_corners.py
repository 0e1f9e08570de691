"""The numbers of the four corners: both ranks of each point, and how firmly it holds in its corner."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from exports.figures import gaps
from exports.figures.names import Names
from exports.figures.rows import COMPUTED, RANK, Row, missing, noted, placed, valued
from exports.numbers import numbers
from indicators.rows import Fields, each
from readings.gaps import corner_words
from readings.gaps.cells import Cell
from readings.gaps.corners import AMONG_REGIONS, Point
from readings.gaps.picture import Picture
from wording.numbers import number
from wording.perimeter import perimeter
from wording.typography import typed

ACROSS, HEARD = "Rang mesuré de la région", "Rang ressenti de la région"
HOLDS = "Part des calculs qui redonnent cette place"


@dataclass(frozen=True)
class Sides:
    """What the points are made of: cells and picture of the page, ranks of the regions on both sides.

    `intervals`: rows of `rank_intervals`; `felt`: rows of `felt.perceived_scores` of the picture.
    """

    cells: Sequence[Cell]
    picture: Picture
    intervals: pd.DataFrame
    felt: pd.DataFrame


def corners(points: Sequence[Point], among: str, sides: Sides, actor: str, names: Names) -> pd.DataFrame:
    """Return both ranks and the solidity of each point; ranks as published, never the place drawn."""
    make = (_among_regions if among == AMONG_REGIONS else _among_domains)(sides, names)
    rows = []
    for point in points:
        base = names.region(point.region_code) | {
            "domain": names.domains[point.domain_code],
            "actor": names.actors[actor],
            "period": sides.picture.wave,
        }
        rows += [base | row for row in (*make(point), _held(point))]
    return numbers(pd.DataFrame(rows))


def _held(point: Point) -> Row:
    """Say the corner, and in which share of the draws the point is found there."""
    base = {"measure": HOLDS, "source": COMPUTED}
    if point.holds is None:
        return base | missing(corner_words.place(point))
    return base | valued(100 * point.holds, "%") | {"note": corner_words.named(point)}


def _among_domains(sides: Sides, names: Names) -> Callable[[Point], Iterator[Row]]:
    cells = {(cell.region_code, cell.domain_code): cell for cell in sides.cells}
    told = _told(sides)

    def made(point: Point) -> Iterator[Row]:
        place = point.region_code, point.domain_code
        yield gaps.measured(cells[place], names)
        yield gaps.felt(cells[place], sides.picture) | gaps.written(told.get(place), rank=True)

    return made


def _among_regions(sides: Sides, names: Names) -> Callable[[Point], Iterator[Row]]:
    across = sides.intervals[sides.intervals["among"] == "regions"]
    ranked = {(str(row.region_code), str(row.code)): row for row in each(across)}
    told = _told(sides)

    def made(point: Point) -> Iterator[Row]:
        place = point.region_code, point.domain_code
        rank, heard = ranked[place], told[place]
        when = names.measured.get(names.domains[point.domain_code], "")
        measured = {"measure": ACROSS, "actor": "", "period": when, "source": COMPUTED}
        among = {"note": f"sur {number(rank.ranked, 0)} régions"}
        yield measured | placed(rank.rank, rank.low, rank.high) | among
        yield {
            "measure": HEARD,
            "unit": RANK,
            "value": float(heard.region_rank),
            "source": typed(heard.source),
            "sheet": heard.sheet,
            "cell": heard.cell,
            "note": _among(heard),
        }

    return made


def _told(sides: Sides) -> dict[tuple[str, str], Any]:
    return {(str(row.region_code), str(row.domain_code)): row for row in each(sides.felt)}


def _among(heard: Fields) -> str:
    return noted(f"sur {number(heard.region_ranked, 0)} régions publiées", perimeter(heard.perimeter))
