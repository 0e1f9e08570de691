"""The table under a figure: the same numbers in words, one row a region."""

from collections.abc import Hashable
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

    Few columns, so that a phone shows them whole: what is particular to a figure is said in the last one.
    """
    shown = pd.DataFrame(
        {
            "Ordre": [
                "–" if pd.isna(rank) else numbers.ordinal(int(rank), feminine=True) for rank in rows["rank"]
            ],
            "Région": rows["name"],
            _HEADS[quantity]: rows["full"],
        }
    )
    if quantity == "rank_gap":
        shown[_HEADS[quantity]] = rows["said"].where(~rows["missing"], rows["full"])
        shown["Précisions"] = ("calculé\u202f; " + rows["details"]).where(~rows["missing"], rows["full"])
        return shown
    shown["Précisions"] = [_notes(row) for row in rows.to_dict("records")]
    return shown


def _notes(row: dict[Hashable, Any]) -> str:
    """Write the status, then what a reader must know of this figure."""
    status = STATUS[row["status"]]
    territory = f" pour «\u00a0{row['perimeter']}\u00a0»" if row["perimeter"] else ""
    return f"{status}{territory}" + ("\u202f; valeur corrigée" if row["corrected"] else "")
