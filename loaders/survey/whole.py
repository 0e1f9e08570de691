"""What a survey file as a whole makes doubtful: several years read as one, cells beyond the last title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.file.addresses import address
from loaders.naming import key, quote, words
from loaders.survey.findings import Remarks
from loaders.survey.matching import Matching
from loaders.survey.table import CsvTable
from wording.lists import join
from wording.numbers import counted, plural

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
# A column of when one answered, and not of when one was born or came.
_WHEN = frozenset(
    "annee annees date dates millesime vague vagues edition enquete programme horodateur year wave timestamp "
    "submitdate startdate datestamp".split()
)
_OTHER_TIMES = frozenset(
    "naissance birth naiss arrivee installation emmenagement creation embauche diplome construction "
    "adhesion election".split()
)
_MOST_YEARS = 10
_MOST = 0.5
_ONE_SURVEY = "Une seule enquête à la fois\u202f: "


def say_doubts(table: CsvTable, matching: Matching, remarks: Remarks) -> None:
    """Say what a person must look at before the figures are believed."""
    for heading, years in _columns_of_years(table):
        remarks.alert(
            "plusieurs_annees",
            "",
            f"La colonne {quote(heading)} dit plusieurs années ({join(years)}), lues ensemble.",
            f"{_ONE_SURVEY}ne garder que les lignes de l’une, si ce sont plusieurs enquêtes.",
        )
    if left := _of_other_years(table, matching):
        told = counted(len(left), "colonne d’une autre année n’est", "colonnes d’une autre année ne sont")
        remarks.alert(
            "autre_annee_non_lue",
            "",
            f"{told} pas {plural(len(left), 'lue', 'lues')}\u202f: {join(map(quote, left))}.",
            f"{_ONE_SURVEY}importer le fichier une seconde fois pour l’autre année.",
        )
    _say_beyond(table, remarks)


def _columns_of_years(table: CsvTable) -> Iterator[tuple[str, list[str]]]:
    """Yield each column that dates most rows in several years, few enough to be those of surveys."""
    for place, heading in enumerate(table.headings):
        said = {*words(heading)}
        if not said & _WHEN or said & _OTHER_TIMES:
            continue
        dated = [year[0] for text in table.texts(place) if (year := _YEAR.search(text))]
        years = sorted({*dated})
        if 1 < len(years) <= _MOST_YEARS and len(dated) > _MOST * len(table.rows):
            yield heading, years


def _of_other_years(table: CsvTable, matching: Matching) -> list[str]:
    """Return the columns left out whose title is, but for the year, that of one that is read."""
    read = [heading for heading in matching.columns() if _YEAR.search(heading)]
    subjects = {*map(_undated, read)}
    return [
        heading
        for heading in table.headings
        if _YEAR.search(heading) and heading not in read and _undated(heading) in subjects
    ]


def _undated(heading: str) -> str:
    return key(_YEAR.sub("", heading))


def _say_beyond(table: CsvTable, remarks: Remarks) -> None:
    """Say it when a few rows go on after the last title: a spreadsheet saves shifted rows so."""
    rows = [row for row, cells in table.rows if "".join(cells[table.titled : table.titled + 1]).strip()]
    if rows and len(rows) <= _MOST * len(table.rows):
        remarks.alert(
            "au_dela_des_titres",
            address(rows[0], table.titled + 1),
            f"{counted(len(rows), 'ligne continue', 'lignes continuent')} après le dernier titre\u202f: un "
            "séparateur sans guillemets les a peut-être décalées.",
            "Vérifier ces lignes, ou donner un titre à leur colonne.",
        )
