"""Declared corrections: applied after loading, visible everywhere, and gone once the source is fixed."""

from __future__ import annotations

import datetime
from dataclasses import asdict, replace

from loaders.cells.figures import Figure, read_text
from loaders.cells.unreadable import Unreadable
from loaders.file.guard import refuse
from loaders.findings import Findings
from loaders.naming import collapse, quote
from loaders.records import Correction, CorrectionState, Declaration, IndicatorValue
from loaders.reference import Reference
from loaders.sheets.row import IndicatorRow

_TABLE = "la table des corrections"


def apply_corrections(
    rows: tuple[IndicatorRow, ...], reference: Reference, findings: Findings
) -> tuple[tuple[IndicatorValue, ...], tuple[Correction, ...]]:
    """All values with the declared corrections applied, and what became of each declaration.

    A declaration finds its figure by indicator and region, so that it survives rows and columns that move; it
    applies only while the cell still holds the published text. Raises `WorkbookRefused` when a declared value
    is unreadable.
    """
    values = {
        (value.indicator_code, value.region_code): value for row in rows for value in row.values.values()
    }
    units = {row.indicator.indicator_code: row.indicator.unit for row in rows}
    outcomes = []
    for declaration in reference.declarations:
        address = (declaration.indicator_code, declaration.region_code)
        value = values.get(address)
        if value is None:
            known = any(declaration.indicator_code == code for code, _ in values)
            outcomes.append(_not_found(declaration, findings, known=known))
        elif collapse(value.raw) != collapse(declaration.published):
            outcomes.append(_expired(declaration, value, findings))
        else:
            values[address] = _corrected(declaration, value, units[value.indicator_code], reference)
            outcomes.append(_applied(declaration, value, findings))
    return tuple(values.values()), tuple(outcomes)


def _corrected(
    declaration: Declaration, value: IndicatorValue, unit: str, reference: Reference
) -> IndicatorValue:
    figure = _declared_figure(declaration, unit, reference)
    return replace(
        value,
        **figure.published(),
        raw=declaration.corrected,
        corrected=True,
        published_raw=value.raw,
        correction_reason=declaration.reason,
    )


def _declared_figure(declaration: Declaration, unit: str, reference: Reference) -> Figure:
    problem = "fourchette mal formée"
    try:
        figure = read_text(declaration.corrected, unit, reference)
    except Unreadable as error:
        figure, problem = None, error.message
    if figure is None or figure.doubt:
        raise refuse(
            "correction_illisible",
            f"La correction déclarée {quote(declaration.corrected)} ne se lit pas\u202f: {problem}",
            f"La réécrire dans {_TABLE}.",
            declaration.sheet,
            declaration.cell,
        )
    return figure


def _applied(declaration: Declaration, value: IndicatorValue, findings: Findings) -> Correction:
    findings.info(
        "correction_appliquee",
        value.sheet,
        value.cell,
        f"Correction déclarée le {_day(declaration.date)}\u202f: {quote(value.raw)} est lu "
        f"{quote(declaration.corrected)}. "
        f"{declaration.reason}",
        "Elle s’annulera d’elle-même quand la source sera corrigée.",
    )
    return _outcome(declaration, value.sheet, value.cell, "appliquee")


def _day(date: str) -> str:
    """2026-11-21 as a French reader writes it."""
    return f"{datetime.date.fromisoformat(date):%d/%m/%Y}"


def _expired(declaration: Declaration, value: IndicatorValue, findings: Findings) -> Correction:
    findings.alert(
        "correction_perimee",
        value.sheet,
        value.cell,
        f"La source ne contient plus {quote(declaration.published)} mais {quote(value.raw)}\u202f: la "
        "correction déclarée "
        "n’est pas appliquée.",
        f"Retirer la déclaration de {_TABLE} si la source est corrigée.",
    )
    return _outcome(declaration, value.sheet, value.cell, "perimee")


def _not_found(declaration: Declaration, findings: Findings, *, known: bool) -> Correction:
    """Say it; without the indicator there is nothing to correct, as in most workbooks that visitors bring."""
    record = findings.alert if known else findings.info
    record(
        "correction_introuvable",
        declaration.sheet,
        declaration.cell,
        f"La correction déclarée pour l’indicateur {quote(declaration.indicator_code)}, région "
        f"{declaration.region_code}, ne trouve plus sa ligne.",
        f"Mettre à jour ou retirer la déclaration de {_TABLE}.",
    )
    return _outcome(declaration, declaration.sheet, declaration.cell, "introuvable")


def _outcome(declaration: Declaration, sheet: str, cell: str, state: CorrectionState) -> Correction:
    return Correction(**asdict(declaration) | {"sheet": sheet, "cell": cell, "state": state})
