"""The numbers of the coverage matrix: how much is published, of what is measured and of what is felt."""

from __future__ import annotations

import pandas as pd

from exports.figures.names import Names
from exports.figures.rows import Row, missing, noted, valued
from exports.numbers import numbers
from indicators.rows import each
from readings.coverage.cells import Published
from readings.coverage.words import SAID
from wording.perimeter import perimeter

REGIONS = "Régions ayant un chiffre publié"
SURVEYS = "Enquêtes publiant un chiffre pour la région"


def everyone(counts: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Return one row a domain x column: what is measured, then each actor; `counts`: `published.words`."""
    rows = [
        {"domain": names.domains[str(row.domain_code)], "actor": row.column, "measure": REGIONS}
        | _counted(row.regions, str(row.published), "régions")
        for row in each(counts)
    ]
    return numbers(pd.DataFrame(rows))


def of_actor(cells: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Return one row a domain x region of one actor; `cells`: `published.cells`."""
    rows = [
        names.region(str(row.region_code))
        | {
            "domain": names.domains[str(row.domain_code)],
            "actor": names.actors[str(row.actor_code)],
            "measure": SURVEYS,
            "period": ", ".join(row.waves),
        }
        | _counted(len(row.waves), str(row.published), "enquêtes", *map(perimeter, row.perimeters))
        for row in each(cells)
    ]
    return numbers(pd.DataFrame(rows))


def _counted(count: int, published: str, unit: str, *notes: str) -> Row:
    """Return a count where something is published by region, else what exists instead: never 0."""
    if published != Published.REGION:
        return missing(SAID[published]) | {"unit": unit}
    return valued(count, unit) | {"note": noted(*notes)}
