"""A survey as long CSV: one row a person who answered, or one a mean, become rows of « Perceptions ».

How to use it: `columns(data)` describes the file; `proposed(found, edition)` guesses what each column is; a
person corrects the `Matching`; `read(data, matching, edition)` gives the figures, or raises `SurveyRefused`
(a `WorkbookRefused`) whose findings name row and column. `loaders.survey.merge.with_survey` adds the figures
to an edition.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from loaders.edition import LoadedEdition
from loaders.findings import Finding
from loaders.naming import quote
from loaders.records import ROOM, SurveyFigure
from loaders.survey import answers, means, rooms
from loaders.survey.aside import LeftAside
from loaders.survey.choices import check
from loaders.survey.figures import figures_of
from loaders.survey.findings import Remarks, SurveyRefused
from loaders.survey.guess import guess
from loaders.survey.matching import Kind, Matching
from loaders.survey.names import known_names
from loaders.survey.rows import Reader
from loaders.survey.table import CsvColumn, CsvTable, described, read_table
from loaders.survey.whole import say_doubts
from wording.lists import join
from wording.numbers import counted

__all__ = ["CsvColumns", "Kind", "Matching", "SurveyRefused", "SurveyRows", "columns", "proposed", "read"]


@dataclass(frozen=True, slots=True)
class CsvColumns:
    """What a file holds. `separator`, `encoding`: as found; `row_count`: without the headings."""

    separator: str
    encoding: str
    row_count: int
    columns: tuple[CsvColumn, ...]
    table: CsvTable = field(repr=False)

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings, in order."""
        return tuple(column.heading for column in self.columns)


@dataclass(frozen=True, slots=True)
class SurveyRows:
    """The figures of a survey, ready for an edition.

    `figures`: means with their sample size and standard deviation (same unit), when they are known;
    `row_count`: rows of the file under its titles; `rows_aside`: those that count for nothing; `left_aside`:
    them and the answers that count for nothing, by reason; `findings`: the same, and what there is to say;
    `sha256`: of the file and of its matching.
    """

    figures: tuple[SurveyFigure, ...]
    row_count: int
    rows_aside: int
    left_aside: tuple[LeftAside, ...]
    findings: tuple[Finding, ...]
    file_name: str
    sha256: str
    of_room: bool = False


def columns(data: bytes) -> CsvColumns:
    """Describe a file: how it is cut, and its columns with sample texts. Raises `SurveyRefused`."""
    table = read_table(data)
    return CsvColumns(table.separator, table.encoding, len(table.rows), described(table), table)


def proposed(found: CsvColumns, edition: LoadedEdition) -> Matching:
    """Guess what each column is from its heading and what it holds; what is not recognised stays empty."""
    return guess(found.table, known_names(edition))


def read(
    data: bytes, matching: Matching, edition: LoadedEdition, file_name: str = "", *, described: bool = True
) -> SurveyRows:
    """Read a survey: `edition` says which actors, regions, domains and measures exist.

    Answers become means (weighted when there are weights), with the number of answers and their standard
    deviation; a mean of fewer than `survey.figures.FEWEST` answers is left aside and said, like the rows and
    the answers that cannot count. Nothing is computed for a territory that the file does not name.
    `described`: False to look at a survey without a name or a date. A file that says it is of a debate room
    is one, whatever its matching says. Raises `SurveyRefused`.
    """
    table = read_table(data)
    if rooms.of_room(table):
        matching = replace(matching, reliability=ROOM)
    measure = check(matching, table.headings, edition, described=described)
    remarks = Remarks(table.headings)
    reader = Reader(table, matching, known_names(edition), remarks)
    gather = answers.gather if matching.kind is Kind.ANSWERS else means.gather
    found = gather(reader, matching, measure, remarks)
    remarks.refuse_if_any()
    figures = figures_of(found, matching, measure, remarks)
    _say_former(reader, remarks)
    say_doubts(table, matching, remarks)
    mark = hashlib.sha256(data + repr(matching).encode()).hexdigest()
    aside = tuple(remarks.aside)
    found_in = (len(table.rows), remarks.aside.rows, aside, remarks.sorted(), file_name, mark)
    return SurveyRows(figures, *found_in, of_room=matching.of_room)


def _say_former(reader: Reader, remarks: Remarks) -> None:
    """Count the answers of people in a region of before 2016: they are people of today's region."""
    if reader.former:
        rows = counted(reader.former.total(), "ligne", "lignes")
        names = join(quote(name) for name in reader.former)
        remarks.info(
            "anciennes_regions", f"{rows} d’anciennes régions ({names}) comptées dans celles d’aujourd’hui."
        )
