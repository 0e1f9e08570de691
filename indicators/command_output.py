"""Frames as text for programs: CSV or JSON, numbers unrounded, missing values empty (or null), never NaN.

Every row says which edition it comes from, and whether that edition is fictional: a file that travels must
not lose it.
"""

from __future__ import annotations

import csv
import json
import math
from typing import TextIO

import numpy as np
import pandas as pd

from indicators.structure import Edition


def write(frame: pd.DataFrame, edition: Edition, output: str, stream: TextIO) -> None:
    """Write the rows as `csv` or `json`, each with its edition."""
    signed = frame.assign(
        edition=edition.file_name, edition_sha256=edition.sha256, fictional=edition.fictional
    )
    columns = list(signed.columns)
    rows = ([_plain(value) for value in row] for row in signed.itertuples(index=False, name=None))
    if output == "json":
        records = [dict(zip(columns, row, strict=True)) for row in rows]
        json.dump(records, stream, ensure_ascii=False, indent=1, allow_nan=False)
        stream.write("\n")
        return
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)


def _plain(value: object) -> object:
    """Return a value that JSON knows: numbers keep every digit, what is missing is None."""
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or value is pd.NA or (isinstance(value, float) and not math.isfinite(value)):
        return None
    return value if isinstance(value, bool | int | float) else str(value)


def _cell(value: object) -> object:
    """Return what a CSV cell holds: lists with spaces between, truth as `true` or `false`."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return " | ".join(map(str, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return value
