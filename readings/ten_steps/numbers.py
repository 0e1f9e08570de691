"""The measures of a step, by name."""

from __future__ import annotations

import math

import pandas as pd


class Numbers:
    """The rows of `indicators.ten_steps.measures` of one step: a number by its name and code."""

    def __init__(self, rows: pd.DataFrame) -> None:
        keys = zip(rows["measure"], rows["code"], strict=True)
        self._values = dict(zip(keys, rows["value"].tolist(), strict=True))

    def count(self, name: str, code: str = "") -> int:
        """Return a whole number; `KeyError` for one that is not measured."""
        return int(self._values[name, code])

    def value(self, name: str, code: str = "") -> float | None:
        """Return a number, None where it cannot be computed."""
        found = self._values[name, code]
        return None if math.isnan(found) else float(found)

    def of(self, name: str) -> dict[str, float]:
        """Return a measure by code, those that cannot be computed left out."""
        mine = {code: value for (known, code), value in self._values.items() if known == name}
        return {code: value for code, value in mine.items() if not math.isnan(value)}
