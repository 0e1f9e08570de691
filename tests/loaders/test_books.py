"""The sheets that tests build by the short way are those that their file would give."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from loaders.file import workbook as reader
from tests.loaders.books import TABLE, Book, slim, to_bytes, to_sheets, whole

DAY = datetime.date(2026, 2, 7)
VALUES: list[tuple[Any, str]] = [
    (8.4, "General"), (8.4, "0.0%"), (0, "General"), (-3, "0.00"), (1e300, "General"), (10**25, "General"),
    (True, "General"), ("", "General"), (" ", "General"), ("'8,4", "@"), ("8,4\n(p)", "@"),
    ("#N/A", "General"), ("=1+1", "General"), (DAY, "dd/mm/yyyy"), (datetime.time(7, 2), "h:mm"),
    ("é\u0301 \u00a0☃", "General"),
]  # fmt: skip


def with_every_value() -> Book:
    book = slim()
    for row, (value, number_format) in enumerate(VALUES, 60):
        book[TABLE].set(row, 40, value, number_format)
    return book


def with_ordinary_values() -> Book:
    """Nothing here needs a file: the short way is taken."""
    book = with_every_value()
    grid = book[TABLE]
    for place, (value, _) in list(grid.cells.items()):
        if (
            isinstance(value, datetime.date | datetime.time)
            or str(value)[:1] in {"=", "#", ""}
            or value == 10**25
        ):
            grid.set(*place, None)
    return book


@pytest.mark.parametrize("made", [slim, whole, with_every_value, with_ordinary_values])
def test_the_short_way_gives_what_the_file_gives(made: Callable[[], Book]) -> None:
    assert to_sheets(made()) == reader.read(to_bytes(made())).sheets
