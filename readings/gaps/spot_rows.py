"""Blind spots and worries, strongest first, in words; and the gaps that a partial ranking already proves."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.vocabulary import Vocabulary
from readings.gaps.cell_words import each_side, gap
from readings.gaps.cells import Cell
from readings.gaps.columns import columns
from readings.gaps.corner_words import HOLDS, held
from readings.gaps.corners import Point


def ranked(points: Sequence[Point], quadrant: str) -> list[Point]:
    """Keep the points that may be named so, strongest first: far apart and firmly there."""
    return sorted((point for point in points if point.verdict == quadrant), key=lambda point: -point.strength)


def of_points(points: Sequence[Point], names: Vocabulary) -> pd.DataFrame:
    """Return one row a point: Domaine, Région, Tient, both sides (`columns`)."""
    told = _where(points, names).assign(**{HOLDS: [held(point.holds or 0.0) for point in points]})
    return told.join(columns(point.sides for point in points))


def of_proved(cells: Sequence[Cell], names: Vocabulary) -> pd.DataFrame:
    """Return one row a cell whose best possible rank proves the sign, the widest gap first.

    Domaine, Région, Écart, both sides (`columns`).
    """
    proved = sorted((cell for cell in cells if cell.bounded), key=lambda cell: cell.high or 0)
    told = _where(proved, names).assign(Écart=[gap(cell) for cell in proved])
    return told.join(columns(map(each_side, proved)))


def _where(places: Sequence[Cell | Point], names: Vocabulary) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Domaine": [names.domains[place.domain_code] for place in places],
            "Région": [names.regions[place.region_code] for place in places],
        }
    )
