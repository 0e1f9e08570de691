"""Notes under, inside or beside a table: told apart from its rows, and said, so that nothing real is lost."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.cells.figures import read_figure
from loaders.cells.unreadable import Unreadable
from loaders.findings import Findings
from loaders.naming import quote, words
from loaders.records import RawCell
from loaders.sheets.lines import Line

# A row with something in one of these columns is a row of the table, complete or not.
_SURVEY = (
    "measure",
    "value",
    "rank",
    "actor",
    "regions",
    "domain",
    "sample_size",
    "standard_deviation",
    "reliability",
)
_INDICATOR = ("code", "domain")
_DECISIVE = {
    "territories": _INDICATOR,
    "past": _INDICATOR,
    "perceptions": _SURVEY,
    "alliances": _SURVEY,
}


def without_notes(lines: Iterable[Line], sheet_key: str, findings: Findings) -> Iterable[Line]:
    """The rows of the table; every row left aside as a note is said, with its text."""
    for line in lines:
        if is_sum(line, sheet_key):
            report_sum(line, findings)
        elif is_note(line, sheet_key):
            report_note(line, findings)
        else:
            yield line


def is_note(line: Line, sheet_key: str) -> bool:
    """True for a row that says something about the table instead of being one of its rows."""
    columns = _DECISIVE.get(sheet_key)
    if columns is None:
        cells = line.own_cells()
        return len(cells) == 1 and " " in cells[0].text.strip()
    return all(line.own(column) is None for column in columns) and not _has_figures(line)


# What heads a row of sums or means that somebody added under the table.
_SUMS = frozenset("total totaux somme sommes cumul ensemble moyenne moyennes mediane minimum maximum".split())
# A row with one of these is an indicator, whatever its label: « Total des naissances », in « naissances ».
_OF_AN_INDICATOR = ("code", "domain", "unit", "source")


def is_sum(line: Line, sheet_key: str) -> bool:
    """True for a row that adds up, or averages, the others: it is no indicator."""
    if _DECISIVE.get(sheet_key) is not _INDICATOR or any(line.text_as_is(name) for name in _OF_AN_INDICATOR):
        return False
    label = line.text_as_is("label") or line.text_as_is("criterion")
    return _names_a_sum(label) and _has_figures(line)


def _names_a_sum(label: str) -> bool:
    """True for « Total », « Sous-total », « Moyenne des régions », « Ensemble »."""
    told = words(label)
    return bool(_SUMS & set(told[:1])) or told[:2] == ["sous", "total"]


def report_sum(line: Line, findings: Findings) -> None:
    """Say which row is left aside because it only adds up the others."""
    column = "label" if line.text_as_is("label") else "criterion"
    findings.alert(
        "ligne_de_total",
        line.layout.sheet.name,
        line.address(column),
        f"La ligne {quote(line.text_as_is(column))} n’est pas lue\u202f: sans INDICE, domaine, unité ni "
        "source, elle paraît calculée sur les autres lignes.",
        "La retirer\u202f; si c’est un indicateur, écrire son unité et sa source.",
    )


def report_note(line: Line, findings: Findings) -> None:
    """Say which text is not a row of the table."""
    cell = line.own_cells()[0]
    findings.info(
        "note_du_tableau",
        cell.sheet,
        cell.cell,
        f"{quote(cell.text)} est pris pour une note\u202f: la ligne n’a ni code, ni domaine, ni chiffre.",
    )


def figure_cells(line: Line) -> list[str]:
    """The cells of the row that hold a figure, or a sign that stands for one, under a region or France."""
    return [cell.cell for cell in line.region_cells() if _is_figure(line, cell)]


def _has_figures(line: Line) -> bool:
    cells = line.region_cells()
    # Words under several regions, beside a label, are figures badly written: each will be an error.
    return any(_is_figure(line, cell) for cell in cells) or (len(cells) > 1 and line.own("label") is not None)


def _is_figure(line: Line, cell: RawCell) -> bool:
    if not isinstance(cell.value, str):
        return True
    try:
        read_figure(cell, line.text_as_is("unit"), line.reference)
    except Unreadable as problem:
        # « 8,4 quelque chose » is a figure badly written, « Source : Insee » is not.
        return problem.kind != "texte_au_lieu_d_un_nombre" or cell.text.lstrip()[:1].isdigit()
    return True
