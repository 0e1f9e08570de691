"""A survey that a visitor brings as CSV: its columns, what they can be, and the edition it gives."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd
import pyarrow as pa

from loaders.edition import LoadedEdition
from loaders.findings import WorkbookRefused
from loaders.reference import FRANCE
from loaders.survey.boxes import EMPTY_IS_NO
from loaders.survey.choices import FRAGILITY
from loaders.survey.door import CsvColumns, Kind, Matching, SurveyRows, columns, proposed
from loaders.survey.door import read as read_rows
from loaders.survey.matching import LABELS
from loaders.survey.merge import replaced, with_survey
from loaders.survey.rooms import APART
from loaders.survey.scale import SHARE, told
from pages.facade import current, own_workbook
from pages.facade.edition import OwnEdition
from pages.facade.own_workbook import Outcome
from pages.tables import arrow
from wording.lists import join
from wording.numbers import counted

__all__ = [
    "ANSWERS",
    "EMPTY_IS_NO",
    "KINDS",
    "PUBLIC",
    "SHARE",
    "Matching",
    "SurveyFile",
    "SurveyRows",
    "bases",
    "described",
    "edition",
    "opened",
    "options",
    "preview",
    "promised",
    "read",
    "renewed",
    "samples",
]

KINDS: Mapping[str, str] = {str(kind): label for kind, label in LABELS.items()}
ANSWERS = str(Kind.ANSWERS)
_MOST_MISSING = 4
PUBLIC = "les données publiques de l’Observatoire"


@dataclass(frozen=True)
class SurveyFile:
    """A file whose columns are to be matched; `public`: the public edition, as it was when last read."""

    name: str
    data: bytes
    public: LoadedEdition
    found: CsvColumns
    proposal: Matching

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings, in order."""
        return self.found.headings


def opened(data: bytes, name: str) -> SurveyFile | str:
    """Look at a file: its columns and what they probably are; one sentence when it cannot be read."""
    if len(data) > own_workbook.MAXIMUM_BYTES:
        return own_workbook.TOO_LARGE
    try:
        public = own_workbook.public()
        found = columns(data)
    except WorkbookRefused as refusal:
        return str(refusal)
    return SurveyFile(own_workbook.safe_name(name), data, public, found, proposed(found, public))


def bases() -> dict[str, OwnEdition | None]:
    """Return what a survey can be added to now, by the name to show; the first is what the visitor looks at.

    What was brought last counts as looked at, until the visitor goes back to the public data. None: those.
    """
    shown = current.shown()
    own = [item for item in (shown if shown and shown.training else None, current.mine()) if item]
    order = [None, *own] if current.has_left() else [*own, None]
    return {f"«\u00a0{item.name}\u00a0»" if item else PUBLIC: item for item in order}


def renewed(file: SurveyFile) -> SurveyFile:
    """Return the file with the public edition of this run, read again when it was replaced meanwhile."""
    if file.public.sha256 == current.public().store.sha256:
        return file
    try:
        return replace(file, public=own_workbook.public())
    except WorkbookRefused:
        return file


def edition(file: SurveyFile, own: OwnEdition | None) -> LoadedEdition:
    """Return what a survey is added to: a workbook of the visitor, or the public edition."""
    return own.loaded if own else file.public


def preview(file: SurveyFile, matching: Matching, own: OwnEdition | None) -> SurveyRows | list[str]:
    """Read the survey without adding it; what is missing or wrong, in sentences, when it cannot be read."""
    try:
        return read_rows(file.data, matching, edition(file, own), file.name)
    except WorkbookRefused as refusal:
        errors = [finding for finding in refusal.findings if finding.level == "erreur"]
        return [finding.sentence() for finding in errors[:_MOST_MISSING]]


def promised(rows: SurveyRows, onto: LoadedEdition) -> Iterator[str]:
    """Say, before the click, what the file gives, what is left aside, and what would give way."""
    places = {code for figure in rows.figures for code in figure.region_codes}
    domains = {figure.domain_code for figure in rows.figures}
    yield (
        f"{counted(len(rows.figures), 'chiffre', 'chiffres')} sur "
        f"{counted(len(places), 'territoire', 'territoires')} et "
        f"{counted(len(domains), 'domaine', 'domaines')}."
    )
    aside = f", dont {counted(rows.rows_aside, 'laissée', 'laissées')} de côté" if rows.rows_aside else ""
    yield f"{counted(rows.row_count, 'ligne lue', 'lignes lues')}{aside}."
    if rows.of_room:
        yield APART
    for left in rows.left_aside:
        yield f"Laissé de côté\u202f: {left.sentence()}."
    gone = join(item.sentence() for item in replaced(onto, rows))
    if gone:
        yield f"Remplacés par ce clic\u202f: {gone}."
    else:
        yield "Aucun chiffre n’est remplacé."


def read(file: SurveyFile, matching: Matching, own: OwnEdition | None) -> Outcome:
    """Add the survey to a workbook of the visitor, or to the public one; a refusal lists rows and columns."""

    def loading() -> LoadedEdition:
        onto = edition(file, own)
        return with_survey(onto, read_rows(file.data, matching, onto, file.name))

    return own_workbook.read(file.name, loading)


def described(file: SurveyFile) -> str:
    """Say what was found in a file."""
    columns = counted(len(file.headings), "colonne", "colonnes")
    return f"{counted(file.found.row_count, 'ligne', 'lignes')} et {columns}."


def samples(file: SurveyFile) -> pa.Table:
    """Return one row a column: heading, how many texts, the first ones."""
    rows = [
        (column.heading, str(column.filled), join(column.samples[:3]) or "aucun")
        for column in file.found.columns
    ]
    return arrow(pd.DataFrame(rows, columns=["Colonne", "Textes", "Exemples"]))


def options(file: SurveyFile) -> dict[str, Mapping[str, str]]:
    """Return the words of each code a survey may be about: actors, regions, domains, measures."""
    public = file.public
    return {
        "actor": {item.actor_code: item.label for item in public.actors},
        "region": {FRANCE: "France entière"} | {item.region_code: item.name for item in public.regions},
        "domain": {item.domain_code: item.short_label for item in public.domains},
        "measure": {item.measure: told(item) for item in public.measures if item.kind == FRAGILITY},
    }
