"""What the tables of the gaps say of a cell or of a point, one kind of thing a column."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from readings.gaps.cell_words import Sides

COLUMNS = ["Rang mesuré", "Rang ressenti", "Valeur ressentie", "Périmètre de l’enquête"]
WHY = "Pourquoi aucun sens"


def columns(sides: Iterable[Sides]) -> pd.DataFrame:
    """Return a row each: Rang mesuré, Rang ressenti, Valeur ressentie, Périmètre de l’enquête."""
    return pd.DataFrame(list(sides), columns=COLUMNS)
