"""The numbers of « Comparer »: published values and scores, ranks of the whole, ranks in each domain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from exports.figures import published
from exports.figures.names import Names
from exports.figures.rows import COMPUTED, Row, placed, valued
from exports.numbers import numbers
from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation
from indicators.rows import each
from wording.numbers import number

SCORE = "Score calculé"
RANK = "Rang parmi les régions"
_UNITS = {
    Normalisation.ZSCORE: "écarts-types",
    Normalisation.MINMAX: "points de 0 à 10",
    Normalisation.RANK: "places",
    Normalisation.PERCENT: "% d’écart à la France",
}


def score_unit(method: Method) -> str:
    """Say what a score is counted in; the higher, the more fragile."""
    geometric = method.aggregation is Aggregation.GEOMETRIC
    return "points de 1 à 10" if geometric else _UNITS[method.normalisation]


def values_and_scores(
    values: pd.DataFrame, scores: pd.DataFrame, unit: str, codes: Sequence[str], names: Names
) -> pd.DataFrame:
    """Return the published values of the compared regions and of France, then the scores of all regions.

    `values`: `values.region_values` with domain_code; `scores`: `index.index_scores`; `unit`: of a score.
    """
    compared = values[values["region_code"].isin(list(codes))]
    rows = list(published.measured(compared, names))
    for row in each(scores[scores["level"] == "domaine"]):
        base = names.region(str(row.region_code)) | {"domain": names.domains[str(row.code)]}
        rows.append(base | {"measure": SCORE, "source": COMPUTED} | valued(row.score, unit))
    return numbers(pd.DataFrame(rows))


def overall_ranks(ranks: pd.DataFrame, codes: Sequence[str], names: Names) -> pd.DataFrame:
    """Return the overall rank of every region, then the other ranks of the compared ones.

    `ranks`: `comparison.ranks.ranks`.
    """
    whole = ranks["level"] == "ensemble"
    rows = ranks[whole | ranks["region_code"].isin(list(codes))]
    return numbers(pd.DataFrame(_ranked(rows, names)))


def domain_ranks(ranks: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Return the rank of every region in every domain."""
    rows = ranks[ranks["level"] == "domaine"]
    return numbers(pd.DataFrame(_ranked(rows, names)))


def _ranked(rows: pd.DataFrame, names: Names) -> Iterator[Row]:
    for row in each(rows):
        base = names.region(str(row.region_code)) | {
            "domain": names.domains[str(row.code)],
            "measure": RANK,
            "source": COMPUTED,
            "note": "" if pd.isna(row.rank) else f"sur {number(row.ranked, 0)} régions",
        }
        yield base | placed(row.rank, row.low, row.high)
