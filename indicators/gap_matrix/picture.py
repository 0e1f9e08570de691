"""Which published figures one picture may show together: one wave, one measure, one figure a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

# From the most to the least telling, when two measures are published for as many places.
_PREFERRED = ("rang", "note_fragilite_sur_10", "part_priorite_pct")


@dataclass(frozen=True, slots=True)
class Picture:
    """The wave and the measure shown, their survey and sources; `others`: measures of the wave left out."""

    wave: str
    measure: str
    measure_label: str
    survey: str
    sources: tuple[str, ...]
    others: tuple[str, ...]


def pictured(gaps: pd.DataFrame) -> Picture | None:
    """Choose the pair that ranks in most regions, then covers most, has most figures, tells most, is latest.

    `gaps`: rows of `indicators.gap_signs.gaps`, of one actor. None when there is nothing by region.
    """
    if gaps.empty:
        return None
    pairs = [rows for _, rows in gaps.groupby(["wave", "measure"], sort=False)]
    best = max(pairs, key=_width)
    first = best.iloc[0]
    beside = gaps[(gaps["wave"] == first["wave"]) & (gaps["measure"] != first["measure"])]
    return Picture(
        wave=str(first["wave"]),
        measure=str(first["measure"]),
        measure_label=str(first["measure_label"]),
        survey=str(first["survey"]),
        sources=tuple(best["source"].drop_duplicates()),
        others=tuple(beside["measure_label"].drop_duplicates()),
    )


def of_picture(frame: pd.DataFrame, picture: Picture) -> pd.DataFrame:
    """Keep the rows of the picture; a place with two figures keeps the one on its own territory."""
    kept = frame[(frame["wave"] == picture.wave) & (frame["measure"] == picture.measure)]
    kept = kept.assign(elsewhere=kept["perimeter"] != "").sort_values("elsewhere", kind="stable")
    place = [name for name in ("among", "region_code", "domain_code") if name in kept]
    return kept.drop_duplicates(place).drop(columns="elsewhere").sort_index()


def _width(rows: pd.DataFrame) -> tuple[int, int, int, int, str]:
    first: Any = rows.iloc[0]
    measure = str(first["measure"])
    telling = len(_PREFERRED) - _PREFERRED.index(measure) if measure in _PREFERRED else 0
    ranked = rows.loc[rows["rank_gap_low"].notna(), "region_code"].nunique()
    return int(ranked), int(rows["region_code"].nunique()), len(rows), telling, str(rows["survey_date"].max())
