"""Each choice of the method alone, against our starting ones: how far it moves the ranks, and whom."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from indicators.draw_table import draw_table
from indicators.draws import computed, normalise, ranks
from indicators.intervals import PLAN, level_codes, unfolded
from indicators.method import Method
from indicators.score_table import WHOLE
from loaders.store import Store

COLUMNS = "choice compared moved mean largest who outside first".split()


def ranked(store: Store, method: Method) -> pd.DataFrame:
    """Return the rank of each region at each level by a method: region_code, code, rank (<NA> without score).

    The arithmetic of the draws, without noise: a dozen methods in the time that one takes by SQL. Raises
    `MethodError` where the edition cannot give the weights.
    """
    table = draw_table(store, method)
    values = normalise(table, np.nan_to_num(table.oriented)[:, :, None], method.normalisation)
    drawn = computed(table, method, values)
    frames = [
        unfolded(table.regions, level_codes(table, level), {"rank": ranks(getattr(drawn, scores), axis)})
        for among, level, scores, axis in PLAN
        if among == "regions"
    ]
    frame = pd.concat(frames, ignore_index=True)
    return frame.assign(rank=frame["rank"].where(frame["rank"] > 0).astype("Int64"))


def alternatives(
    reference: pd.DataFrame, others: Iterable[tuple[str, pd.DataFrame]], code: str = WHOLE
) -> pd.DataFrame:
    """Compare the ranks of other methods with the reference's, one row a method, in their order.

    `reference`: a frame of `indicators.intervals` (its intervals are what a move is held against); `others`:
    what names a choice and its ranks (`ranked`, or a frame of `indicators.index`); `code`: of an axis, or the
    whole. Columns: choice, compared (regions ranked both times), moved, mean (absolute move of those
    compared, in places; NaN when nothing is), largest (places; <NA> when nothing is compared), who (tuple of
    region codes), outside (codes that leave their reference interval), first (codes ranked 1).
    """
    held = reference[(reference["among"] == "regions") & (reference["code"] == code)]
    held = held[["region_code", "rank", "low", "high"]]
    rows = [_row(choice, held, _ranks(scores, code)) for choice, scores in others]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.astype({"compared": "Int64", "moved": "Int64", "largest": "Int64"})


def _ranks(scores: pd.DataFrame, code: str) -> pd.DataFrame:
    return scores.loc[scores["code"] == code, ["region_code", "rank"]].rename(columns={"rank": "other"})


def _row(choice: str, held: pd.DataFrame, other: pd.DataFrame) -> dict[str, object]:
    both = held.merge(other, on="region_code").dropna(subset=["rank", "other"])
    moves = (both["rank"] - both["other"]).abs()
    largest = int(moves.max()) if len(moves) else None
    out = (both["other"] < both["low"]) | (both["other"] > both["high"])
    return {
        "choice": choice,
        "compared": len(both),
        "moved": int((moves > 0).sum()),
        "mean": float(moves.mean()) if len(moves) else np.nan,
        "largest": largest,
        "who": tuple(both.loc[(moves == largest) & (moves > 0), "region_code"]) if largest else (),
        "outside": tuple(both.loc[out.astype(bool), "region_code"]),
        "first": tuple(both.loc[both["other"] == 1, "region_code"]),
    }
