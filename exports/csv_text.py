"""Tables as CSV: one for French spreadsheets, one for any other program."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from exports.cells import Cell, cell, rows, starts_formula

_BYTE_ORDER_MARK = "\ufeff"
# Binary fractions hold 15 decimal digits: 0.1 + 0.2 is written 0.3.
_DIGITS = 15


@dataclass(frozen=True)
class _Dialect:
    separator: str
    decimal: str
    true: str
    false: str


_FRENCH = _Dialect(";", ",", "oui", "non")
_PLAIN = _Dialect(",", ".", "true", "false")


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Write a frame for a double click in a French Excel or LibreOffice.

    UTF-8 with its mark, `;` between cells, decimal comma, « oui » or « non » for flags, an empty cell for
    what is missing. A text that a spreadsheet would compute gets an apostrophe before it.
    """
    return (_BYTE_ORDER_MARK + _text(frame, _FRENCH)).encode()


def plain_csv_bytes(frame: pd.DataFrame) -> bytes:
    """Write a frame for programs (RFC 4180): UTF-8, `,` between cells, decimal point, `true` or `false`.

    Apostrophes as in `csv_bytes`: such a file is opened in spreadsheets too.
    """
    return _text(frame, _PLAIN).encode()


def number_text(value: float) -> str:
    """Write a number with a point, the digits it has and never an exponent."""
    return np.format_float_positional(value, precision=_DIGITS, fractional=False, trim="-")


def _text(frame: pd.DataFrame, dialect: _Dialect) -> str:
    lines = [[cell(str(name)) for name in frame.columns], *rows(frame)]
    return "".join(
        dialect.separator.join(_written(value, dialect) for value in line) + "\r\n" for line in lines
    )


def _written(value: Cell, dialect: _Dialect) -> str:
    """Write one cell; texts are always between quotes, so that no other separator can cut them."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return dialect.true if value else dialect.false
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return number_text(value).replace(".", dialect.decimal)
    safe = f"'{value}" if starts_formula(value) else value
    return '"' + safe.replace('"', '""') + '"'
