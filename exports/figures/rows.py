"""How one number becomes a row, whatever figure it comes from."""

from __future__ import annotations

from typing import Any, TypeAlias

import pandas as pd
from pandas.api.typing import NAType

from exports.numbers import Status
from wording.lists import joined

Row = dict[str, Any]
Number: TypeAlias = float | NAType | None  # of a frame
RANK = "rang"
COMPUTED = "calcul à partir des indicateurs du classeur"
CROSSED = "calcul à partir des indicateurs et des enquêtes du classeur"


def noted(*parts: str) -> str:
    """Join what must be known of a number, each thing once: « non cité ; périmètre… »."""
    return joined(part for part in dict.fromkeys(parts) if part)


def one(value: Number) -> float | None:
    """Return a number, None where there is none."""
    return None if pd.isna(value) else float(value)


def text(value: str | None) -> str:
    """Return a text, `""` where there is none."""
    return "" if pd.isna(value) else str(value)


def ends(low: Number, high: Number) -> Row:
    """Return one number where both ends are the same, a range where they differ, nothing where one lacks."""
    least, most = one(low), one(high)
    if least is None or most is None:
        return missing()
    if least == most:
        return {"value": least}
    return {"low": least, "high": most, "status": Status.RANGE.value}


def placed(rank: Number, low: Number, high: Number) -> Row:
    """Return a rank with the interval it never goes without."""
    if pd.isna(rank):
        return missing() | {"unit": RANK}
    return {"value": one(rank), "low": one(low), "high": one(high), "unit": RANK}


def missing(note: str = "") -> Row:
    """Return what is not published: no number, and why."""
    return {"status": Status.MISSING.value} | ({"note": note} if note else {})


def valued(value: Number, unit: str) -> Row:
    """Return a number and its unit, or nothing where there is none."""
    known = one(value)
    return (missing() if known is None else {"value": known}) | {"unit": unit}
