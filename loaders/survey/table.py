"""A CSV as people save it: its encoding, its separator and its titles are found, never asked.

Separated by `;`, `,`, tab or `|`. What is not such a file, or is beyond the limits, is refused in one
sentence. Cells are kept as they are: a cell that nobody uses can refuse nothing.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from loaders.file.addresses import letters
from loaders.naming import collapse
from loaders.survey.decoding import MOST_BYTES, SAVE_AS_CSV, text_of
from loaders.survey.findings import refused
from loaders.survey.headings import heading_rows, names_of
from wording.numbers import counted, number, plural

MOST_ROWS = 50_000
MOST_COLUMNS = 1_000
_SEPARATORS = ";,\t|"
_SAMPLES = 5
_LONGEST_SAMPLE = 80
# Enough of a file to see its separator.
_START, _FIRST_ROWS = 200_000, 50
_DECLARED = re.compile(r"sep=([;,\t|])(?:\r\n?|\n)", re.IGNORECASE)

tidy = lru_cache(maxsize=8192)(collapse)


@dataclass(frozen=True, slots=True)
class CsvColumn:
    """One column. `letter`: as a spreadsheet names it; `samples`: its first different texts, at most five."""

    heading: str
    letter: str
    filled: int
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A file as read. `rows`: (row number as a spreadsheet shows it, cells); a short row has fewer cells.

    `titled`: how many columns there are up to the last one that has a title.
    """

    separator: str
    encoding: str
    heading_rows: int
    headings: tuple[str, ...]
    titled: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def texts(self, place: int) -> Iterator[str]:
        """Yield the texts of a column (from 0) on one line each, row after row."""
        return (tidy(cells[place]) if place < len(cells) else "" for _, cells in self.rows)


def read_table(data: bytes) -> CsvTable:
    """Read a CSV; raises `SurveyRefused`."""
    text, encoding = text_of(data)
    declared = _DECLARED.match(text)
    separator = declared[1] if declared else _separator(text)
    rows = _rows(text, separator)[1 if declared else 0 :]
    if not rows:
        raise refused("fichier_vide", "Le fichier n’a aucune ligne.", SAVE_AS_CSV)
    titles = heading_rows([cells for _, cells in rows[:5]])
    headings = names_of([cells for _, cells in rows[:titles]], _width(rows))
    kept = tuple((row, cells) for row, cells in rows[titles:] if any(map(str.strip, cells)))
    _check_rows(kept)
    _check_lengths(max(len(cells) for _, cells in rows[:titles]), kept)
    titled = max(_filled(cells) for _, cells in rows[:titles])
    return CsvTable(separator, encoding, titles, headings, titled, kept)


def described(table: CsvTable) -> tuple[CsvColumn, ...]:
    """Describe each column, in order, so that a person can say what it is."""
    found = []
    for place, heading in enumerate(table.headings):
        texts = Counter(text for text in table.texts(place) if text)
        samples = tuple(_sample(text) for text in islice(texts, _SAMPLES))
        found.append(CsvColumn(heading, letters(place + 1), texts.total(), samples))
    return tuple(found)


def _sample(text: str) -> str:
    shown = "".join(letter for letter in text if letter.isprintable())
    return shown if len(shown) <= _LONGEST_SAMPLE else f"{shown[:_LONGEST_SAMPLE]}…"


def _separator(text: str) -> str:
    """Find the separator that cuts the most of the first rows into one same number of columns.

    Quotes are respected: a line break or a separator inside a quoted title cuts nothing.
    """
    start = text.lstrip()[:_START]

    def agreement(mark: str) -> tuple[int, int]:
        rows = islice(csv.reader(io.StringIO(start, newline=""), delimiter=mark), _FIRST_ROWS)
        widths = Counter(len(cells) for cells in rows if len(cells) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    csv.field_size_limit(MOST_BYTES)
    return max(_SEPARATORS, key=agreement)


def _rows(text: str, separator: str) -> list[tuple[int, tuple[str, ...]]]:
    """Cut the text into rows, with their numbers; empty rows before the titles are left out."""
    # The limit is the whole process's; a file is never longer.
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        for position, cells in enumerate(reader, start=1):
            if rows or any(map(str.strip, cells)):
                rows.append((position, tuple(cells)))
            if len(rows) > MOST_ROWS + _FIRST_ROWS:
                break
    except csv.Error as error:
        raise refused(
            "csv_mal_forme", "Le fichier est mal formé (un guillemet n’est pas refermé).", SAVE_AS_CSV
        ) from error
    return rows


def _width(rows: list[tuple[int, tuple[str, ...]]]) -> int:
    """Count the columns up to the last one that holds something."""
    width = max(_filled(cells) for _, cells in rows)
    if width > MOST_COLUMNS:
        most = number(MOST_COLUMNS)
        raise refused(
            "trop_de_colonnes",
            f"Le fichier a {counted(width, 'colonne', 'colonnes')}, et {most} au plus se lisent.",
            "N’y garder que les colonnes utiles.",
        )
    if width < 2:  # a value, and what it is about
        raise refused(
            "une_seule_colonne", "Le fichier n’a qu’une colonne, ou un séparateur inconnu.", SAVE_AS_CSV
        )
    return width


def _filled(cells: tuple[str, ...]) -> int:
    """Count the cells up to the last one that holds something."""
    return max((place for place, text in enumerate(cells, start=1) if text.strip()), default=0)


def _check_lengths(titles: int, rows: tuple[tuple[int, tuple[str, ...]], ...]) -> None:
    """Refuse rows that hold more than there are places for titles: their cells may stand under another one.

    A spreadsheet writes a place for each title, an empty one too; « 7,5 » cut at its comma has none.
    """
    longer = [(row, cells) for row, cells in rows if len(cells) > titles and _filled(cells) > titles]
    if not longer:
        return
    first, cells = longer[0]
    where = f"dès la ligne {first}" if len(longer) > 1 else f"ligne {first}"
    raise refused(
        "lignes_decalees",
        f"{counted(len(longer), 'ligne a', 'lignes ont')} plus de cellules que de titres "
        f"({number(_filled(cells))} au lieu de {number(titles)}, {where})\u202f: une virgule décimale ou un "
        f"séparateur sans guillemets {plural(len(longer), 'la', 'les')} décale sans doute.",
        "Enregistrer le fichier en CSV avec le point-virgule, mettre entre guillemets les textes qui en "
        "contiennent un, ou donner un titre à chaque colonne.",
    )


def _check_rows(rows: tuple[tuple[int, tuple[str, ...]], ...]) -> None:
    if not rows:
        raise refused("fichier_vide", "Le fichier n’a que des titres.", "Y laisser les réponses.")
    if len(rows) > MOST_ROWS:
        raise refused(
            "trop_de_lignes",
            f"Le fichier a plus de {number(MOST_ROWS)} lignes.",
            "Importer des moyennes plutôt que des réponses, ou une région à la fois.",
        )
