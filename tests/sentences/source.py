"""What the workbooks write themselves: their words are quoted as they stand, faults included."""

from __future__ import annotations

import re
from functools import cache

import openpyxl

from tests.sentences.visit import workbook
from wording.mentions import MENTION

# A code is never a quotation.
_CODE = re.compile(r"[a-z_]*")


@cache
def texts(data: str) -> frozenset[str]:
    """Return every text of a workbook, with its spaces as they are and made single."""
    book = openpyxl.load_workbook(workbook(data), read_only=True, data_only=True)
    found = {MENTION}
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            for value in row:
                if isinstance(value, str) and not _CODE.fullmatch(value):
                    found |= {value, " ".join(value.split())}
    return frozenset(found)


def quoted(text: str, start: int, end: int, data: str) -> bool:
    """Tell whether a part of a text stands inside words that the workbook writes."""
    return any(_covers(text, one, start, end) for one in texts(data) if end - start <= len(one))


def _covers(text: str, quotation: str, start: int, end: int) -> bool:
    at = text.find(quotation, max(0, end - len(quotation)))
    return 0 <= at <= start and end <= at + len(quotation)
