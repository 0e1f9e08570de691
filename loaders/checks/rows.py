"""Rows that are empty, incomplete, or copies of one another."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from loaders.checks.magnitude import written
from loaders.checks.spread import FEWEST_REGIONS
from loaders.findings import Findings
from loaders.naming import key
from loaders.reference import FRANCE, Reference
from loaders.sheets.row import IndicatorRow
from wording.lists import join
from wording.typography import quoted

# Two counts of departments may be equal; five figures in a row are a copy.
FEWEST_COPIES = 5


def check_empty(row: IndicatorRow, findings: Findings) -> None:
    """Say which row has a name and no figure at all."""
    if all(value.status == "missing" for value in row.values.values()):
        findings.alert(
            "ligne_vide",
            row.indicator.sheet,
            row.span,
            f"«\u00a0{row.indicator.label}\u00a0»\u202f: la ligne n’a aucune valeur.",
            "La compléter, ou la retirer si l’indicateur n’est pas publié.",
        )


def check_france(row: IndicatorRow, findings: Findings) -> None:
    """Say which row has figures for regions and none for France."""
    if row.france.status == "missing" and any(value.status in {"value", "range"} for value in row.regions):
        findings.alert(
            "france_absente",
            row.indicator.sheet,
            row.france.cell,
            f"«\u00a0{row.indicator.label}\u00a0»\u202f: les régions ont une valeur, la France n’en a pas.",
            "Saisir la valeur publiée pour la France, s’il y en a une.",
        )


def check_units(rows: tuple[IndicatorRow, ...], unit_cells: dict[str, str], findings: Findings) -> None:
    """Say which row of a score has figures and no unit: nothing then tells 0,082 from 8,2\u202f%."""
    for row in rows:
        one = row.indicator
        has_figures = any(value.status in {"value", "range"} for value in row.values.values())
        if has_figures and one.direction is not None and not one.unit:
            findings.alert(
                "unite_absente",
                one.sheet,
                unit_cells[one.indicator_code],
                f"{quoted(one.label)} compte dans un score et n’a pas d’unité\u202f: rien n’y "
                "distingue une fraction d’un pourcentage.",
                "Écrire l’unité de ses valeurs (%, €, pour 1\u202f000 hab.…), ou «\u00a0sans unité "
                "publiée\u00a0».",
            )


def each_once(rows: tuple[IndicatorRow, ...], findings: Findings) -> tuple[IndicatorRow, ...]:
    """Keep the first of the rows that say the same of one indicator, to the digit, and name the others."""
    first: dict[tuple[object, ...], IndicatorRow] = {}
    for row in rows:
        same = first.setdefault(_said(row), row)
        if same is not row:
            findings.alert(
                "ligne_en_double",
                row.indicator.sheet,
                row.span,
                f"«\u00a0{row.indicator.label}\u00a0» est saisi deux fois, avec les mêmes valeurs\u202f: "
                f"{same.span} et {row.span}. Il est montré une seule fois.",
                "Retirer la ligne en trop.",
            )
    return tuple(first.values())


def check_same_subject(rows: tuple[IndicatorRow, ...], findings: Findings) -> None:
    """Say which rows of a score have one label, one domain and one year under several codes."""
    same: defaultdict[tuple[str, str, str], list[IndicatorRow]] = defaultdict(list)
    for row in rows:
        one = row.indicator
        if one.domain_code is not None and one.direction is not None:
            same[key(one.label), one.domain_code, key(one.year)].append(row)
    for copies in same.values():
        if len(copies) > 1:
            places = join(f"{row.span} ({row.indicator.indicator_code})" for row in copies)
            findings.alert(
                "indicateur_en_double",
                copies[1].indicator.sheet,
                copies[1].span,
                f"{quoted(copies[0].indicator.label)} est saisi {len(copies)} fois pour le même domaine et "
                f"la même année, sous des codes différents\u202f: {places}. Chaque ligne compte.",
                "Retirer les lignes en trop, ou dire dans les libellés ce qui les distingue.",
            )


def _said(row: IndicatorRow) -> tuple[object, ...]:
    one = row.indicator
    figures = tuple((value.value, value.low, value.high, value.status) for value in row.values.values())
    about = (one.indicator_code.casefold(), one.label.casefold(), one.domain_code, one.direction, one.unit)
    return (*about, one.weight, one.year, figures)


def check_copied_rows(rows: tuple[IndicatorRow, ...], findings: Findings) -> None:
    """Say which rows hold exactly the same figures for every region."""
    same: defaultdict[tuple[Decimal | None, ...], list[IndicatorRow]] = defaultdict(list)
    for row in rows:
        same[tuple(value.value for value in row.regions)].append(row)
    for figures, copies in same.items():
        if len(copies) > 1 and len(set(figures)) >= FEWEST_COPIES:
            labels = join(f"«\u00a0{row.indicator.label}\u00a0»" for row in copies)
            findings.alert(
                "lignes_identiques",
                copies[1].indicator.sheet,
                copies[1].span,
                f"Mêmes valeurs dans toutes les régions pour {labels}.",
                "Vérifier qu’il ne s’agit pas d’une copie.",
            )


def check_copied_columns(rows: tuple[IndicatorRow, ...], reference: Reference, findings: Findings) -> None:
    """Say which two regions (or a region and France) hold the same figures on every row."""
    same: defaultdict[tuple[Decimal | None, ...], list[str]] = defaultdict(list)
    for region_code in sorted({code for row in rows for code in row.values}):
        same[tuple(row.values[region_code].value for row in rows)].append(region_code)
    for figures, codes in same.items():
        if len(codes) > 1 and len(set(figures)) >= FEWEST_COPIES:
            names = join("France" if code == FRANCE else reference.region_name(code) for code in codes)
            cell = rows[0].values[codes[1]].cell
            findings.alert(
                "colonnes_identiques",
                rows[0].indicator.sheet,
                cell,
                f"Mêmes valeurs sur toutes les lignes pour {names}.",
                "Vérifier qu’il ne s’agit pas d’une colonne copiée.",
            )


def check_errors(rows: tuple[IndicatorRow, ...], error_cells: dict[str, str], findings: Findings) -> None:
    """Say where an error of measure is larger than all that separates the regions: a unit, a comma."""
    for row in rows:
        error, spread = row.indicator.standard_error, _spread(row)
        if error is None or spread is None or error <= spread:
            continue
        findings.alert(
            "erreur_demesuree",
            row.indicator.sheet,
            error_cells[row.indicator.indicator_code],
            f"{quoted(row.indicator.label)}\u202f: l’erreur type ({written(error)}) dépasse tout ce qui "
            f"sépare les régions ({written(spread)}).",
            "Vérifier l’unité et la virgule\u202f: c’est l’erreur d’une valeur, dans l’unité de la ligne.",
        )


def _spread(row: IndicatorRow) -> Decimal | None:
    values = [value.value for value in row.regions if value.value is not None]
    return max(values) - min(values) if len(values) >= FEWEST_REGIONS else None


def check_weights(rows: tuple[IndicatorRow, ...], weight_cells: dict[str, str], findings: Findings) -> None:
    """Refuse a domain whose measured indicators all weigh nothing: its score would be a division by zero."""
    weights: defaultdict[str, Decimal] = defaultdict(Decimal)
    last: dict[str, IndicatorRow] = {}
    for row in rows:
        domain = row.indicator.domain_code
        if domain and row.indicator.weight is not None and row.indicator.direction is not None:
            weights[domain] += row.indicator.weight
            last[domain] = row
    for domain, weight in weights.items():
        if weight == 0:
            findings.error(
                "poids_nuls",
                last[domain].indicator.sheet,
                weight_cells[last[domain].indicator.indicator_code],
                f"Tous les indicateurs du domaine «\u00a0{domain}\u00a0» ont un poids nul.",
                "Donner un poids positif à l’un d’eux au moins.",
            )
