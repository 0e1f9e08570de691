"""What is checked on the table of indicators as a whole: its columns and its codes."""

from __future__ import annotations

from loaders.file.addresses import address
from loaders.findings import Findings
from loaders.naming import quote
from loaders.records import Indicator
from loaders.sheets.layout import Layout
from loaders.sheets.row import IndicatorRow


def check_unknown_columns(layout: Layout, findings: Findings) -> None:
    """A column without a known title but full of numbers is a region we would lose: refused.

    Others are only listed.
    """
    known = {*layout.columns.values(), *layout.regions.values()}
    numbers: dict[int, int] = {}
    rows = {row for row, column in layout.sheet.cells if row > layout.header_row and column in known}
    for (row, column), cell in layout.sheet.cells.items():
        if row in rows and column not in known and isinstance(cell.value, int | float):
            numbers[column] = numbers.get(column, 0) + 1
    for column, count in sorted(numbers.items()):
        if count * 2 >= len(rows):
            findings.error(
                "region_inconnue",
                layout.sheet.name,
                address(layout.header_row, column),
                f"La colonne {quote(layout.unknown.get(column, ''))} contient des nombres, mais son titre "
                "n’est celui "
                "d’aucune région.",
                "Rétablir le titre, le déclarer dans la table des régions, ou retirer la colonne.",
            )


def check_codes(rows: tuple[IndicatorRow, ...], layout: Layout, findings: Findings) -> None:
    """Refuse two rows with one code, naming both."""
    first: dict[str, Indicator] = {}
    for row in rows:
        indicator = row.indicator
        other = first.setdefault(indicator.indicator_code.casefold(), indicator)
        if other is not indicator:
            findings.error(
                "code_double",
                indicator.sheet,
                address(indicator.row_number, layout.columns["code"]),
                f"Deux indicateurs ont le code {quote(indicator.indicator_code)}\u202f: lignes "
                f"{other.row_number} et "
                f"{indicator.row_number}.",
                "Donner à l’un des deux un INDICE qui n’existe pas encore.",
            )
