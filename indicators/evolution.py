"""What changed between two waves, where one actor was asked the same of the same territory and domain."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from indicators.felt import everyone
from loaders.store import Store

# How the workbook says, in « Remarque », that the source gives a share and not the question asked.
UNPRINTED = "Intitulé exact de la question inconnu"
# The margin of a survey is told at 95 %, as surveys tell theirs: 1.96 standard errors.
_NORMAL = 1.96
# The largest standard deviation that answers between 0 and 10 can have (half of them at each end; Popoviciu).
_LARGEST_DEVIATION = 5.0
SAME = ["actor_code", "region_code", "perimeter", "domain_code", "measure"]
COLUMNS = (
    "actor_code region_code perimeter domain_code measure measure_label unit from_wave to_wave "
    "from_value to_value change change_low change_high stated_sign reason sampling_known sampling "
    "from_sample_size from_sample_at_least to_sample_size to_sample_at_least "
    "remark from_rank_low from_rank_high to_rank_low to_rank_high rank_change "
    "from_cell to_cell from_sheet to_sheet"
).split()
# What is read of each figure.
_READ = list(
    dict.fromkeys(
        [
            *SAME,
            *("value", "rank_low", "rank_high", "kind", "precision", "unit", "measure_label", "remark"),
            *("sample_size", "sample_at_least", "sampling_known", "standard_error", "sheet", "cell"),
        ]
    )
)


def evolution(store: Store, from_wave: str, to_wave: str) -> pd.DataFrame:
    """Return `evolved` of everyone."""
    return evolved(everyone(store), from_wave, to_wave)


def evolved(told: pd.DataFrame, from_wave: str, to_wave: str) -> pd.DataFrame:
    """Return one row an actor x territory (France included) x domain x measure published in both waves.

    Columns: `COLUMNS`. change = to - from, in `unit`, positive: felt more than before; change_low,
    change_high: what both roundings allow at most, and 1.96 standard errors around it. sampling says where
    these come from: 'publiee' (sizes and deviations are published; sampling_known), 'bornee' (of notes whose
    sizes alone are published, the deviation is taken at its largest, 5 on a scale of 0 to 10), 'inconnue' (no
    size: rounding alone is counted). A size that is only a lower bound counts as that bound. stated_sign
    ('positive' | 'negative' | 'nul' | 'indetermine') is stated when change is beyond its margin, both rounded
    to one decimal more than is published; equal, reason is 'a_la_limite', under it
    'intervalle_contient_zero'; 'valeur_absente' when only ranks are published. rank_change = from - to, in
    ranks, positive: climbed; missing unless both are single ranks. remark: of the figure whose question is
    not published, else of the first. Two figures for one and the same thing in a wave are left out: nothing
    says which is meant. `told`: rows of `felt.everyone`.
    """
    before, after = (_once(told.loc[told["wave"] == wave, _READ]) for wave in (from_wave, to_wave))
    pairs = before.merge(after, on=SAME, suffixes=("_from", "_to"))
    frame = pairs[SAME].assign(from_wave=from_wave, to_wave=to_wave)
    for name in ("measure_label", "unit"):
        frame[name] = pairs[f"{name}_to"]
    doubted = pairs["remark_to"].str.startswith(UNPRINTED)
    frame["remark"] = pairs["remark_to"].where(doubted, pairs["remark_from"])
    for name in ("value", "rank_low", "rank_high", "cell", "sheet"):
        frame[f"from_{name}"], frame[f"to_{name}"] = pairs[f"{name}_from"], pairs[f"{name}_to"]
    for name, end in product(("sample_size", "sample_at_least"), ("from", "to")):
        frame[f"{end}_{name}"] = pairs[f"{name}_{end}"]
    frame["sampling_known"] = pairs["sampling_known_from"] & pairs["sampling_known_to"]
    frame = frame.assign(**moved(pairs))
    frame["rank_change"] = _single(frame, "from") - _single(frame, "to")
    return frame[COLUMNS]


def moved(pairs: pd.DataFrame) -> dict[str, Any]:
    """Return change, change_low, change_high, sampling, stated_sign and reason of pairs of figures.

    `pairs`: value, precision (decimals published), kind ('note' | 'part'), sample_size and standard_error
    (both missing when not published), each with _from and _to. See `evolution`.
    """
    change = (pairs["value_to"] - pairs["value_from"]).round(9)
    margin = _margin(pairs)
    finest = pairs[["precision_from", "precision_to"]].max(axis=1).astype("float64")
    ends = {"change": change, "change_low": change - margin, "change_high": change + margin}
    return ends | {"sampling": _sampling(pairs)} | _signs(change, margin, finest)


def _once(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[~frame.duplicated(SAME, keep=False)]


def _single(frame: pd.DataFrame, end: str) -> pd.Series[Any]:
    """Return the ranks that are one number, not « 2 ou 3 »."""
    low = frame[f"{end}_rank_low"]
    return low.where((low == frame[f"{end}_rank_high"]).fillna(value=False))


def _errors(pairs: pd.DataFrame, end: str) -> pd.Series[Any]:
    """Return the standard error of a figure, or the largest it can be; missing without a sample size."""
    size = pairs[f"sample_size_{end}"].astype("float64")
    largest = (_LARGEST_DEVIATION * size**-0.5).where(pairs[f"kind_{end}"] == "note")
    return pairs[f"standard_error_{end}"].astype("float64").fillna(largest)


def _sampling(pairs: pd.DataFrame) -> list[str]:
    """Say what the sampling error of each pair rests on."""
    known = pairs["standard_error_from"].notna() & pairs["standard_error_to"].notna()
    bounded = _errors(pairs, "from").notna() & _errors(pairs, "to").notna()
    return [str(code) for code in np.select([known, bounded], ["publiee", "bornee"], "inconnue")]


def _margin(pairs: pd.DataFrame) -> pd.Series[Any]:
    """Return half the width of the interval: both roundings, and both sampling errors as far as known."""
    rounding = sum(0.5 * 10.0 ** -pairs[f"precision_{end}"].astype("float64") for end in ("from", "to"))
    errors = np.hypot(*(_errors(pairs, end).to_numpy() for end in ("from", "to")))
    return pd.Series(rounding + _NORMAL * np.nan_to_num(errors), index=pairs.index)


def _signs(change: pd.Series[Any], margin: pd.Series[Any], finest: pd.Series[Any]) -> dict[str, Any]:
    """State a sign beyond the margin; what the printed decimals cannot tell from it is at its edge."""
    steps = 10.0 ** (finest + 1)
    beyond = np.rint((change.abs() * steps).round(6)) - np.rint((margin * steps).round(6))
    signs = np.select(
        [(beyond > 0) & (change > 0), (beyond > 0) & (change < 0), (change == 0) & (margin == 0)],
        ["positive", "negative", "nul"],
        "indetermine",
    )
    reason = np.select(
        [change.isna(), (signs == "indetermine") & (beyond == 0), signs == "indetermine"],
        ["valeur_absente", "a_la_limite", "intervalle_contient_zero"],
        "",
    )
    return {"stated_sign": signs, "reason": reason}
