"""A CSV as people save it: its encoding, its separator and its headings are found, never asked.

Separated by `;`, `,`, tab or `|`. What is not such a file, or is beyond the limits, is refused in one
sentence.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from loaders.addresses import letters
from loaders.naming import collapse, quote
from loaders.survey.decoding import SAVE_AS_CSV, text_of
from loaders.survey.findings import refused
from wording.numbers import counted, number

MOST_ROWS = 50_000
MOST_COLUMNS = 300
LONGEST_TEXT = 2_000
_SEPARATORS = ";,\t|"
_SAMPLES = 5
# A reader of CSV refuses a longer cell; the separator shows long before.
_FIRST_LINE = 100_000
_DECLARED = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CsvColumn:
    """One column. `letter`: as a spreadsheet names it; `samples`: its first different texts, at most five."""

    heading: str
    letter: str
    filled: int
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A file as read. `rows`: (row number as a spreadsheet shows it, texts); one text a heading."""

    separator: str
    encoding: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(data: bytes) -> CsvTable:
    """Read a CSV; raises `SurveyRefused`."""
    text, encoding = text_of(data)
    declared = _DECLARED.match(text)
    separator = declared[1] if declared else _separator(text)
    rows = _rows(text, separator)[1 if declared else 0 :]
    if not rows:
        raise refused("fichier_vide", "Le fichier n’a aucune ligne.", SAVE_AS_CSV)
    width = max(len(texts) for _, texts in rows)
    headings = _headings(rows[0][1], rows[1:], width)
    kept = tuple((number, _padded(texts, len(headings))) for number, texts in rows[1:] if any(texts))
    _check_rows(kept, headings)
    return CsvTable(separator, encoding, headings, kept)


def described(table: CsvTable) -> tuple[CsvColumn, ...]:
    """Describe each column, in order, so that a person can say what it is."""
    return tuple(
        CsvColumn(
            heading,
            letters(place + 1),
            sum(1 for _, texts in table.rows if texts[place]),
            tuple(dict.fromkeys(texts[place] for _, texts in table.rows if texts[place]))[:_SAMPLES],
        )
        for place, heading in enumerate(table.headings)
    )


def _separator(text: str) -> str:
    """Find the separator that cuts the first line into the most columns; quotes are respected."""
    first = re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0][:_FIRST_LINE]
    counts = {mark: len(next(csv.reader([first], delimiter=mark), [])) for mark in _SEPARATORS}
    return max(counts, key=lambda mark: counts[mark])


def _rows(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """Cut the text into rows, with their numbers; empty rows before the headings are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        for position, texts in enumerate(reader, start=1):
            if rows or any(map(str.strip, texts)):
                rows.append((position, [collapse(item) for item in texts]))
            if len(rows) > MOST_ROWS + 1:
                break
    except csv.Error as error:
        raise refused(
            "csv_mal_forme",
            "Le fichier est mal formé (un guillemet n’est pas refermé, ou une cellule est démesurée).",
            SAVE_AS_CSV,
        ) from error
    return rows


def _headings(first: list[str], rows: list[tuple[int, list[str]]], width: int) -> tuple[str, ...]:
    """Name the columns; one without a heading is « Colonne C », or nothing when it holds nothing."""
    if width > MOST_COLUMNS:
        raise refused(
            "trop_de_colonnes",
            f"Le fichier a {counted(width, 'colonne', 'colonnes')}, au lieu de {MOST_COLUMNS} au plus.",
            "N’y garder que les colonnes utiles.",
        )
    texts = _padded(first, width)
    while (
        texts and not texts[-1] and not any(len(row) >= len(texts) and row[len(texts) - 1] for _, row in rows)
    ):
        texts = texts[:-1]
    named = tuple(text or f"Colonne {letters(place)}" for place, text in enumerate(texts, start=1))
    twice = next((text for place, text in enumerate(named) if text in named[:place]), None)
    if twice is not None:
        raise refused(
            "colonne_double", f"Deux colonnes ont le titre {quote(twice)}.", "Donner à chacune le sien."
        )
    if len(named) < 2:  # a value, and what it is about
        raise refused(
            "une_seule_colonne", "Le fichier n’a qu’une colonne, ou un séparateur inconnu.", SAVE_AS_CSV
        )
    return named


def _padded(texts: list[str] | tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*texts[:width], *[""] * (width - len(texts)))


def _check_rows(rows: tuple[tuple[int, tuple[str, ...]], ...], headings: tuple[str, ...]) -> None:
    if not rows:
        raise refused("fichier_vide", "Le fichier n’a que des titres.", "Y laisser les réponses.")
    if len(rows) > MOST_ROWS:
        raise refused(
            "trop_de_lignes",
            f"Le fichier a plus de {number(MOST_ROWS)} lignes.",
            "Importer des moyennes plutôt que des réponses, ou une région à la fois.",
        )
    longest = max(len(text) for _, texts in rows for text in texts)
    if max(longest, *map(len, headings)) > LONGEST_TEXT:
        raise refused("texte_trop_long", "Une cellule du fichier est démesurée.", "La raccourcir.")
