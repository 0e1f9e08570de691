"""What `python -m loaders values` prints: every typed value of an edition, one CSV line each.

Indicators come first, then their earlier years, then the survey sheets, in the order of the rows. In the
latter, `indicator_code` is `measure.domain.actor.wave`, such as
`note_fragilite_sur_10.emploi.citoyens.phare_2015` (« - » for what the source does not say), with `.2`, `.3`…
for further figures of one code, and `rang.` in front on the line of a published rank. `region_code` holds the
codes as published (« 93 94 »). Numbers use a point, no grouping. The file is data for programs: a text that
begins like a formula is not escaped (labels that begin with « = » are refused by the load).
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import TextIO

from loaders.edition import LoadedEdition
from loaders.naming import key, slug
from loaders.records import Indicator, IndicatorValue, PastValue, SurveyFigure

HEADER = "sheet cell indicator_code indicator region_code value low high status raw unit year".split()
RANK_UNIT = "rang"


def write_values(edition: LoadedEdition, stream: TextIO, sheet: str) -> int:
    """Write the CSV, of one sheet only when it is named (`""`: all); returns how many values were written."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADER)
    written = 0
    for row in _rows(edition):
        if not sheet or key(row[0]) == key(sheet):
            writer.writerow(row)
            written += 1
    return written


def _rows(edition: LoadedEdition) -> Iterator[list[str]]:
    yield from _indicator_rows(edition)
    yield from _survey_rows(edition, edition.perceptions)
    yield from _survey_rows(edition, edition.alliances)


def _indicator_rows(edition: LoadedEdition) -> Iterator[list[str]]:
    indicators = {indicator.indicator_code: indicator for indicator in edition.indicators}
    years = {(one.indicator_code, one.period): one.year for one in edition.years}
    for value in edition.values:
        indicator = indicators[value.indicator_code]
        yield _indicator_row(value, indicator, indicator.year)
    for past in edition.past:
        yield _indicator_row(past, indicators[past.indicator_code], years[past.indicator_code, past.period])


def _indicator_row(value: IndicatorValue | PastValue, indicator: Indicator, year: str) -> list[str]:
    return [
        value.sheet,
        value.cell,
        value.indicator_code,
        indicator.label,
        value.region_code,
        _plain(value.value),
        _plain(value.low),
        _plain(value.high),
        value.status,
        value.raw,
        indicator.unit,
        year,
    ]


def _survey_rows(edition: LoadedEdition, figures: tuple[SurveyFigure, ...]) -> Iterator[list[str]]:
    labels = {measure.measure: measure.label for measure in edition.measures}
    seen: Counter[str] = Counter()
    for figure in figures:
        code = _code(figure, seen)
        label = " – ".join(part for part in (labels[figure.measure], figure.detail) if part)
        numbers = [
            _plain(figure.value),
            _plain(figure.low),
            _plain(figure.high),
            figure.status,
            figure.raw_value,
        ]
        yield _survey_row(figure, figure.cell, code, label, [*numbers, figure.unit])
        if figure.raw_rank:
            rank = [*_rank(figure), figure.raw_rank, RANK_UNIT]
            yield _survey_row(figure, figure.rank_cell, f"rang.{code}", label, rank)


def _survey_row(figure: SurveyFigure, cell: str, code: str, label: str, numbers: list[str]) -> list[str]:
    return [figure.sheet, cell, code, label, " ".join(figure.region_codes), *numbers, figure.survey_date]


def _rank(figure: SurveyFigure) -> list[str]:
    """value, low, high, status of a published rank."""
    if figure.rank_low is None or figure.rank_high is None:
        return ["", "", "", "not_available"]
    if figure.rank_low == figure.rank_high:
        return [str(figure.rank_low), "", "", "value"]
    return ["", str(figure.rank_low), str(figure.rank_high), "range"]


def _code(figure: SurveyFigure, seen: Counter[str]) -> str:
    parts = (figure.measure, figure.domain_code or "-", figure.actor_code or "-", slug(figure.wave))
    code = ".".join(parts)
    seen[code] += 1
    return code if seen[code] == 1 else f"{code}.{seen[code]}"


def _plain(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")
