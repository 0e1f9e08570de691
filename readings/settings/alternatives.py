"""Each choice of the method alone, in words: which conclusions rest on a convention."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from wording.lists import join
from wording.numbers import counted, plural


def changed(row: Mapping[Hashable, Any], names: Mapping[str, str]) -> dict[str, str]:
    """Say in words what one choice does, by column; `row` of `indicators.alternatives`, `names` of regions.

    Au plus (how far and which regions), En tête, Hors de l’intervalle de référence; `""` for nothing.
    """
    who, first, outside = (join(names[code] for code in row[name]) for name in ("who", "first", "outside"))
    far = f"{counted(int(row['largest']), 'place', 'places')} ({who})" if row["moved"] else ""
    return {
        "Au plus": far,
        "En tête": first if row["compared"] else "aucun rang à comparer",
        "Hors de l’intervalle de référence": outside,
    }


def summary(frame: pd.DataFrame) -> str:
    """Say how far the intervals hold whatever is chosen; `frame` of `indicators.alternatives`."""
    compared = frame[frame["compared"] > 0]
    outside = sum(bool(codes) for codes in compared["outside"])
    if not outside:
        return "Aucun de ces choix, pris seul, ne sort une région de l’intervalle de son rang de référence."
    verb = plural(outside, "pris seul, sort", "pris seuls, sortent")
    return (
        f"{counted(outside, 'choix', 'choix')} sur {len(compared)}, {verb} au moins une région de "
        "l’intervalle de son rang de référence."
    )
