"""Blind spots and worries, strongest first, in words; and the gaps that a partial ranking already proves."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from indicators.vocabulary import Vocabulary
from readings.gaps.cell_words import details, gap
from readings.gaps.cells import Cell
from readings.gaps.corner_words import held
from readings.gaps.corners import Point

COLUMNS = ["Où", "Précisions"]


def ranked(points: Sequence[Point], quadrant: str) -> list[Point]:
    """Keep the points that may be named so, strongest first: far apart and firmly there."""
    return sorted((point for point in points if point.verdict == quadrant), key=lambda point: -point.strength)


def of_points(points: Sequence[Point], names: Vocabulary) -> pd.DataFrame:
    """Return one row a point: Où, Précisions."""
    rows = [
        {
            "Où": _where(point.region_code, point.domain_code, names),
            "Précisions": f"{point.details}\u202f; tient {held(point.holds or 0.0)}",
        }
        for point in points
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def of_proved(cells: Sequence[Cell], names: Vocabulary) -> pd.DataFrame:
    """Return one row a cell whose best possible rank proves the sign, the widest gap first."""
    proved = sorted((cell for cell in cells if cell.bounded), key=lambda cell: cell.high or 0)
    rows = [
        {
            "Où": _where(cell.region_code, cell.domain_code, names),
            "Précisions": f"{gap(cell)}\u202f; {details(cell)}",
        }
        for cell in proved
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _where(region: str, domain: str, names: Vocabulary) -> str:
    return f"{names.domains[domain]}, {names.names[region].name_in}"
