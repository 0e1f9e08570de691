"""The two first sheets of a workbook of results: what it is, and how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from xlsxwriter.worksheet import Worksheet

from exports.cells import one_line
from exports.sheets.styles import Styles
from exports.sheets.table import write_band, write_text
from exports.stamp import Stamp

READING = (
    "Une cellule de nombre vide n’est jamais un zéro\u202f: la colonne «\u00a0Statut\u00a0» dit pourquoi.",
    "Rang 1\u202f: le plus fragile, ou le plus ressenti. Un rang se lit avec son intervalle.",
)

# A row of merged cells does not grow with its text: height of a line in points, letters it takes.
_TITLE, _SUBTITLE = (27, 75), (18, 125)


def write_cover(place: Worksheet, looks: Styles, stamp: Stamp, contents: Iterable[tuple[str, str]]) -> None:
    """Write title, subtitle, source, edition, mention, address, then what each sheet holds."""
    place.set_column(0, 0, 26)
    place.set_column(1, 1, 100)
    place.hide_gridlines(2)
    row = write_band(place, looks) if stamp.fictional else 0
    for text, look, (height, letters) in (
        (stamp.title, looks.title, _TITLE),
        (stamp.subtitle, looks.text, _SUBTITLE),
    ):
        if text:
            place.set_row(row, height * ceil(len(text) / letters))
            place.merge_range(row, 0, row, 1, "", look)
            place.write_string(row, 0, one_line(text), look)
            row += 1
    for label, text in (*_identity(stamp), ("", ""), *contents):
        write_text(place, row, 0, one_line(label), looks, looks.label)
        write_text(place, row, 1, one_line(text), looks, looks.text)
        row += 1


def write_notes(place: Worksheet, looks: Styles, notes: Sequence[str], *, fictional: bool) -> None:
    """Write the notes, one a line, after the one that goes with every workbook."""
    place.set_column(0, 0, 126)
    place.hide_gridlines(2)
    first = write_band(place, looks) if fictional else 0
    for row, note in enumerate((*READING, *notes), start=first):
        write_text(place, row, 0, one_line(note), looks, looks.text)


def _identity(stamp: Stamp) -> list[tuple[str, str]]:
    named = {
        "Lecture": stamp.convention,
        "Source": stamp.source,
        "Édition": stamp.edition,
        "Mention": stamp.mention,
        "Adresse de la vue": stamp.link,
    }
    return [(label, text) for label, text in named.items() if text]
