"""A workbook to fill: the sheets the loaders read, lists of codes, a note on each heading, an example.

The example stands above the heading: the loaders read what is below it only, so that an example that nobody
removed never becomes a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.cells import Cell, one_line
from exports.sheets.forms import Column, Form, Number
from exports.sheets.properties import OPTIONS, declare, page
from exports.sheets.styles import Styles, styles
from exports.sheets.table import write_band, write_text
from exports.stamp import Stamp

READ_ME = "Lisez-moi"
EXAMPLE = "Exemple, jamais lu\u202f: seules les lignes sous les titres le sont."
# Headings stand on the fourth row, as in the published workbook.
HEADING, FIRST = 3, 4
_EXAMPLE_LABEL, _EXAMPLE_ROW = 1, 2
_LAST = 4_999
_WIDTH, _HEADING_HEIGHT = 18, 34
_CHOICE = "Choisir dans la liste"


def template_bytes(stamp: Stamp, read_me: Sequence[tuple[str, str]], forms: Sequence[Form]) -> bytes:
    """Write the sheet that explains (two columns of text) and the forms; same content, same bytes."""
    content = BytesIO()
    with Workbook(content, OPTIONS) as book:
        declare(book, stamp)
        looks = styles(book)
        front = book.add_worksheet(READ_ME)
        _write_front(front, looks, stamp, read_me)
        places = [(form, book.add_worksheet(form.name)) for form in forms]
        for form, place in places:
            _write_form(book, place, looks, form, stamp)
        for place in (front, *(place for _, place in places)):
            page(place, stamp)
    return content.getvalue()


def _write_front(place: Worksheet, looks: Styles, stamp: Stamp, read_me: Sequence[tuple[str, str]]) -> None:
    place.set_column(0, 0, 30)
    place.set_column(1, 1, 110)
    place.hide_gridlines(2)
    first = write_band(place, looks) if stamp.fictional else 0
    place.write_string(first, 0, stamp.title, looks.heading)
    for row, (label, text) in enumerate(read_me, start=first + 2):
        write_text(place, row, 0, one_line(label), looks, looks.label)
        write_text(place, row, 1, one_line(text), looks, looks.text)


def _write_form(book: Workbook, place: Worksheet, looks: Styles, form: Form, stamp: Stamp) -> None:
    if stamp.fictional:
        write_band(place, looks)
    else:
        place.write_string(0, 0, form.name, looks.heading)
    place.write_string(_EXAMPLE_LABEL, 0, EXAMPLE, looks.example)
    place.set_row(HEADING, _HEADING_HEIGHT)
    typed = book.add_format({"num_format": "@"})
    for number, column in enumerate(form.columns):
        place.set_column(number, number, _WIDTH, typed if column.text else None)
        place.write_string(_EXAMPLE_ROW, number, column.example, looks.example)
        place.write_string(HEADING, number, column.header, looks.header)
        place.write_comment(HEADING, number, column.note, {"x_scale": 2, "author": ""})
        _offer(place, number, column)
    _write_rows(book, place, looks, form)
    place.freeze_panes(FIRST, 0)


def _offer(place: Worksheet, number: int, column: Column) -> None:
    """Put a list under a heading; where several codes may stand, it helps and refuses nothing."""
    if column.choices:
        source = column.choices if isinstance(column.choices, str) else list(column.choices)
        place.data_validation(
            FIRST,
            number,
            _LAST,
            number,
            {
                "validate": "list",
                "source": source,
                "show_error": not column.several,
                "error_title": _CHOICE,
                "error_message": "Cette valeur n’est pas dans la liste.",
            },
        )


def _write_rows(book: Workbook, place: Worksheet, looks: Styles, form: Form) -> None:
    patterns: dict[str, Format] = {}
    for row, line in enumerate(form.rows, start=FIRST):
        for column, value in enumerate(line):
            if isinstance(value, Number):
                look = patterns.setdefault(value.pattern, book.add_format({"num_format": value.pattern}))
                place.write_number(row, column, value.value, look)
            else:
                _write_cell(place, row, column, value, looks)


def _write_cell(place: Worksheet, row: int, column: int, value: Cell, looks: Styles) -> None:
    if isinstance(value, str) and value:
        write_text(place, row, column, value, looks, looks.cell)
    elif isinstance(value, int | float):
        place.write_number(row, column, value, looks.number)
