"""A workbook of results: what it is (« À propos »), notes, then one sheet a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pandas as pd
from xlsxwriter import Workbook

from exports.sheets.front import write_cover, write_notes
from exports.sheets.names import sheet_names
from exports.sheets.properties import OPTIONS, declare, page
from exports.sheets.styles import styles
from exports.sheets.table import Shown, write_table
from exports.stamp import Stamp

COVER, NOTES = "À propos", "Notes"


@dataclass(frozen=True)
class Sheet:
    """One table under its name. `note`: what it holds, one sentence, read on the cover.

    `shown`: the decimals that the cells of the source show, by sheet, cell and exact value; a « Valeur » that
    comes from one of them (« Feuille », « Cellule ») stays exact, and shows as many.

    The columns of `frame` are the headings as written; the one named « Statut » is coloured and worded.
    """

    name: str
    frame: pd.DataFrame
    note: str = ""
    shown: Shown = field(default_factory=dict)


def workbook_bytes(stamp: Stamp, sheets: Sequence[Sheet], notes: Sequence[str]) -> bytes:
    """Write a cover, the notes (one a line) and the sheets; same content, same bytes.

    Missing is an empty cell, never 0. Invented data say so at the top of every sheet and on every page
    printed.
    """
    content = BytesIO()
    with Workbook(content, OPTIONS) as book:
        declare(book, stamp)
        looks = styles(book)
        names = sheet_names([COVER, NOTES, *(sheet.name for sheet in sheets)])
        pages = [book.add_worksheet(name) for name in names]
        contents = list(zip(names[2:], (sheet.note for sheet in sheets), strict=True))
        write_cover(pages[0], looks, stamp, contents)
        write_notes(pages[1], looks, notes, fictional=stamp.fictional)
        for place, sheet in zip(pages[2:], sheets, strict=True):
            write_table(place, looks, sheet.frame, sheet.shown, fictional=stamp.fictional)
        for place in pages:
            page(place, stamp)
    return content.getvalue()
