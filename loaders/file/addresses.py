"""A1 addresses: the language in which a finding says where it is."""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?")


def letters(column: int) -> str:
    """The letters of a column: 1 → A, 27 → AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def address(row: int, column: int) -> str:
    """The A1 address of a cell given by its row and column, both counted from 1."""
    return f"{letters(column)}{row}"


def area(reference: str) -> int:
    """How many cells a reference such as `B2:C4` covers. Raises ValueError when it is not one."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(f"not a reference: {reference!r}")
    first_column, first_row, last_column, last_row = match.groups()
    width = abs(_column(last_column or first_column) - _column(first_column)) + 1
    height = abs(int(last_row or first_row) - int(first_row)) + 1
    return width * height


def _column(text: str) -> int:
    total = 0
    for letter in text.upper():
        total = total * 26 + ord(letter) - ord("A") + 1
    return total
