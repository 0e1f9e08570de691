"""The numbers of the regions side by side on one domain: standardised gaps, distances to France."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from exports.figures.gaps import STANDARDISED
from exports.figures.names import Names, names
from exports.figures.rows import COMPUTED, CROSSED, Row, missing, noted, one, valued
from exports.numbers import numbers
from indicators.results import Results
from indicators.rows import Fields, each
from wording.perimeter import perimeter
from wording.typography import typed

MEASURED = "Mesuré, distance à la France (positive\u202f: plus fragile)"
FELT, FRANCE = "Ressenti, distance à la France", "Ressenti, France"
_DEVIATIONS = "écarts-types"
_NO_FRANCE = "le chiffre de la France n’est pas publié dans cette enquête"


def across(results: Results, gaps: pd.DataFrame) -> pd.DataFrame:
    """Return the standardised gap of each region; `gaps`: of `indicators.gap_signs`, one a region."""
    words, (label, unit) = names(results), STANDARDISED
    known = gaps[gaps["standardised_gap"].notna()]
    ends = {"value": "standardised_gap", "low": "standardised_gap_low", "high": "standardised_gap_high"}
    return numbers(
        pd.DataFrame(
            [
                _told(row, words)
                | {"measure": label, "unit": unit, "source": CROSSED, "note": perimeter(row.perimeter)}
                | {end: one(getattr(row, name)) for end, name in ends.items()}
                for row in each(known)
            ]
        )
    )


def sides(results: Results, gaps: pd.DataFrame) -> pd.DataFrame:
    """Return both distances of each region, and what France is published to feel; `gaps`: see `across`."""
    words = names(results)
    return numbers(pd.DataFrame([line for row in each(gaps) for line in _sides(row, words)]))


def _sides(row: Fields, words: Names) -> Iterator[Row]:
    told = _told(row, words)
    measured = told | {"measure": MEASURED, "source": COMPUTED, "actor": "", "note": ""}
    measured["period"] = words.measured.get(told["domain"], "")
    yield measured | valued(row.objective_deviations, _DEVIATIONS)
    felt = told | {"source": typed(row.source), "note": perimeter(row.perimeter)}
    for label, value in ((FELT, row.perceived_distance), (FRANCE, row.perceived_benchmark)):
        known = felt | {"measure": label} | valued(value, str(row.unit))
        yield known if pd.notna(value) else known | missing(noted(_NO_FRANCE, felt["note"]))


def _told(row: Fields, words: Names) -> Row:
    return words.region(str(row.region_code)) | {
        "domain": words.domains[str(row.domain_code)],
        "actor": words.actors[str(row.actor_code)],
        "period": str(row.wave),
    }
