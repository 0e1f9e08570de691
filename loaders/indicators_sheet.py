"""« Données territoriales »: one row an indicator, one column a region, labels merged or repeated at will."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.addresses import address
from loaders.figures import Figure
from loaders.findings import Findings
from loaders.indicator_fields import check_fractions, read_direction, read_weight, report_doubt
from loaders.indicator_row import IndicatorRow
from loaders.indicator_table import check_codes, check_unknown_columns
from loaders.layout import Layout
from loaders.lines import Line, lines
from loaders.naming import key, slug
from loaders.records import Indicator, IndicatorValue
from loaders.reference import ColumnSpec, Reference

# Left to right: a text in one of them starts a new group for those on its right.
_GROUPS = ("axis", "dimension", "criterion")
_OWN_TEXTS = (
    "label",
    "status_phare",
    "source",
    "code",
    "year",
    "domain",
    "direction",
    "unit",
    "weight",
    "total",
)


def read_indicators(
    layout: Layout, specs: tuple[ColumnSpec, ...], reference: Reference, findings: Findings
) -> tuple[IndicatorRow, ...]:
    """Type every row of the table; problems are recorded in `findings`."""
    check_unknown_columns(layout, findings)
    rows = tuple(
        _read_row(line, groups) for line, groups in _with_groups(lines(layout, specs, reference, findings))
    )
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


def _with_groups(all_lines: Iterator[Line]) -> Iterator[tuple[Line, dict[str, str]]]:
    """Each indicator line with its axis, dimension and criterion filled down.

    A line that holds only an axis or a dimension is a heading: it names what follows and is no indicator.
    """
    groups = dict.fromkeys(_GROUPS, "")
    for line in all_lines:
        above = groups["criterion"]
        _fill_down(line, groups)
        # A criterion alone is an indicator still to be filled; repeated from the row above, it is only a
        # label.
        starts_criterion = line.text("criterion") not in {"", above}
        if starts_criterion or _holds_something(line):
            yield line, dict(groups)


def _fill_down(line: Line, groups: dict[str, str]) -> None:
    for position, name in enumerate(_GROUPS):
        text = line.text(name)
        if text and text != groups[name]:
            groups.update(dict.fromkeys(_GROUPS[position:], ""))
        groups[name] = text or groups[name]


def _holds_something(line: Line) -> bool:
    sheet = line.layout.sheet
    own = [line.layout.columns[name] for name in _OWN_TEXTS]
    return any((line.number, column) in sheet.cells for column in (*own, *line.layout.regions.values()))


def _read_row(line: Line, groups: dict[str, str]) -> IndicatorRow:
    unit = line.text("unit")
    figures = {code: line.figure_at(column, unit) for code, column in _in_sheet_order(line.layout)}
    check_fractions(line, unit, figures)
    indicator = _indicator(line, groups, unit, figures)
    return IndicatorRow(
        indicator,
        {code: _value(line, indicator, code, figure) for code, figure in figures.items()},
        is_total=key(line.text("total")) == "total",
    )


def _in_sheet_order(layout: Layout) -> list[tuple[str, int]]:
    return sorted(layout.regions.items(), key=lambda item: item[1])


def _indicator(line: Line, groups: dict[str, str], unit: str, figures: dict[str, Figure]) -> Indicator:
    published = line.text("code")
    # The criterion names the row only where it is written (or merged), never when it is filled down: a row of
    # sums added under the table must not become an indicator of the last criterion.
    label = line.text("label") or line.text("criterion")
    domain = line.text("domain") or None
    has_figures = any(figure.status != "missing" for figure in figures.values())
    if not label:
        line.error("label", "indicateur_sans_nom", "La ligne n’a pas de libellé.", "Lui donner un libellé.")
    return Indicator(
        indicator_code=published.rstrip(". ") or slug(label),
        published_code=published,
        label=label,
        criterion=groups["criterion"],
        axis_label=groups["axis"],
        dimension=groups["dimension"],
        domain_code=domain,
        direction=read_direction(line, required=domain is not None and has_figures),
        unit=unit,
        weight=read_weight(line, required=domain is not None and has_figures),
        year=line.text("year"),
        source=line.text("source"),
        status_phare=line.text("status_phare"),
        sheet=line.layout.sheet.name,
        row_number=line.number,
        decimals=max((figure.decimals for figure in figures.values()), default=0),
    )


def _value(line: Line, indicator: Indicator, region_code: str, figure: Figure) -> IndicatorValue:
    place = address(line.number, line.layout.regions[region_code])
    if figure.doubt:
        report_doubt(line, place, figure)
    return IndicatorValue(
        indicator_code=indicator.indicator_code,
        region_code=region_code,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        status=figure.status,
        decimals=figure.decimals,
        raw=figure.raw,
        sheet=indicator.sheet,
        cell=place,
    )
