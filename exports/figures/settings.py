"""The numbers of « Réglages » and « Ce qui décide »: ranks, parts of a score, shares, ranks without one."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd

from exports.figures.names import Names
from exports.figures.rows import COMPUTED, Row, noted, placed, valued
from exports.numbers import numbers
from indicators import geometric
from indicators.method import Method
from indicators.rows import each
from readings.settings.moves import move_words
from readings.settings.parts import Parts

CHOSEN, REFERENCE = "Rang avec ces réglages", "Rang avec notre réglage de départ"
PART, FACTOR, COMPARABLE, WEIGHT = (
    "Part du score",
    "Facteur de la distance à 11",
    "Valeur comparable",
    "Poids dans le score",
)
WEIGHT_OF_WHOLE, DIFFERENCES = "Poids dans l’ensemble", "Part des différences d’ensemble"
_CHANGES = {
    "mean_change": "Changement moyen des rangs sans cet élément",
    "largest_change": "Plus grand changement de rang sans cet élément",
}
_LEVELS = {"axe": "axe", "domaine": "domaine", "indicateur": "indicateur"}


def moves(rows: pd.DataFrame, code: str, names: Names, *, changed: bool) -> pd.DataFrame:
    """Return the ranks with the settings and, when they are `changed`, with our starting settings.

    `rows`: `settings.moves.rank_moves`; `code`: of an axis, or the whole.
    """
    found = []
    for row in each(rows):
        base = names.region(str(row.region_code)) | {"domain": names.domains[code], "source": COMPUTED}
        if changed:
            said = noted(move_words(row.move), "hors de l’intervalle de référence" if row.outside else "")
            found.append(base | {"measure": CHOSEN, "note": said} | placed(row.rank, row.low, row.high))
        found.append(base | {"measure": REFERENCE} | placed(row.before, row.before_low, row.before_high))
    return numbers(pd.DataFrame(found))


def parts(found: Parts, region: str, method: Method, unit: str, names: Names) -> pd.DataFrame:
    """Return what a region's score is made of: three rows an indicator; `unit`: of the score."""
    geometric_mean = method.aggregation.geometric("ensemble")
    rows: list[Row] = []
    if method.aggregation.geometric("domaine"):
        # « Valeur comparable » is on the scale of the score, not its logarithm.
        scale = geometric.scores(found.rows["normalised"].to_numpy())
        found = replace(found, rows=found.rows.assign(normalised=scale))
    for row in each(found.rows):
        base = names.region(region) | {"domain": row.domain, "note": row.indicator, "source": COMPUTED}
        part = valued(math.exp(-row.part), "fois") if geometric_mean else valued(row.part, unit)
        rows += [
            base | {"measure": FACTOR if geometric_mean else PART} | part,
            base | {"measure": COMPARABLE} | valued(row.normalised, unit),
            base | {"measure": WEIGHT} | valued(100 * row.share, "%"),
        ]
    return numbers(pd.DataFrame(rows))


def importance(rows: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Return what each domain weighs and decides; `rows`: of `indicators.importance`, of domains."""
    found = []
    for row in each(rows):
        base = {"domain": names.domains[row.code], "source": COMPUTED}
        found += [
            base | {"measure": WEIGHT_OF_WHOLE} | valued(100 * row.weight, "%"),
            base | {"measure": DIFFERENCES} | valued(100 * row.share, "%"),
            base | {"measure": "r² avec l’ensemble"} | valued(row.r2, ""),
            base | {"measure": "Effet principal"} | valued(row.main_effect, ""),
        ]
    return numbers(pd.DataFrame(found))


def removed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return how the ranks move without each element; `rows`: `settings.removed.removed`."""
    found = [
        {"domain": row.name, "measure": measure, "note": noted(_LEVELS[row.level], row.details)}
        | {"source": COMPUTED}
        | valued(getattr(row, column), "places")
        for row in each(rows)
        for column, measure in _CHANGES.items()
    ]
    return numbers(pd.DataFrame(found))
