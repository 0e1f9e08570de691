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
    best = widest(gaps, "measure", "rank_gap_low")
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


def pictured_on(gaps: pd.DataFrame, domain: str) -> Picture | None:
    """Choose among the figures on one domain; among all of them where it has none."""
    here = gaps[gaps["domain_code"] == domain]
    return pictured(here if len(here) else gaps)


def widest(rows: pd.DataFrame, kind: str, ranked: str) -> pd.DataFrame:
    """Keep the wave, measure and `kind` of the widest figures: the one rule of every page.

    `ranked`: the column that holds a rank where there is one. The rule is in the first line of `pictured`.
    """
    pairs = list(dict.fromkeys(["wave", "measure", kind]))
    ranks = rows[ranked].notna()
    read = rows[[*pairs, "region_code", "survey_date"]].assign(ranked=rows["region_code"].where(ranks))

    def width(pair: tuple[Any, pd.DataFrame]) -> tuple[int, int, int, int, str]:
        _, group = pair
        shown = str(group[kind].iloc[0])
        telling = len(_PREFERRED) - _PREFERRED.index(shown) if shown in _PREFERRED else 0
        latest = str(group["survey_date"].max())
        return group["ranked"].nunique(), group["region_code"].nunique(), len(group), telling, latest

    groups = read.groupby(pairs, sort=False)
    best = max(groups, key=width, default=None)
    return rows if best is None else rows.loc[best[1].index]


def one_a_place(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep one figure a place: the one on its own territory, else the first of the sheet."""
    place = [name for name in ("among", "region_code", "domain_code") if name in rows]
    order = rows[place].assign(elsewhere=rows["perimeter"] != "").sort_values("elsewhere", kind="stable")
    return rows.loc[order.drop_duplicates(place).index.sort_values()]


def of_picture(frame: pd.DataFrame, picture: Picture) -> pd.DataFrame:
    """Keep the rows of the picture; a place with two figures keeps the one on its own territory."""
    return one_a_place(frame[(frame["wave"] == picture.wave) & (frame["measure"] == picture.measure)])
