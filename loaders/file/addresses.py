"""A1 addresses: the language in which a finding says where it is."""

from openpyxl.utils import get_column_letter as letters
from openpyxl.worksheet.cell_range import CellRange

__all__ = ["address", "area", "letters"]


def address(row: int, column: int) -> str:
    """The A1 address of a cell given by its row and column, both counted from 1."""
    return f"{letters(column)}{row}"


def area(reference: str) -> int:
    """How many cells a reference such as `B2:C4` covers.

    Raises ValueError when it is not one that a sheet can hold, TypeError for whole columns or rows.
    """
    size = CellRange(reference).size
    return size["rows"] * size["columns"]
