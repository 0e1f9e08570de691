"""What debate rooms said, once their files are read back: under their own names, beside what is published."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from indicators.rows import Row, records
from readings.room.words import NOT_A_SAMPLE
from wording.numbers import counted, quantity

TITLE = "Salles de débat\u202f: ce que les personnes présentes ont dit"
APART = "Ces chiffres n’entrent dans aucun score, écart, rang ni compte."
SENTENCES = (NOT_A_SAMPLE, APART)
_NOTE = "note_fragilite_sur_10"


def table(rows: pd.DataFrame, names: Mapping[str, str], actors: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a figure: Salle, Domaine et acteur, Réponses.

    `rows`: see `indicators.published.rooms`; `names`: of the domains; `actors`: their labels.
    """
    found = records(rows)
    return pd.DataFrame(
        {
            "Salle": [f"{row['programme']}, {row['place']}, {row['survey_date']}" for row in found],
            "Domaine et acteur": [
                f"{names[row['domain_code']]}\u202f: {actors[row['actor_code']]}" for row in found
            ],
            "Réponses": [_told(row) for row in found],
        },
        columns=["Salle", "Domaine et acteur", "Réponses"],
    )


def _told(row: Row) -> str:
    """« 7,42 sur 10 en moyenne, 12 réponses »."""
    asked = (
        "" if row["sample_size"] is None else f", {counted(int(row['sample_size']), 'réponse', 'réponses')}"
    )
    if row["measure"] == _NOTE:
        return f"{quantity(row['value'], 'sur 10', int(row['decimals']))} en moyenne{asked}"
    return f"{quantity(row['value'], '%', int(row['decimals']))} en font une priorité{asked}"
