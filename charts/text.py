"""Text alternatives: what a figure shows, for who does not see it."""

import pandas as pd

from wording import numbers
from wording.lists import ended, joined

# The bars beside a map say its numbers, once; its regions are no stops of the Tab key: the list is one, and
# its first letters lead to a region.
MAP = (
    "Carte des régions\u202f: ses nombres sont ceux des barres. "
    "Au clavier, la liste «\u00a0Région\u00a0» choisit une région."
)
# Where the regions are buttons beside it.
MAP_OF_DOOR = "Carte des régions. Au clavier, la liste et les boutons à côté ouvrent les mêmes pages."


def alternative(title: str, kind: str, frame: pd.DataFrame) -> str:
    """Say the finding, then every region with its number: « …. Barres : Bretagne 7,1 % ; … »."""
    listed = joined(f"{name} {value}" for name, value in zip(frame["name"], frame["text"], strict=True))
    return ended(f"{title.rstrip('.')}. {kind}\u202f: {listed}")


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
