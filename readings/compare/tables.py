"""The tables of a comparison: one column a region where there is room, one cell for all on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from indicators.vocabulary import RegionNames
from readings.compare.lines import Line
from wording.lists import joined

_FRANCE = "France"
SETTLED = "Plus fragile, mêmes calculs"


def values_table(
    lines: Iterable[Line], codes: Sequence[str], names: RegionNames, *, wide: bool
) -> pd.DataFrame:
    """Return one row an indicator: its words, the figure of each region and of France, the difference."""
    heads = [*_heads(codes, names), _FRANCE]
    rows = [
        {"Domaine et indicateur": line.title}
        | _cells(heads, (*line.figures, line.france), line.difference, wide=wide)
        for line in lines
    ]
    return pd.DataFrame(rows)


def ranks_table(
    ranks: pd.DataFrame, codes: Sequence[str], settled: Mapping[str, str], names: RegionNames, *, wide: bool
) -> pd.DataFrame:
    """Return one row a level (see `ranks.ranks`), the rank and interval of each compared region.

    `settled`: by level code, what the same draws say of two regions; `{}` for more.
    """
    heads = _heads(codes, names)
    rows = []
    for code, part in ranks.groupby("code", sort=False):
        words = part.set_index("region_code")["words"]
        figures = [str(words[region]) for region in codes]
        rows.append(
            {"Niveau": part["label"].iloc[0]}
            | (dict(zip(heads, figures, strict=True)) if wide else {"Rangs": _together(heads, figures)})
            | ({SETTLED: settled[str(code)]} if settled else {})
        )
    return pd.DataFrame(rows)


def _heads(codes: Sequence[str], names: RegionNames) -> list[str]:
    return [names[code].short_name for code in codes]


def _cells(heads: Sequence[str], figures: Sequence[str], difference: str, *, wide: bool) -> dict[str, str]:
    if wide:
        return dict(zip(heads, figures, strict=True)) | {"Différence": difference}
    return {"Valeurs et différence": f"{_together(heads, figures)}. Différence\u202f: {difference}"}


def _together(heads: Sequence[str], figures: Sequence[str]) -> str:
    return joined(f"{head} {figure}" for head, figure in zip(heads, figures, strict=True))
