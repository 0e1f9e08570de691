"""What a cell of a file may hold: a number, a flag, a text that no spreadsheet takes for a formula."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import pandas as pd

Cell: TypeAlias = bool | int | float | str | None

# What makes a spreadsheet compute a text instead of showing it, full-width forms included (OWASP, “CSV
# Injection”); blanks before it do not save the reader from every program.
_FORMULA = re.compile(r"[\s'\ufeff\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
# Tabs, line ends and other control characters: a cell is one line of text.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]+")


def cell(value: object) -> Cell:
    """Turn a value of a frame into what a cell holds; None when it is missing (never 0, never « nan »).

    Several values in one cell (codes of regions) are separated by spaces, as in the workbook.
    """
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, tuple | list | np.ndarray):
        return one_line(" ".join(map(str, value)))
    return None if value is None or value is pd.NA or value is pd.NaT else one_line(str(value))


def rows(frame: pd.DataFrame) -> Iterable[list[Cell]]:
    """Yield the rows of a frame as cells."""
    columns = [[cell(value) for value in frame[name]] for name in frame.columns]
    return map(list, zip(*columns, strict=True))


def one_line(text: str) -> str:
    """Write a text on one line: what would end a line or cannot be written in a file becomes a space."""
    return _CONTROLS.sub(" ", text)


def starts_formula(text: str) -> bool:
    """Say whether a spreadsheet could compute this text."""
    return _FORMULA.match(text) is not None
