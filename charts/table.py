"""The table under a figure: the same numbers in words, one row a region."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from charts.rows import STATUS
from wording import numbers
from wording.perimeter import asked_territory

_HEADS = {
    "indicator_value": "Valeur",
    "objective_rank": "Rang parmi les fragilités mesurées",
    "perceived_rank": "Rang ressenti",
    "perceived_value": "Valeur ressentie",
    "rank_gap": "Écart",
}
_SIDES = {
    "measured_said": "Rang mesuré",
    "felt_said": "Rang ressenti",
    "value_said": "Valeur ressentie",
    "reason_said": "Pourquoi aucun sens",
}


def table(rows: pd.DataFrame, *, quantity: str) -> pd.DataFrame:
    """Return the table of drawn rows (see `charts.rows`): order, region, figure, status.

    Few columns, so that a phone shows them whole: what is particular to a figure is said in the last one. Of
    a gap, what it is made of has a column each, and the region is the first one.
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
        return _apart(shown, rows)
    shown["Statut"] = [_notes(row) for row in rows.to_dict("records")]
    return shown


def _apart(shown: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Put the region first, and what a gap is made of last, a column each; of a missing one, nothing."""
    own = rows["perimeter"].map(asked_territory)
    made = rows[list(_SIDES)].rename(columns=_SIDES).assign(**{"Périmètre de l’enquête": own})
    made.insert(0, "Statut", "calculé")
    made.loc[rows["missing"]] = ""
    return shown[["Région", "Ordre", _HEADS["rank_gap"]]].join(made)


def _notes(row: dict[Hashable, Any]) -> str:
    """Write the status, then what a reader must know of this figure."""
    status = STATUS[row["status"]]
    territory = f" pour «\u00a0{row['perimeter']}\u00a0»" if row["perimeter"] else ""
    return f"{status}{territory}" + ("\u202f; valeur corrigée" if row["corrected"] else "")
