"""A survey that a visitor brings as CSV: its columns, what they can be, and the edition it gives."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa

from loaders.edition import LoadedEdition
from loaders.findings import WorkbookRefused
from loaders.reference import FRANCE
from loaders.survey.choices import FRAGILITY
from loaders.survey.door import CsvColumns, Kind, Matching, columns, proposed
from loaders.survey.door import read as read_rows
from loaders.survey.matching import LABELS
from loaders.survey.merge import with_survey
from pages.facade import brought
from pages.facade.brought import Outcome
from pages.tables import arrow
from wording.lists import join
from wording.numbers import counted

__all__ = ["ANSWERS", "KINDS", "Matching", "SurveyFile", "described", "opened", "options", "read", "samples"]

KINDS: Mapping[str, str] = {str(kind): label for kind, label in LABELS.items()}
ANSWERS = str(Kind.ANSWERS)


@dataclass(frozen=True)
class SurveyFile:
    """A file whose columns are to be matched; `base`: the edition it will be added to."""

    name: str
    data: bytes
    base: LoadedEdition
    found: CsvColumns
    proposal: Matching

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings, in order."""
        return self.found.headings


def opened(data: bytes, name: str, own: LoadedEdition | None) -> SurveyFile | str:
    """Look at a file: its columns and what they probably are; one sentence when it cannot be read.

    `own`: the workbook of the visitor it is added to; None: the public one.
    """
    if len(data) > brought.MAXIMUM_BYTES:
        return brought.TOO_LARGE
    try:
        base = own or brought.public()
        found = columns(data)
    except WorkbookRefused as refusal:
        return str(refusal)
    return SurveyFile(brought.safe_name(name), data, base, found, proposed(found, base))


def read(file: SurveyFile, matching: Matching) -> Outcome:
    """Add the survey to its base; a refusal lists rows and columns."""

    def loading() -> LoadedEdition:
        return with_survey(file.base, read_rows(file.data, matching, file.base, file.name))

    return brought.read(file.name, loading, file.base)


def described(file: SurveyFile) -> str:
    """Say what was found in a file."""
    columns = counted(len(file.headings), "colonne", "colonnes")
    return (
        f"{counted(file.found.row_count, 'ligne', 'lignes')} et {columns}, à ajouter à {file.base.file_name}."
    )


def samples(file: SurveyFile) -> pa.Table:
    """Return one row a column: heading, how many texts, the first ones."""
    rows = [
        (column.heading, str(column.filled), join(column.samples[:3]) or "aucun")
        for column in file.found.columns
    ]
    return arrow(pd.DataFrame(rows, columns=["Colonne", "Textes", "Exemples"]))


def options(base: LoadedEdition) -> dict[str, Mapping[str, str]]:
    """Return the words of each code a survey may be about: actors, regions, domains, measures."""
    return {
        "actor": {item.actor_code: item.label for item in base.actors},
        "region": {FRANCE: "France entière"} | {item.region_code: item.name for item in base.regions},
        "domain": {item.domain_code: item.short_label for item in base.domains},
        "measure": {item.measure: item.label for item in base.measures if item.kind == FRAGILITY},
    }
