"""« Données territoriales »: one row an indicator, one column a region, labels merged or repeated at will."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.cells.figures import Figure
from loaders.checks.rows import each_once
from loaders.file.addresses import address
from loaders.findings import Findings
from loaders.naming import key, slug
from loaders.records import Indicator, IndicatorValue
from loaders.reference import ColumnSpec, Reference
from loaders.sheets.added_columns import (
    check_fractions,
    read_direction,
    read_error,
    read_weight,
    report_doubt,
)
from loaders.sheets.layout import Layout
from loaders.sheets.lines import Line, lines
from loaders.sheets.notes import figure_cells, is_note, is_sum, report_note, report_sum
from loaders.sheets.row import IndicatorRow
from loaders.sheets.vocabulary import Vocabulary
from loaders.sheets.whole_table import check_codes, check_unknown_columns

# Left to right: a text in one of them starts a new group for those on its right.
_GROUPS = ("axis", "dimension", "criterion")


def read_indicators(
    layout: Layout,
    specs: tuple[ColumnSpec, ...],
    reference: Reference,
    vocabulary: Vocabulary,
    findings: Findings,
) -> tuple[IndicatorRow, ...]:
    """Type every row of the table; problems are recorded in `findings`."""
    check_unknown_columns(layout, findings)
    rows = tuple(
        read_row(line, groups, vocabulary)
        for line, groups in _with_groups(lines(layout, specs, reference, findings), findings)
    )
    rows = each_once(rows, findings)
    check_codes(rows, layout, findings)
    if not rows:
        findings.error(
            "tableau_vide",
            layout.sheet.name,
            "",
            "Aucun indicateur sous la ligne d’en-tête.",
            "Rétablir les lignes du tableau.",
        )
    return rows


def _with_groups(all_lines: Iterator[Line], findings: Findings) -> Iterator[tuple[Line, dict[str, str]]]:
    """Each indicator line with its axis, dimension and criterion filled down.

    A line that holds only an axis or a dimension, above an indicator, is a heading: it names what follows.
    Any other line without a code, a domain or a figure is a note; a line of sums is left aside.
    """
    groups = dict.fromkeys(_GROUPS, "")
    headings: list[Line] = []
    for line in all_lines:
        if is_sum(line, "territories"):
            report_sum(line, findings)
            continue
        note = is_note(line, "territories")
        if not note:
            headings = []
        elif _is_heading(line):
            headings.append(line)
        else:
            report_note(line, findings)
            continue
        _fill_down(line, groups)
        if not note:
            yield line, dict(groups)
    for line in headings:
        report_note(line, findings)


def _is_heading(line: Line) -> bool:
    columns = {line.layout.columns[name]: line.specs[name] for name in ("axis", "dimension")}
    return all(
        cell.column_number in columns and len(cell.text) <= columns[cell.column_number].maximum_length
        for cell in line.own_cells()
    )


def _fill_down(line: Line, groups: dict[str, str]) -> None:
    for position, name in enumerate(_GROUPS):
        text = line.text(name) if line.own(name) else ""
        if text and text != groups[name]:
            groups.update(dict.fromkeys(_GROUPS[position:], ""))
        groups[name] = text or groups[name]


def read_row(line: Line, groups: dict[str, str], vocabulary: Vocabulary) -> IndicatorRow:
    """Type one row; `groups`: its axis, dimension and criterion, filled down (none: an earlier year's)."""
    unit = line.text("unit")
    figures = {code: line.figure_at(column, unit) for code, column in _in_sheet_order(line.layout)}
    check_fractions(line, unit, figures)
    indicator = _indicator(line, groups, unit, figures, vocabulary.domain(line))
    return IndicatorRow(
        indicator,
        {code: _value(line, indicator, code, figure) for code, figure in figures.items()},
        is_total=key(line.text("total")) == "total",
    )


def _in_sheet_order(layout: Layout) -> list[tuple[str, int]]:
    return sorted(layout.regions.items(), key=lambda item: item[1])


def _indicator(
    line: Line, groups: dict[str, str], unit: str, figures: dict[str, Figure], domain: str | None
) -> Indicator:
    published = line.text("code")
    # The criterion names the row only where it is written (or merged), never when it is filled down: figures
    # under the table must not become an indicator of the last criterion.
    label = line.text("label") or line.text("criterion")
    has_figures = any(figure.status != "missing" for figure in figures.values())
    if not label:
        _report_no_label(line)
    return Indicator(
        indicator_code=published.rstrip(". ") or slug(label),
        published_code=published,
        label=label,
        criterion=groups.get("criterion", ""),
        axis_label=groups.get("axis", ""),
        dimension=groups.get("dimension", ""),
        domain_code=domain,
        direction=read_direction(line, required=domain is not None and has_figures),
        unit=unit,
        weight=read_weight(line, required=domain is not None and has_figures),
        standard_error=read_error(line, unit),
        **line.texts("year", "source", "status_phare"),
        sheet=line.layout.sheet.name,
        row_number=line.number,
        decimals=max((figure.decimals for figure in figures.values()), default=0),
    )


def _report_no_label(line: Line) -> None:
    cells = figure_cells(line)
    holds = f"La ligne contient un chiffre en {cells[0]}" if cells else "La ligne a un code ou un domaine"
    line.error(
        "label",
        "indicateur_sans_nom",
        f"{holds}, mais pas de libellé.",
        "Lui donner un libellé, ou vider la ligne si elle n’est pas un indicateur.",
    )


def _value(line: Line, indicator: Indicator, region_code: str, figure: Figure) -> IndicatorValue:
    place = address(line.number, line.layout.regions[region_code])
    if figure.doubt:
        report_doubt(line, place, figure)
    return IndicatorValue(
        indicator_code=indicator.indicator_code,
        region_code=region_code,
        raw=figure.raw,
        sheet=indicator.sheet,
        cell=place,
        **figure.published(),
    )
