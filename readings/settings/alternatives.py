"""Each choice of the method alone, against our starting ones: which conclusions rest on a convention."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

from readings.settings.moves import OVERALL
from wording.lists import join
from wording.numbers import counted, plural


def alternatives(
    reference: pd.DataFrame, others: Iterable[tuple[str, pd.DataFrame]], code: str = OVERALL
) -> pd.DataFrame:
    """Compare the ranks of other methods with the reference's, one row a method, in their order.

    `reference`: a frame of `indicators.intervals` (its intervals are what a move is held against); `others`:
    the words of a choice and its frame of `indicators.index`; `code`: of an axis, or the whole. Columns:
    words, compared (regions ranked both times), moved, largest (places; <NA> when nothing is compared), who
    (tuple of region codes), outside (codes that leave their reference interval), first (codes ranked 1).
    """
    held = reference[(reference["among"] == "regions") & (reference["code"] == code)]
    held = held[["region_code", "rank", "low", "high"]]
    frame = pd.DataFrame([_row(words, held, _ranks(scores, code)) for words, scores in others])
    return frame.astype({"compared": "Int64", "moved": "Int64", "largest": "Int64"})


def changed(row: Mapping[Hashable, Any], names: Mapping[str, str]) -> dict[str, str]:
    """Say in words what one choice does, by column; `row` of `alternatives`, `names` of the regions by code.

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
    """Say how far the first place and the intervals hold whatever is chosen."""
    compared = frame[frame["compared"] > 0]
    outside = sum(bool(codes) for codes in compared["outside"])
    if not outside:
        return "Aucun de ces choix, pris seul, ne sort une région de l’intervalle de son rang de référence."
    verb = plural(outside, "pris seul, sort", "pris seuls, sortent")
    return (
        f"{counted(outside, 'choix', 'choix')} sur {len(compared)}, {verb} au moins une région de "
        "l’intervalle de son rang de référence."
    )


def _ranks(scores: pd.DataFrame, code: str) -> pd.DataFrame:
    return scores.loc[scores["code"] == code, ["region_code", "rank"]].rename(columns={"rank": "other"})


def _row(words: str, held: pd.DataFrame, other: pd.DataFrame) -> dict[str, object]:
    both = held.merge(other, on="region_code").dropna(subset=["rank", "other"])
    moves = (both["rank"] - both["other"]).abs()
    largest = int(moves.max()) if len(moves) else None
    out = (both["other"] < both["low"]) | (both["other"] > both["high"])
    return {
        "words": words,
        "compared": len(both),
        "moved": int((moves > 0).sum()),
        "largest": largest,
        "who": tuple(both.loc[(moves == largest) & (moves > 0), "region_code"]) if largest else (),
        "outside": tuple(both.loc[out.astype(bool), "region_code"]),
        "first": tuple(both.loc[both["other"] == 1, "region_code"]),
    }
