"""The reference tables of data/reference: where things are and what codes mean, as data, not code."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from loaders.file.guard import refuse
from loaders.findings import WorkbookRefused
from wording.typography import quoted

DIRECTORY = Path(__file__).resolve().parent.parent / "data" / "reference"

_COLUMNS = {
    "regions": "region_code name name_in name_of name_the short_name number gender position",
    "region_aliases": "region_code alias",
    "actors": "actor_code label label_the position",
    "measures": "measure label sheet kind minimum maximum unit",
    "sheets": "sheet_key name aliases required",
    "columns": "sheet_key column_key header aliases required maximum_length",
    "missing_tokens": "token status scope reason usage",
    "value_marks": "mark meaning usage",
    "unit_words": "word unit",
    "relations": "kind result_code numerator_code denominator_code",
    "reliabilities": "reliability label",
    "survey_words": "kind text code",
    "corrections": "sheet cell indicator_code region_code published corrected reason date",
}
# What each holds, for a reader: a name of a file says nothing to one who has no files.
_WHAT = {
    "regions": "régions",
    "region_aliases": "autres noms des régions",
    "actors": "acteurs",
    "measures": "mesures des enquêtes",
    "sheets": "feuilles",
    "columns": "titres des colonnes",
    "missing_tokens": "signes d’une absence",
    "value_marks": "marques des valeurs",
    "unit_words": "mots des unités",
    "relations": "relations entre indicateurs",
    "reliabilities": "fiabilités",
    "survey_words": "mots des enquêtes",
    "corrections": "corrections déclarées",
}

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """All reference tables by name, each a list of rows of text, and the fingerprint of the whole."""

    rows: dict[str, list[Row]]
    sha256: str

    def __getitem__(self, name: str) -> list[Row]:
        return self.rows[name]


def read_tables(directory: Path = DIRECTORY) -> Tables:
    """Read every reference table; raises `WorkbookRefused` when one is missing or has other columns."""
    digest = hashlib.sha256()
    rows = {}
    for name in _COLUMNS:
        data = _bytes(directory, name)
        digest.update(name.encode() + b"\0" + data + b"\0")
        rows[name] = _rows(name, data)
    return Tables(rows, digest.hexdigest())


def _bytes(directory: Path, name: str) -> bytes:
    try:
        return (directory / f"{name}.csv").read_bytes()
    except OSError as error:
        raise _broken(name, "la table manque ou ne peut pas être lue") from error


def _rows(name: str, data: bytes) -> list[Row]:
    try:
        # Excel writes a byte order mark when it saves a CSV in UTF-8.
        reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        rows = [dict(row) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise _broken(name, "la table n’est pas un CSV en UTF-8 séparé par des virgules") from error
    expected = _COLUMNS[name].split()
    if list(reader.fieldnames or ()) != expected or any(None in row.values() or None in row for row in rows):
        raise _broken(name, "ses colonnes ne sont pas celles qui sont attendues")
    return rows


def _broken(name: str, what: str) -> WorkbookRefused:
    return refuse(
        "table_de_reference",
        f"Table de référence {quoted(_WHAT[name])} de l’application\u202f: {what}.",
        "Rétablir la version d’origine de cette table.",
    )
