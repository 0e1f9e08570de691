"""The table under a figure: the same numbers in words, one row a region."""

from typing import Any

import pandas as pd

from charts.rows import STATUS
from wording import numbers

_HEADS = {
    "indicator_value": "Valeur",
    "objective_rank": "Rang parmi les fragilités mesurées",
    "perceived_rank": "Rang ressenti",
    "perceived_value": "Valeur ressentie",
    "rank_gap": "Écart",
}


def table(rows: pd.DataFrame, *, quantity: str) -> pd.DataFrame:
    """Return the table of drawn rows (see `charts.rows`): order, region, figure, what it is made of, status.

    A column that would say nothing (no survey territory, no correction) is left out.
    """
    shown = pd.DataFrame(
        {
            "Ordre": [_rank(rank) for rank in rows["rank"]],
            "Région": rows["name"],
            _HEADS[quantity]: rows["full"],
        }
    )
    if quantity == "rank_gap":
        shown["Rang mesuré"] = [_rank(rank) for rank in rows["objective_rank"]]
        ends = zip(rows["perceived_rank_low"], rows["perceived_rank_high"], strict=True)
        shown["Rang ressenti"] = [_span(_rank(low), _rank(high)) for low, high in ends]
    shown["Statut"] = rows["status"].map(STATUS)
    if (rows["perimeter"] != "").any():
        shown["Territoire de l’enquête"] = rows["perimeter"].where(rows["perimeter"] != "", "la région")
    if rows["corrected"].any():
        shown["Correction"] = ["valeur corrigée" if corrected else "" for corrected in rows["corrected"]]
    return shown


def _rank(rank: Any) -> str:  # noqa: ANN401 - an integer or <NA>
    return "–" if pd.isna(rank) else numbers.ordinal(int(rank))


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low} à {high}"
