"""A survey as long CSV: one row a person who answered, or one a mean, become rows of « Perceptions ».

How to use it: `columns(data)` describes the file; `proposed(found, edition)` guesses what each column is; a
person corrects the `Matching`; `read(data, matching, edition)` gives the figures, or raises `SurveyRefused`
(a `WorkbookRefused`) whose findings name row and column. `loaders.survey.merge.with_survey` adds the figures
to an edition.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from loaders.edition import LoadedEdition
from loaders.findings import Finding
from loaders.records import SurveyFigure
from loaders.reference import build_reference
from loaders.survey import answers as answered
from loaders.survey import means as averaged
from loaders.survey.choices import check
from loaders.survey.figures import of_answers, of_means
from loaders.survey.findings import Remarks, SurveyRefused
from loaders.survey.guess import guess
from loaders.survey.matching import Kind, Matching
from loaders.survey.names import known_names
from loaders.survey.rows import Reader
from loaders.survey.table import CsvColumn, described, read_table
from loaders.tables import read_tables

__all__ = ["CsvColumns", "Kind", "Matching", "SurveyRefused", "SurveyRows", "columns", "proposed", "read"]


@dataclass(frozen=True, slots=True)
class CsvColumns:
    """What a file holds. `separator`, `encoding`: as found; `row_count`: without the headings."""

    separator: str
    encoding: str
    row_count: int
    columns: tuple[CsvColumn, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings, in order."""
        return tuple(column.heading for column in self.columns)


@dataclass(frozen=True, slots=True)
class SurveyRows:
    """The figures of a survey, ready for an edition.

    `figures`: means with their sample size and standard deviation (same unit), when they are known;
    `findings`: what was left out, and why; `sha256`: of the file and of its matching.
    """

    figures: tuple[SurveyFigure, ...]
    findings: tuple[Finding, ...]
    file_name: str
    sha256: str


def columns(data: bytes) -> CsvColumns:
    """Describe a file: how it is cut, and its columns with sample texts. Raises `SurveyRefused`."""
    table = read_table(data)
    return CsvColumns(table.separator, table.encoding, len(table.rows), described(table))


def proposed(found: CsvColumns, edition: LoadedEdition) -> Matching:
    """Guess what each column is from its heading and its samples; what is not recognised stays empty."""
    return guess(found.columns, known_names(edition))


def read(data: bytes, matching: Matching, edition: LoadedEdition, file_name: str = "") -> SurveyRows:
    """Read a survey: `edition` says which actors, regions, domains and measures exist.

    Answers become means (weighted when there are weights), with the number of answers and their standard
    deviation; a mean of fewer than `survey.figures.FEWEST` answers is left out and said. Nothing is computed
    for a territory that the file does not name. Raises `SurveyRefused`.
    """
    table = read_table(data)
    measure = check(matching, table.headings, edition)
    remarks = Remarks(table.headings)
    reader = Reader(table, matching, known_names(edition), remarks)
    reference = build_reference(read_tables())
    if matching.kind is Kind.ANSWERS:
        answers = answered.gather(reader, matching, measure, reference, remarks)
        remarks.refuse_if_any()
        figures = of_answers(answers, matching, measure, remarks)
    else:
        means = averaged.gather(reader, matching, measure, reference, remarks)
        remarks.refuse_if_any()
        figures = of_means(means, matching, measure, remarks)
    mark = hashlib.sha256(data + repr(matching).encode()).hexdigest()
    return SurveyRows(figures, remarks.sorted(), file_name, mark)
