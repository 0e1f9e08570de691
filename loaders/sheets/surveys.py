"""« Perceptions » and « Alliances »: one published survey figure a row, with its value and its rank."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.naming import key, quote
from loaders.records import Measure, SurveyFigure
from loaders.sheets.lines import Line
from loaders.sheets.survey_columns import (
    check_rank,
    check_value,
    read_date,
    read_programme,
    read_rank,
    read_raw_rank,
    read_sample_size,
    read_standard_deviation,
)
from loaders.sheets.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class SurveySheet:
    """What is needed to type the figures of one of the two sheets."""

    sheet_key: str
    measures: dict[str, Measure]
    vocabulary: Vocabulary

    def read(self, line: Line) -> SurveyFigure:
        """Type one row; problems are recorded on the line's findings."""
        unit = line.text("unit")
        figure = line.figure("value", unit)
        measure = self._measure(line)
        check_value(line, figure, measure, unit)
        low, high = read_rank(line)
        domain, detail = self.vocabulary.domain(line), line.text("detail")
        if domain is not None and not detail:
            check_rank(line, high, len(set(self.vocabulary.domains.values())))
        size, at_least = read_sample_size(line)
        programme, date = read_programme(line), read_date(line)
        return SurveyFigure(
            figure_id=f"{self.sheet_key}-{line.number}",
            programme=programme,
            detail=detail,
            **line.texts("survey", "perimeter", "base", "subpopulation", "source", "remark"),
            wave=f"{programme} {date[:4] or '(date non publiée)'}",
            survey_date=date,
            actor_code=self.vocabulary.actor(line),
            region_codes=self.vocabulary.region_list(line),
            domain_code=domain,
            measure=measure.measure if measure else "",
            rank_low=low,
            rank_high=high,
            raw_value=figure.raw,
            raw_rank=read_raw_rank(line),
            unit=unit,
            sample_size=size,
            sample_at_least=at_least,
            standard_deviation=read_standard_deviation(line, measure, size),
            reliability=self.vocabulary.reliability(line),
            sheet=line.layout.sheet.name,
            row_number=line.number,
            cell=line.address("value"),
            rank_cell=line.address("rank"),
            **figure.published(),
        )

    def _measure(self, line: Line) -> Measure | None:
        text = line.text("measure")
        names = {key(name): item for item in self.measures.values() for name in (item.measure, item.label)}
        measure = names.get(key(text)) if text else None
        if measure is None:
            line.error(
                "measure",
                "mesure_inconnue",
                f"Mesure inconnue sur cette feuille\u202f: {quote(text)}.",
                f"Mesures possibles\u202f: {', '.join(self.measures)}.",
            )
        return measure
