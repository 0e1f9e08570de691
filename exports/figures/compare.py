"""The numbers of « Comparer »: published values and scores, ranks and pairs, ranks in each domain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from exports.figures import published
from exports.figures.names import Names
from exports.figures.rows import COMPUTED, Row, placed, valued
from exports.numbers import numbers
from indicators.dominance import of_regions
from indicators.method import Aggregation, Method
from indicators.normalisation import Normalisation
from indicators.rows import each
from wording.numbers import number

SCORE = "Score calculé"
RANK = "Rang parmi les régions"
MORE = "Part des calculs où la région est plus fragile que l’autre"
_UNITS = {
    Normalisation.ZSCORE: "écarts-types",
    Normalisation.MINMAX: "points de 0 à 10",
    Normalisation.RANK: "places",
    Normalisation.PERCENT: "% d’écart à la France",
}


def score_unit(method: Method) -> str:
    """Say what a score is counted in; the higher, the more fragile."""
    moved = method.aggregation is not Aggregation.ARITHMETIC
    return "points de 1 à 10" if moved else _UNITS[method.normalisation]


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


def overall_ranks(
    ranks: pd.DataFrame, dominance: pd.DataFrame, codes: Sequence[str], names: Names
) -> pd.DataFrame:
    """Return the overall rank of every region, the other ranks of the compared ones, then these two by two.

    `ranks`: `comparison.ranks.ranks`; `dominance`: `indicators.dominance.dominance`.
    """
    whole = ranks["level"] == "ensemble"
    rows = ranks[whole | ranks["region_code"].isin(list(codes))]
    pairs = of_regions(dominance, tuple(codes))
    return numbers(pd.DataFrame([*_ranked(rows, names), *_dominant(pairs, names)]))


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


def _dominant(rows: pd.DataFrame, names: Names) -> Iterator[Row]:
    for row in each(rows):
        base = names.region(str(row.region_code)) | {
            "domain": names.domains[str(row.code)],
            "measure": MORE,
            "source": COMPUTED,
            "note": f"l’autre\u202f: {names.regions[str(row.other_code)]}",
        }
        yield base | valued(100 * row.more, "%")
