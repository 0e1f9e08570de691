"""The long table of a figure: one row a number, with its bounds, unit, period, status and workbook cell.

The same columns for every figure, so that a reader who knows one knows them all.
"""

from enum import StrEnum

import pandas as pd


class Status(StrEnum):
    """What a row holds, in the words of the status column."""

    VALUE = "valeur"
    MISSING = "non publié"
    CORRECTED = "corrigé"
    RANGE = "fourchette"


# Name of each column in the frame, heading of the same in a file.
HEADINGS = {
    "region_code": "Code région",
    "region": "Région",
    "domain": "Domaine",
    "actor": "Acteur",
    "measure": "Mesure",
    "value": "Valeur",
    "low": "Bas",
    "high": "Haut",
    "unit": "Unité",
    "period": "Période",
    "status": "Statut",
    "note": "Précision",
    "source": "Source",
    "sheet": "Feuille",
    "cell": "Cellule",
}
COLUMNS = tuple(HEADINGS.values())
NAMES = tuple(HEADINGS)
_NUMBERS = ["value", "low", "high"]


class NumbersError(ValueError):
    """A table that says of a number something it does not hold."""


def numbers(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with every column of `NAMES` in order, a status each; raises `NumbersError`.

    Numbers are float64 (NaN where nothing is published, never 0), the rest texts (empty where nothing is to
    be said). Without `status`, a value is « valeur », two bounds alone « fourchette », nothing « non
    publié ». A status that is unknown, or that contradicts its row, is refused.
    """
    unknown = sorted(set(rows.columns) - set(NAMES))
    if unknown:
        raise NumbersError(f"columns that no file has: {', '.join(unknown)}")
    made = rows.reindex(columns=list(NAMES)).reset_index(drop=True)
    made[_NUMBERS] = made[_NUMBERS].astype("float64")
    told = [name for name in NAMES if name not in _NUMBERS]
    made[told] = made[told].astype("object").where(made[told].notna(), "").astype("str")
    made["status"] = made["status"].mask(made["status"] == "", _status(made))
    _check(made)
    return made


def headed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `numbers` under their French headings, for a file."""
    return rows.rename(columns=HEADINGS)[list(COLUMNS)]


def _status(rows: pd.DataFrame) -> pd.Series:
    bounds = rows["low"].notna() & rows["high"].notna()
    found = pd.Series(Status.MISSING.value, index=rows.index, dtype="str")
    return found.mask(bounds, Status.RANGE.value).mask(rows["value"].notna(), Status.VALUE.value)


def _check(rows: pd.DataFrame) -> None:
    """Refuse a status nobody knows, a « non publié » with a number, a number without its value."""
    known = {status.value for status in Status}
    missing = rows["status"] == Status.MISSING
    valued = rows["status"].isin([Status.VALUE, Status.CORRECTED])
    faults = {
        "unknown status": ~rows["status"].isin(known),
        "«\u00a0non publié\u00a0» with a number": missing & rows[_NUMBERS].notna().any(axis=1),
        "a value that is missing": valued & rows["value"].isna(),
        "a range without its bounds": (rows["status"] == Status.RANGE)
        & rows[["low", "high"]].isna().any(axis=1),
    }
    for what, where in faults.items():
        if where.any():
            raise NumbersError(f"{what}: {rows[where].iloc[0].to_dict()}")
