"""Text alternatives: what a figure shows, for who does not see it."""

import pandas as pd

from wording import numbers
from wording.lists import joined


def alternative(title: str, kind: str, frame: pd.DataFrame, unit_note: str = "") -> str:
    """Say the finding, then every region with its number: « …. Carte des régions : Bretagne 7,1 % ; … »."""
    listed = joined(f"{name} {value}" for name, value in zip(frame["name"], frame["text"], strict=True))
    note = f" ({unit_note})" if unit_note else ""
    return f"{title.rstrip('.')}. {kind}{note}\u202f: {listed}."


def place(rows: pd.DataFrame, region: str, *, quantity: str) -> str:
    """Write the figure of a region and what places it; `""` for none.

    « 7,2 %, 12ᵉ sur 13 régions », « +10 rangs, entre +9 et +10 (…) ».
    """
    found = rows[rows["region_code"] == region]
    if found.empty:
        return ""
    row = found.iloc[0]
    said = str(row["full"])
    if row["missing"] or quantity != "indicator_value":
        return said
    order = numbers.ordinal(int(row["rank"]), feminine=True)
    return f"{said}, {order} sur {numbers.counted(int(rows['rank'].count()), 'région', 'régions')}"
