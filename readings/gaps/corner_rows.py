"""The points as rows to draw: one a point, or one a place where points of several regions meet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from indicators.vocabulary import Vocabulary
from readings.gaps.corner_words import one_line
from readings.gaps.corners import Point
from wording.lists import joined

# Beyond, a bubble's names would fill the screen.
_TOLD = 6


def of_one(
    points: Sequence[Point], names: Vocabulary, *, of_regions: bool, chosen: str, short: bool
) -> pd.DataFrame:
    """Return one row a point, with its name; a chosen region is strong.

    Columns: those `charts.quadrant.quadrant` draws.
    """
    labels = names.domains
    if of_regions:
        labels = names.short_regions if short else names.regions
    rows = []
    for point in points:
        name = labels[point.region_code if of_regions else point.domain_code]
        strong = of_regions and point.region_code == chosen
        rows.append(_row(point, name, f"{name}\u202f: {one_line(point)}") | {"strong": strong})
    return pd.DataFrame(rows)


def of_all(points: Sequence[Point], names: Vocabulary) -> pd.DataFrame:
    """Return one row a place where at least one point stands, named « ×3 » when three do (`count`)."""
    places: dict[tuple[float, tuple[float, float], str, str], list[Point]] = {}
    for point in points:
        # Ties have rows of their own only inside one region.
        place = round(point.measured), point.felt, point.quadrant, point.verdict
        places.setdefault(place, []).append(point)
    return pd.DataFrame(
        [
            _row(met[0], f"×{len(met)}" if len(met) > 1 else "", _told(met, names))
            | {"measured": measured, "count": len(met)}
            for (measured, *_), met in places.items()
        ]
    )


def _row(point: Point, name: str, label: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "felt_low": point.felt[0],
        "felt_high": point.felt[1],
        "measured": point.measured,
        "quadrant": point.quadrant,
        "named": bool(point.verdict),
        "count": 1,
        "strong": False,
    }


def _told(points: Sequence[Point], names: Vocabulary) -> str:
    """« Emploi, en Bretagne ; Emploi, en Corse »."""
    said = [
        f"{names.domains[point.domain_code]}, {names.names[point.region_code].name_in}"
        for point in points[:_TOLD]
    ]
    more = ["…"] if len(points) > _TOLD else []
    return joined(said + more)
