"""Where a title that cannot be found most likely is: the cell that has to change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from loaders.file.addresses import address
from loaders.file.sheet import Sheet
from loaders.naming import key

# « Bretange » is at 0.88 of « Bretagne », « Grand Est 2019 » at 0.80 of « Grand Est », « Source » at 0.36 of
# « Corse ».
_LEAST_ALIKE = 0.75
_SHORTEST_INSIDE = 5


def likely_cell(
    sheet: Sheet,
    header_row: int,
    accepted: Iterable[str],
    unknown: Mapping[int, str],
    known: Iterable[int],
    *,
    numbers: bool = False,
) -> str:
    """The cell of the title to be corrected.

    The most like those accepted (keys), else a title over a column that holds something (numbers, when said),
    else the place of a title over such a column; without any, the range of the titles: the column is to be
    added there. `unknown`: column → title not recognised; `known`: columns recognised.
    """
    keys = {key(title): column for column, title in unknown.items()}
    for name in accepted:
        inside = [found for found in keys if len(name) >= _SHORTEST_INSIDE and name in found]
        alike = inside or get_close_matches(name, keys, 1, _LEAST_ALIKE)
        if alike:
            return address(header_row, keys[alike[0]])
    titled = sorted({*unknown, *known})
    filled = {
        column
        for (row, column), cell in sheet.cells.items()
        if row > header_row and (isinstance(cell.value, int | float) or not numbers)
    }
    for candidates in (filled & set(unknown), filled - set(titled)):
        if candidates:
            return address(header_row, min(candidates))
    return f"{address(header_row, titled[0])}:{address(header_row, titled[-1])}"
