"""What the reader changes of the figures of an edition: found once, then bound to the SQL steps.

A treated value is found here, by the arithmetic of the draws (`indicators.outliers`), and handed to the steps
as two ends or as the origin of a logarithm: SQL and draws cannot then disagree on what is extreme.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from indicators.arrays import Floats
from indicators.method import Method, MethodError, Outliers
from indicators.outliers import KURTOSIS, SKEWNESS, failing, logarithms_from, treated
from indicators.steps import chain, published
from indicators.structure import scored_indicators
from loaders.store import Store
from wording.typography import quoted

COLUMNS = "indicator_code region_code value treated moved skewness kurtosis left".split()


def bound(store: Store, method: Method) -> Mapping[str, object]:
    """Return what the steps up to `normalised` bind; nothing for a method that changes no figure.

    Raises `MethodError` for an indicator that no score of the edition rests on.
    """
    check_indicators(store, method)
    return {**turned(method), **_goalposts(method), **_treated(store, method)}


def turned(method: Method) -> Mapping[str, object]:
    """Return what the steps up to `observation` bind (`indicators.steps.published`)."""
    return {"flipped": list(method.flipped)} if method.flipped else {}


def check_indicators(store: Store, method: Method) -> None:
    """Refuse goalposts or a direction of an indicator that no score rests on; raises `MethodError`."""
    named = [*method.flipped, *(code for code, _, _ in method.goalposts)]
    known = set(scored_indicators(store)["indicator_code"]) if named else set()
    for code in named:
        if code not in known:
            raise MethodError(
                f"L’indicateur {quoted(code)} ne compte dans aucun score de ce classeur\u202f: "
                "retirez-le, ou prenez un code du dictionnaire."
            )


def flagged(store: Store, method: Method) -> pd.DataFrame:
    """Return every value of the indicators that fail the usual rule on outliers, treated or not.

    Columns: indicator_code, region_code, value, treated (unit of the indicator; a logarithm without unit
    where that is chosen; the value itself where nothing is), moved (whether winsorising changes it),
    skewness, kurtosis (of the values as published, as of a sample), left (whether the indicator
    fails the rule still). In the order of the workbook. An indicator that has goalposts is left out: they say
    already beyond what nothing counts. Raises `MethodError`.
    """
    check_indicators(store, method)
    rows = _failing(store, method)
    made = [_told(own, method) for _, own in rows.groupby("indicator_code", sort=False)]
    return pd.concat([rows.iloc[:0].assign(treated=0.0, moved=False, left=False), *made], ignore_index=True)[
        COLUMNS
    ]


def _told(own: pd.DataFrame, method: Method) -> pd.DataFrame:
    """Say what becomes of the values of one indicator."""
    after = treated(_column(own["oriented"]), method.outliers)
    changed = after[:, 0] != own["oriented"].to_numpy()
    return own.assign(
        skewness=own["skewness"] * own["direction"],
        treated=after[:, 0] * own["direction"],
        moved=changed & (method.outliers is Outliers.WINSORISED),
        left=bool(failing(after)[0]),
    )


def _column(values: pd.Series[Any]) -> Floats:
    return values.to_numpy(np.float64)[:, None]


def _failing(store: Store, method: Method) -> pd.DataFrame:
    named = {"bounded": [code for code, _, _ in method.goalposts]}
    rule = {"skewness": SKEWNESS, "kurtosis": KURTOSIS}
    return store.frame(chain(*published(method), last="outlier"), {**turned(method), **rule, **named})


def _goalposts(method: Method) -> Mapping[str, object]:
    if not method.goalposts:
        return {}
    codes, lows, highs = (list(column) for column in zip(*method.goalposts, strict=True))
    return {"goalpost_codes": codes, "goalpost_low": lows, "goalpost_high": highs}


def _treated(store: Store, method: Method) -> Mapping[str, object]:
    """Bind two ends, or the side and the origin of a logarithm, of each indicator that is treated."""
    if method.outliers is Outliers.KEPT:
        return {}
    columns = [
        (str(code), _column(values))
        for code, values in _failing(store, method).groupby("indicator_code", sort=False)["oriented"]
    ]
    codes = {"treated_codes": [code for code, _ in columns]}
    if method.outliers is Outliers.LOGARITHM:
        starts = [logarithms_from(values) for _, values in columns]
        return codes | {
            "treated_side": [float(side[0]) for side, _ in starts],
            "treated_origin": [float(origin[0]) for _, origin in starts],
        }
    ends = [treated(values, method.outliers) for _, values in columns]
    return codes | {
        "treated_low": [float(values.min()) for values in ends],
        "treated_high": [float(values.max()) for values in ends],
    }
