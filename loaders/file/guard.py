"""What is checked on a file before any spreadsheet library opens it: an `.xlsx` is a zip sent by a stranger.

Limits are generous for a workbook of regional indicators (ours: 64 kB, 155 rows on its longest sheet) and
small enough that a hostile file is refused in a second or two.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from loaders.file.contents import canonical
from loaders.findings import Finding, WorkbookRefused
from wording.numbers import counted, number

MAXIMUM_FILE_BYTES = 20_000_000
MAXIMUM_ENTRIES = 1_000
MAXIMUM_UNPACKED_BYTES = 300_000_000
# Sheets of numbers shrink 5 to 40 times; a bomb shrinks a thousand times.
MAXIMUM_RATIO = 200
SMALL_ENTRY_BYTES = 1_000_000

_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS_XLSX = (
    "Ouvrir le fichier dans Excel ou LibreOffice et l’enregistrer au format «\u00a0Classeur "
    "Excel (.xlsx)\u00a0»."
)

# What the standard library raises on a damaged or hostile archive (RuntimeError: encrypted entry).
ARCHIVE_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def refuse(kind: str, message: str, action: str, sheet: str = "", cell: str = "") -> WorkbookRefused:
    """The exception for a workbook refused for one single reason."""
    return WorkbookRefused([Finding("erreur", kind, sheet, cell, message, action)])


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open the workbook as a zip whose sizes are within limits; raises `WorkbookRefused`."""
    _check_size(data)
    _check_signature(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ARCHIVE_ERRORS as error:
        raise refuse(
            "archive_illisible",
            "Le fichier est endommagé ou incomplet\u202f: ce n’est pas un classeur .xlsx lisible.",
            "Reprendre le fichier d’origine, ou l’ouvrir dans Excel ou LibreOffice et l’enregistrer à "
            "nouveau.",
        ) from error
    _check_entries(archive.infolist())
    _check_is_xlsx(archive)
    return archive


def _check_size(data: bytes) -> None:
    if not data:
        raise refuse("fichier_vide", "Le fichier est vide.", "Reprendre le fichier d’origine.")
    if len(data) > MAXIMUM_FILE_BYTES:
        raise refuse(
            "fichier_trop_gros",
            f"Le fichier pèse plus de {number(MAXIMUM_FILE_BYTES // 1_000_000)} Mo.",
            "Retirer du classeur les images et les feuilles qui ne servent pas.",
        )


def _check_signature(data: bytes) -> None:
    if data.startswith(_OLE_SIGNATURE):
        raise _refuse_ole(encrypted=_ENCRYPTED in data)
    # A zip may legally start with other bytes; nothing that writes workbooks does.
    if not data.startswith(b"PK"):
        raise (
            _refuse_text()
            if _is_text(data)
            else refuse(
                "pas_un_classeur",
                "Le fichier n’est pas un classeur .xlsx (il n’en a que le nom).",
                _SAVE_AS_XLSX,
            )
        )


def _is_text(data: bytes) -> bool:
    """True for lines of cells without a sign of a page or of a program's file: a CSV, whatever its name."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    first = start.partition(b"\n")[0]
    return not start.lstrip().startswith((b"<", b"{", b"%")) and any(mark in first for mark in b";,\t")


def _refuse_text() -> WorkbookRefused:
    return refuse(
        "pas_un_classeur",
        "Le fichier est un texte en colonnes (CSV), pas un classeur .xlsx.",
        "Si c’est une enquête, la déposer dans la case «\u00a0Enquête (.csv)\u00a0»\u202f; sinon, "
        "l’ouvrir dans Excel "
        "ou LibreOffice et l’enregistrer au format «\u00a0Classeur Excel (.xlsx)\u00a0».",
    )


def _refuse_ole(*, encrypted: bool) -> WorkbookRefused:
    if encrypted:
        return refuse(
            "classeur_chiffre",
            "Le classeur est protégé par un mot de passe à l’ouverture.",
            "Retirer le mot de passe dans Excel (Fichier, Informations, Protéger le classeur) et "
            "enregistrer.",
        )
    return refuse("ancien_format", "Le fichier est à l’ancien format Excel (.xls).", _SAVE_AS_XLSX)


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAXIMUM_ENTRIES:
        raise refuse(
            "archive_suspecte",
            f"L’archive du classeur contient {counted(len(entries), 'fichier', 'fichiers')}, "
            f"au lieu de {number(MAXIMUM_ENTRIES)} au plus.",
            "Enregistrer le classeur à nouveau depuis Excel ou LibreOffice.",
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise _refuse_ole(encrypted=True)
    if sum(entry.file_size for entry in entries) > MAXIMUM_UNPACKED_BYTES or any(map(_is_bomb, entries)):
        raise refuse(
            "bombe_zip",
            "Une fois décompressé, le classeur serait démesuré («\u00a0bombe zip\u00a0»).",
            "Enregistrer le classeur à nouveau depuis Excel ou LibreOffice, sans lignes vides mises en "
            "forme.",
        )


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > SMALL_ENTRY_BYTES and entry.file_size > MAXIMUM_RATIO * max(
        entry.compress_size, 1
    )


def _check_is_xlsx(archive: zipfile.ZipFile) -> None:
    names = [canonical(name) for name in archive.namelist()]
    if len(names) != len(set(names)):
        raise refuse(
            "archive_suspecte",
            "L’archive du classeur contient deux fichiers du même nom.",
            "Enregistrer le classeur à nouveau depuis Excel ou LibreOffice.",
        )
    if "[content_types].xml" in names and any(name.rpartition("/")[2] == "workbook.xml" for name in names):
        return
    raise refuse("pas_un_classeur", f"Le fichier est {_other_kind(names)}.", _SAVE_AS_XLSX)


def _other_kind(names: list[str]) -> str:
    if "content.xml" in names:
        return "un classeur LibreOffice (.ods)"
    if "xl/workbook.bin" in names:
        return "un classeur Excel binaire (.xlsb)"
    return "une archive zip, pas un classeur .xlsx"
