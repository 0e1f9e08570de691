"""The conventional signs of official statistics that a workbook may hold, and how each is read."""

from functools import cache

import pandas as pd
import pyarrow as pa

from loaders.tables import read_tables
from pages.tables import arrow
from wording.source_notes import NOT_PUBLISHED

HEADING = "Signes conventionnels du classeur"
READING = (
    "Ce qu’une case du tableau peut contenir à côté d’un nombre, ou à sa place.",
    "La valeur garde sa marque et la case vide sa raison, sur les pages et dans les fichiers.",
    "Une borne («\u00a0<0,1\u00a0») n’est pas un nombre\u202f: affichée, elle n’entre dans aucun calcul.",
    "Un exposant (8,4¹) est un renvoi à une note, jamais un chiffre\u202f; ce qui est barré n’est pas lu.",
)
_READ = {"missing": NOT_PUBLISHED, "not_available": "non disponible dans la source"}


@cache
def signs() -> tuple[pa.Table, str]:
    """Return the table (Signe, Lu, Usage) and its text alternative."""
    tables = read_tables()
    beside = [(f"8,4 ({row['mark']})", row["meaning"], row["usage"]) for row in tables["value_marks"]]
    instead = [
        (row["token"], row["reason"] or _READ[row["status"]], row["usage"])
        for row in tables["missing_tokens"]
    ]
    rows = pd.DataFrame([*beside, *instead], columns=["Signe", "Lu", "Usage"])
    # One row a meaning: some have ten spellings.
    told = rows.groupby("Lu", sort=False, as_index=False).agg({"Signe": "\u2003".join, "Usage": _sentences})
    counts = f"{len(beside)} marques à côté d’un nombre, {len(instead)} signes à sa place"
    return arrow(told[list(rows.columns)]), f"{HEADING}\u202f: {counts}."


def _sentences(usages: "pd.Series[str]") -> str:
    return " ".join(f"{usage}." for usage in dict.fromkeys(usages) if usage)
