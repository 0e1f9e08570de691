"""Co-construction and practices: what is published of the alliances of one region."""

from __future__ import annotations

from typing import Any

import pandas as pd

from indicators.alliances.topics import Names, capital, detailed, figure_text, territory
from wording.numbers import counted

_HEADS = ["Acteur", "Ce qui est publié", "Chiffre"]


def alliance_table(figures: pd.DataFrame, names: Names) -> pd.DataFrame:
    """Return one row a figure: Acteur, Ce qui est publié (question, territory, wave), Chiffre."""
    rows = [_row(row, names) for row in figures.itertuples()]
    return pd.DataFrame(rows, columns=_HEADS)


def alliance_finding(count: int) -> str:
    """Say how much is published for the region."""
    if not count:
        return "Co-construction et pratiques\u202f: rien n’est publié pour cette région"
    figures = counted(count, "chiffre publié", "chiffres publiés")
    return f"Co-construction et pratiques\u202f: {figures} pour cette région"


def _row(row: Any, names: Names) -> tuple[str, str, str]:  # noqa: ANN401 - a row of a frame
    subject = "" if pd.isna(row.domain_code) else names.domains[row.domain_code]
    words = (subject, capital(row.measure_label), detailed(row.detail), territory(row, names), row.wave)
    return (
        names.actors.get(row.actor_code, row.actor_code),
        ", ".join(word for word in words if word),
        figure_text(row),
    )
