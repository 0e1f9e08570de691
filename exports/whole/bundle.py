"""The whole data as CSV files in one archive, with what any program and any reader needs to read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exports.csv_text import plain_csv_bytes
from exports.stamp import ZIP_DAY, Stamp
from exports.whole.book import notes
from exports.whole.content import tables
from exports.whole.method import method_text
from exports.whole.package import datapackage
from indicators.results import Results

DESCRIPTION = "datapackage.json"
_READABLE = 0o644 << 16
_FILES = (
    "datapackage.json\u202f: description des fichiers pour les programmes (norme Frictionless).",
    "*.csv\u202f: une table par fichier, en UTF-8, virgule entre les cellules, point décimal.",
    "dictionnaire*.csv\u202f: ce que contient chaque colonne.",
    "methode.md\u202f: ce qui est calculé, en mots et en formules.",
    "Une apostrophe est mise devant un texte qu’un tableur prendrait pour une formule.",
)


def bundle(results: Results, stamp: Stamp) -> bytes:
    """Write the archive; the same edition gives the same bytes."""
    mark = "_FICTIF" if stamp.fictional else ""
    files = {
        table: (
            f"{table.name}{mark}.csv",
            plain_csv_bytes(frame.set_axis([field.name for field in table.fields], axis="columns")),
        )
        for table, frame in tables(results).items()
    }
    return _archive(
        {
            DESCRIPTION: datapackage(stamp, files),
            "LISEZ-MOI.txt": _read_me(stamp, notes(results)),
            "methode.md": method_text(results.store).encode(),
            **dict(files.values()),
        }
    )


def _read_me(stamp: Stamp, known: Iterable[str]) -> bytes:
    about = [stamp.title, stamp.subtitle, *stamp.lines(), stamp.link]
    lines = [*(text for text in about if text), "", *_FILES, "", *known]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _archive(files: Mapping[str, bytes]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, ZIP_DAY)
            entry.external_attr = _READABLE
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
    return content.getvalue()
