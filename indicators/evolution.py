"""What changed between two waves, where one actor was asked the same of the same territory and domain."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from indicators.felt import everyone
from loaders.store import Store

# The 5–95 % interval of a normal, in standard errors.
_NORMAL = 1.6449
SAME = ["actor_code", "region_code", "perimeter", "domain_code", "measure"]
COLUMNS = (
    "actor_code region_code perimeter domain_code measure measure_label unit from_wave to_wave "
    "from_value to_value change change_low change_high stated_sign reason sampling_known "
    "from_rank_low from_rank_high to_rank_low to_rank_high rank_change from_cell to_cell from_sheet to_sheet"
).split()


def evolution(store: Store, from_wave: str, to_wave: str) -> pd.DataFrame:
    """Return one row an actor x territory (France included) x domain x measure published in both waves.

    Columns: `COLUMNS`. change = to - from, in `unit`, positive: felt more than before; change_low,
    change_high: what rounding allows at most, and the 5–95 % sampling interval around it when both sample
    sizes are published (sampling_known). stated_sign ('positive' | 'negative' | 'nul' | 'indetermine') is
    stated when that interval excludes 0, else reason is 'intervalle_contient_zero'; 'valeur_absente' when
    only ranks are published. rank_change = from - to, in ranks, positive: climbed; missing unless both are
    single ranks. Two figures for one and the same thing in a wave are left out: nothing says which is meant.
    """
    told = everyone(store)
    before, after = (_once(told[told["wave"] == wave]) for wave in (from_wave, to_wave))
    pairs = before.merge(after, on=SAME, suffixes=("_from", "_to"))
    frame = pairs[SAME].assign(from_wave=from_wave, to_wave=to_wave)
    for name in ("measure_label", "unit"):
        frame[name] = pairs[f"{name}_to"]
    for name in ("value", "rank_low", "rank_high", "cell", "sheet"):
        frame[f"from_{name}"], frame[f"to_{name}"] = pairs[f"{name}_from"], pairs[f"{name}_to"]
    change = (frame["to_value"] - frame["from_value"]).round(9)
    margin = _margin(pairs)
    frame = frame.assign(change=change, change_low=change - margin, change_high=change + margin)
    frame["sampling_known"] = pairs["sampling_known_from"] & pairs["sampling_known_to"]
    frame["rank_change"] = _single(frame, "from") - _single(frame, "to")
    return frame.assign(**_signs(frame))[COLUMNS]


def _once(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[~frame.duplicated(SAME, keep=False)]


def _single(frame: pd.DataFrame, end: str) -> pd.Series[Any]:
    """Return the ranks that are one number, not « 2 ou 3 »."""
    low = frame[f"{end}_rank_low"]
    return low.where((low == frame[f"{end}_rank_high"]).fillna(value=False))


def _margin(pairs: pd.DataFrame) -> pd.Series[Any]:
    """Return half the width of the interval: both roundings, and both sampling errors when both are known."""
    rounding = sum(0.5 * 10.0 ** -pairs[f"precision_{end}"].astype("float64") for end in ("from", "to"))
    errors = np.hypot(pairs["standard_error_from"].to_numpy(), pairs["standard_error_to"].to_numpy())
    return pd.Series(rounding + _NORMAL * np.nan_to_num(errors), index=pairs.index)


def _signs(frame: pd.DataFrame) -> dict[str, Any]:
    low, high = frame["change_low"].round(9), frame["change_high"].round(9)
    signs = np.select(
        [low > 0, high < 0, (low == 0) & (high == 0)], ["positive", "negative", "nul"], "indetermine"
    )
    reason = np.select(
        [frame["change"].isna(), signs == "indetermine"], ["valeur_absente", "intervalle_contient_zero"], ""
    )
    return {"stated_sign": signs, "reason": reason}
