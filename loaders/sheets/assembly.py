"""The steps of a load, in order: find the tables, type them, refuse what is wrong, check what is left."""

from __future__ import annotations

from loaders.checks import (
    jumps,
    magnitude,
    past,
    relations,
    rows,
    shares,
    signs,
    spread,
    surveys,
    totals,
    unusual,
    vectors,
    years,
)
from loaders.file.addresses import address
from loaders.file.sheet import Sheet
from loaders.findings import Findings
from loaders.naming import quote
from loaders.records import Axis, Correction, Domain, IndicatorValue, Initiative, Source, SurveyFigure
from loaders.reference import FRANCE, Reference
from loaders.sheets.corrections import apply_corrections
from loaders.sheets.indicators import read_indicators
from loaders.sheets.layout import Layout, find_layout, find_sheets
from loaders.sheets.lines import Line, lines, report_ways
from loaders.sheets.lists import read_domains, read_initiatives, read_sources, report_unused_domains
from loaders.sheets.lost_titles import likely_cell
from loaders.sheets.marked_values import report_marked
from loaders.sheets.notes import without_notes
from loaders.sheets.past import PastRow, read_past
from loaders.sheets.row import IndicatorRow
from loaders.sheets.surveys import SurveySheet
from loaders.sheets.vocabulary import Vocabulary
from loaders.sheets.whole_table import check_unknown_columns
from wording.lists import join

_TERRITORIES, _PAST = "territories", "past"
# One column a region, each of them there.
_BY_REGION = (_TERRITORIES, _PAST)
_SURVEYS = ("perceptions", "alliances")


class Assembly:
    """Reads the sheets of one workbook.

    Raises `WorkbookRefused` as soon as a stage leaves an error behind.
    """

    def __init__(self, sheets: tuple[Sheet, ...], reference: Reference) -> None:
        self.reference = reference
        self.findings = Findings()
        self._layouts = self._find_layouts(sheets)
        signs.check_sheets((layout.sheet for layout in self._layouts.values()), self.findings)
        self.domains: tuple[Domain, ...]
        self.axes: tuple[Axis, ...]
        self.domains, self.axes = read_domains(self._lines("domains"))
        self._vocabulary = Vocabulary.of(reference, self.domains)
        self.sources: tuple[Source, ...] = read_sources(self._lines("sources"))
        self.initiatives: tuple[Initiative, ...] = read_initiatives(
            self._lines("initiatives"), self._vocabulary
        )
        self.surveys: dict[str, tuple[SurveyFigure, ...]] = {key: self._survey(key) for key in _SURVEYS}
        self.past: tuple[PastRow, ...] = ()

    def indicator_rows(self) -> tuple[IndicatorRow, ...]:
        """The indicators as published, once every general check has looked at them."""
        layout = self._layouts[_TERRITORIES]
        specs = self.reference.columns[_TERRITORIES]
        found = read_indicators(layout, specs, self.reference, self._vocabulary, self.findings)
        rows.check_weights(found, self._cells(found, layout, "weight"), self.findings)
        if "standard_error" in layout.columns:
            rows.check_errors(found, self._cells(found, layout, "standard_error"), self.findings)
        self.past = self._read_past(found, layout)
        self.findings.refuse_if_any()
        rows.check_units(found, self._cells(found, layout, "unit"), self.findings)
        written = self._cells(found, layout, "year")
        told = [(written[row.indicator.indicator_code], row.indicator.year) for row in found]
        years.check_years(told, layout.sheet.name, self.findings)
        self._check(found)
        return found

    def corrected(
        self, found: tuple[IndicatorRow, ...]
    ) -> tuple[tuple[IndicatorValue, ...], tuple[Correction, ...]]:
        """All values after the declared corrections, and the fate of each declaration."""
        values, corrections = apply_corrections(found, self.reference, self.findings)
        report_marked(values, self.findings)
        report_marked((value for one in self.past for value in one.row.values.values()), self.findings)
        return values, corrections

    def _find_layouts(self, sheets: tuple[Sheet, ...]) -> dict[str, Layout]:
        found = find_sheets(sheets, self.reference, self.findings)
        layouts = {}
        for sheet_key, specs in self.reference.columns.items():
            if sheet_key not in found:
                continue
            regions = self.reference.region_columns if sheet_key in _BY_REGION else {}
            layout = find_layout(found[sheet_key], specs, regions, self.findings)
            if layout is not None:
                layouts[sheet_key] = layout
                report_ways(layout, self.findings)
        for sheet_key in _BY_REGION:
            if sheet_key in layouts:
                self._check_regions(layouts[sheet_key])
        self.findings.refuse_if_any()
        return layouts

    def _check_regions(self, layout: Layout) -> None:
        """Every region, and France, must have its column: a lost header is a lost region."""
        expected = [FRANCE, *(region.region_code for region in self.reference.regions)]
        others = join(quote(header) for header in layout.unknown.values()) or "aucun"
        for region_code in expected:
            if region_code not in layout.regions:
                self.findings.error(
                    "region_absente",
                    layout.sheet.name,
                    likely_cell(
                        layout.sheet,
                        layout.header_row,
                        [name for name, code in self.reference.region_columns.items() if code == region_code],
                        layout.unknown,
                        [*layout.columns.values(), *layout.regions.values()],
                        numbers=True,
                    ),
                    f"Pas de colonne pour {self.reference.region_name(region_code)} ({region_code}). "
                    "Titres non "
                    f"reconnus\u202f: {others}.",
                    "Rétablir le titre de la colonne, ou le déclarer dans la table des régions.",
                )

    def _read_past(self, found: tuple[IndicatorRow, ...], layout: Layout) -> tuple[PastRow, ...]:
        """The earlier years; none in a workbook that keeps none."""
        if _PAST not in self._layouts:
            return ()
        check_unknown_columns(self._layouts[_PAST], self.findings)
        return read_past(self._lines(_PAST), found, layout, self._vocabulary)

    def _lines(self, sheet_key: str) -> list[Line]:
        specs = self.reference.columns[sheet_key]
        found = lines(self._layouts[sheet_key], specs, self.reference, self.findings)
        return list(without_notes(found, sheet_key, self.findings))

    def _survey(self, sheet_key: str) -> tuple[SurveyFigure, ...]:
        measures = {
            measure.measure: measure
            for measure in self.reference.measures
            if measure.sheet in {"", sheet_key}
        }
        sheet = SurveySheet(sheet_key, measures, self._vocabulary)
        figures = tuple(sheet.read(line) for line in self._lines(sheet_key))
        labels = {domain.domain_code: domain.short_label for domain in self.domains}
        kept = surveys.check_surveys(figures, self.findings, labels)
        layout = self._layouts[sheet_key]
        told = [(address(one.row_number, layout.columns["date"]), one.survey_date) for one in kept]
        years.check_years(told, layout.sheet.name, self.findings)
        vectors.check_vectors(kept, self.findings)
        jumps.check_jumps((), kept, self.findings, labels)
        report_marked(kept, self.findings)
        return kept

    @staticmethod
    def _cells(found: tuple[IndicatorRow, ...], layout: Layout, column_key: str) -> dict[str, str]:
        column = layout.columns[column_key]
        return {row.indicator.indicator_code: address(row.indicator.row_number, column) for row in found}

    def _check(self, found: tuple[IndicatorRow, ...]) -> None:
        for row in (*found, *(one.row for one in self.past)):
            self._check_row(row)
        past.check_copies(found, self.past, self.findings)
        relations.check_relations(found, self.reference, self.findings)
        rows.check_same_subject(found, self.findings)
        rows.check_copied_rows(found, self.findings)
        rows.check_copied_columns(found, self.reference, self.findings)
        measured = {row.indicator.domain_code or "" for row in found if row.indicator.direction is not None}
        domains = self._layouts["domains"].sheet.name
        report_unused_domains(self.domains, measured, domains, self.findings)

    def _check_row(self, row: IndicatorRow) -> None:
        rows.check_empty(row, self.findings)
        rows.check_france(row, self.findings)
        totals.check_total(row, self.reference, self.findings)
        spread.check_spread(row, self.reference, self.findings)
        asked = magnitude.check_magnitude(row, self.findings)
        unusual.check_unusual(row, asked, self.reference, self.findings)
        shares.check_shares(row, self.findings)
        shares.check_benchmark(row, self.findings)
