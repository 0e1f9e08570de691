"""One sheet as read: its cells, its merged areas, what is hidden and what is crossed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.file.addresses import address
from loaders.naming import collapse
from loaders.records import RawCell

Place = tuple[int, int]
Area = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells by (row, column) from 1, and for each merged cell the one that holds its text.

    A cell that holds only spaces, or a formula that shows nothing, is not there; one that is wholly crossed
    out is in `struck` and nowhere else.
    """

    name: str
    cells: dict[tuple[int, int], RawCell]
    anchors: dict[tuple[int, int], tuple[int, int]]
    hidden: bool
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    struck: dict[tuple[int, int], RawCell]

    def at(self, row: int, column: int) -> RawCell | None:
        """The cell at this place; inside a merged area, the cell that holds the text of the area."""
        return self.cells.get(self.anchors.get((row, column), (row, column)))

    def is_merged(self, row: int, column: int) -> bool:
        """True when the place belongs to a merged area."""
        return (row, column) in self.anchors


def shown_sheet(
    name: str,
    cells: Mapping[Place, RawCell],
    merged: Sequence[Area],
    *,
    hidden: bool = False,
    hidden_rows: frozenset[int] = frozenset(),
    hidden_columns: frozenset[int] = frozenset(),
) -> Sheet:
    """Make a sheet of the cells of a file, without those that a merged area covers: nobody sees them."""
    areas = {
        (top, left): f"{address(top, left)}:{address(bottom, right)}" for left, top, right, bottom in merged
    }
    anchors = {
        (row, column): (top, left)
        for left, top, right, bottom in merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    own = {
        place: replace(cell, merged_range=areas[place]) if place in areas else cell
        for place, cell in sorted(cells.items())
        if anchors.get(place, place) == place
    }
    return Sheet(
        name=name,
        cells={place: cell for place, cell in own.items() if not _is_blank(cell)},
        anchors=anchors,
        hidden=hidden,
        hidden_rows=hidden_rows,
        hidden_columns=hidden_columns,
        struck={place: cell for place, cell in own.items() if cell.struck and cell.value is None},
    )


def _is_blank(cell: RawCell) -> bool:
    """True for spaces, for a formula that shows nothing, and for what is wholly crossed out."""
    if cell.value is None:
        return bool(cell.struck)
    return isinstance(cell.value, str) and not collapse(cell.value)
