"""Reading the lines of a table: texts with the rules every text must obey, figures with their place."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from loaders.cells.figures import Figure, absent, read_figure, read_text
from loaders.cells.marks import without_marks
from loaders.cells.unreadable import Unreadable, without_value
from loaders.file.addresses import address
from loaders.file.number_format import exact
from loaders.findings import Findings
from loaders.naming import collapse, quote
from loaders.records import RawCell
from loaders.reference import ColumnSpec, Reference
from loaders.sheets.layout import Layout

# A tag, not a comparison: « < 25 ans » is fine, « <script> » and « </b> » are not.
MARKUP = re.compile(r"<\s*[/!?]?\s*[A-Za-z]")

# What is wrong with the cell rather than with what is written in it: the way out is the same in any column.
_OF_THE_CELL = frozenset(
    ("formule_sans_valeur", "date_au_lieu_d_un_nombre", "format_a_l_echelle", "nombre_en_exposant")
)


@dataclass(frozen=True)
class Line:
    """One row of a table, seen by column key.

    Texts that break a rule are recorded as errors and come out empty.
    """

    layout: Layout
    number: int
    specs: dict[str, ColumnSpec]
    reference: Reference
    findings: Findings

    def cell(self, column_key: str) -> RawCell | None:
        """The cell of a column; inside a merged area, the cell that holds its text."""
        return self.layout.sheet.at(self.number, self.layout.columns[column_key])

    def own(self, column_key: str) -> RawCell | None:
        """The cell of a column, unless its text comes from another column by a merged area."""
        return self._own_at(self.layout.columns[column_key])

    def own_cells(self) -> list[RawCell]:
        """The cells written on this very row, in the columns of the table."""
        sheet, number = self.layout.sheet, self.number
        columns = sorted({*self.layout.columns.values(), *self.layout.regions.values()})
        return [sheet.cells[number, column] for column in columns if (number, column) in sheet.cells]

    def region_cells(self) -> list[RawCell]:
        """The cells of this row, crossed out or not, in the columns of regions and of France."""
        sheet = self.layout.sheet
        found = [
            self._own_at(column) or sheet.struck.get((self.number, column))
            for column in self.layout.regions.values()
        ]
        return [cell for cell in found if cell is not None]

    def text_as_is(self, column_key: str) -> str:
        """The text of a column with no rule looked at: for a row that may be none of the table."""
        cell = self.own(column_key)
        return "" if cell is None else collapse(cell.text)

    def _own_at(self, column: int) -> RawCell | None:
        cell = self.layout.sheet.at(self.number, column)
        return cell if cell is not None and cell.column_number == column else None

    def address(self, column_key: str) -> str:
        """The A1 address of a column on this line."""
        return address(self.number, self.layout.columns[column_key])

    def text(self, column_key: str) -> str:
        """The text of a column on one line, "" when empty. A number is given as displayed (the year 2019)."""
        cell = self.cell(column_key)
        if cell is None:
            return ""
        problem = _problem(cell, self.specs[column_key].maximum_length)
        if problem is None:
            return without_marks(collapse(_as_text(cell)))
        # At the cell that holds the text: a merged label is one mistake, not one per row.
        self.findings.error(problem.kind, self.layout.sheet.name, cell.cell, problem.message, problem.action)
        return ""

    def texts(self, *column_keys: str) -> dict[str, Any]:
        """The texts of the columns that are kept as they are, by column key."""
        return {column_key: self.text(column_key) for column_key in column_keys}

    def figure(self, column_key: str, unit: str = "", *, way_out: str = "") -> Figure:
        """The figure of a column; a problem becomes an error and comes out not available, without text.

        `way_out`: what this column asks for, where the usual action is that of a published figure.
        """
        return self.figure_at(self.layout.columns[column_key], unit, way_out=way_out)

    def figure_at(self, column: int, unit: str, *, way_out: str = "") -> Figure:
        """The figure of a column given by its number. A merged one is an error: whose is it."""
        sheet = self.layout.sheet
        crossed = sheet.struck.get((self.number, column))
        if crossed is not None:
            return absent("not_available", crossed.struck, note="barré dans le classeur")
        if self._is_merged(column):
            self._error_at(
                column,
                "valeur_fusionnee",
                "La cellule fait partie d’une zone fusionnée\u202f: on ne sait pas à qui appartient sa "
                "valeur.",
                "Défusionner la zone et saisir la valeur dans chaque cellule où elle est publiée.",
            )
            return absent("not_available")
        try:
            return read_figure(sheet.at(self.number, column), unit, self.reference)
        except Unreadable as problem:
            action = problem.action if problem.kind in _OF_THE_CELL else way_out or problem.action
            self._error_at(column, problem.kind, problem.message, action)
            return absent("not_available")

    def read(self, column_key: str, text: str, unit: str) -> Figure:
        """The figure that a part of the text of a column is; a problem becomes an error, as in `figure`."""
        try:
            return read_text(text, unit, self.reference)
        except Unreadable as problem:
            self.error(column_key, problem.kind, problem.message, problem.action)
            return absent("not_available")

    def holds_text(self, column_key: str) -> bool:
        """True when the cell of this column is a text of its own (no number, no part of a merged area)."""
        cell = self.cell(column_key)
        return cell is not None and isinstance(cell.value, str) and not self._is_merged(cell.column_number)

    def _is_merged(self, column: int) -> bool:
        sheet = self.layout.sheet
        return sheet.is_merged(self.number, column) and sheet.at(self.number, column) is not None

    def error(self, column_key: str, kind: str, message: str, action: str) -> None:
        """Record an error on a cell of this line."""
        self._error_at(self.layout.columns[column_key], kind, message, action)

    def _error_at(self, column: int, kind: str, message: str, action: str) -> None:
        self.findings.error(kind, self.layout.sheet.name, address(self.number, column), message, action)


def lines(
    layout: Layout, specs: tuple[ColumnSpec, ...], reference: Reference, findings: Findings
) -> Iterator[Line]:
    """The rows under the header that hold something in a known column, top to bottom."""
    sheet = layout.sheet
    known = {*layout.columns.values(), *layout.regions.values()}
    by_key = {spec.column_key: spec for spec in specs}
    numbers = sorted({row for row, column in sheet.cells if row > layout.header_row and column in known})
    for number in numbers:
        yield Line(layout, number, by_key, reference, findings)


def report_ways(layout: Layout, findings: Findings) -> None:
    """Say once per sheet what is unusual: formulas, cells hidden or crossed out, unread columns."""
    sheet = layout.sheet
    read = {*layout.columns.values(), *layout.regions.values()}
    cells = [
        cell for (row, column), cell in sheet.cells.items() if row > layout.header_row and column in read
    ]
    formulas = [cell.cell for cell in cells if cell.formula and cell.value is not None]
    if formulas:
        findings.info(
            "formules",
            sheet.name,
            formulas[0],
            f"Des cellules contiennent une formule ({_some(formulas)})\u202f: c’est la valeur "
            "enregistrée qui "
            "est lue.",
        )
    hidden = [
        cell.cell
        for cell in cells
        if cell.row_number in sheet.hidden_rows or cell.column_number in sheet.hidden_columns or sheet.hidden
    ]
    if hidden:
        findings.info(
            "cellules_masquees", sheet.name, hidden[0], "Des cellules masquées sont lues comme les autres."
        )
    crossed = [cell.cell for cell in (*sheet.struck.values(), *cells) if cell.struck]
    if crossed:
        findings.alert(
            "texte_barre",
            sheet.name,
            crossed[0],
            f"Ce qui est barré dans le classeur n’est pas lu ({_some(crossed)}).",
            "Retirer la barre si la valeur est publiée\u202f; l’effacer si elle ne l’est plus.",
        )
    for column, header in sorted(layout.unknown.items()):
        place = address(layout.header_row, column)
        findings.info("colonne_inconnue", sheet.name, place, f"La colonne {quote(header)} n’est pas lue.")


def _as_text(cell: RawCell) -> str:
    """A number in a column of texts (the year 2019, the region 44) is its digits, whatever its format."""
    if isinstance(cell.value, int | float):
        return format(exact(cell.value), "f")
    return cell.text


def _some(cells: list[str]) -> str:
    shown = ", ".join(cells[:5])
    return shown if len(cells) <= 5 else f"{shown}…"


def _problem(cell: RawCell, maximum: int) -> Unreadable | None:
    """Why a cell cannot serve as a text, or None."""
    if cell.is_error or isinstance(cell.value, bool | datetime.date | datetime.time | datetime.timedelta):
        return Unreadable(
            "texte_attendu",
            f"La cellule contient {quote(cell.text)} là où un texte est attendu.",
            "Saisir le texte.",
        )
    if cell.value is None:
        return without_value(cell.formula)
    return _text_problem(cell.text, maximum)


def _text_problem(text: str, maximum: int) -> Unreadable | None:
    if len(text) > maximum:
        return Unreadable(
            "texte_trop_long",
            f"Le texte {quote(text)} compte {len(text)} caractères, au lieu de {maximum} au plus.",
            "Le raccourcir.",
        )
    # A sign that is only missing from our letters is no error: `checks.signs` says what is drawn instead.
    unwritten = [sign for sign in text if unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\r\t"]
    if unwritten:
        return Unreadable(
            "caractere_interdit",
            f"Le texte {quote(text)} contient un caractère invisible interdit (U+{ord(unwritten[0]):04X}).",
            "Le ressaisir.",
        )
    if MARKUP.search(text):
        return Unreadable(
            "balise", f"Le texte {quote(text)} contient une balise de page web.", "L’écrire sans balise."
        )
    if text.lstrip().startswith("="):
        return Unreadable(
            "texte_formule",
            f"Le texte {quote(text)} a la forme d’une formule.",
            "L’écrire sans signe égal.",
        )
    return None
