"""The bytes of a CSV as text: UTF-8, UTF-16 with or without its mark, else Windows-1252, Mac or DOS.

A character that cannot be read, or that hides, stays in its cell: it matters only where that cell is used.
A file made of such characters is no text, and is refused.
"""

from __future__ import annotations

import re
import unicodedata

from loaders.survey.findings import refused
from wording.numbers import number

MOST_BYTES = 20_000_000
SAVE_AS_CSV = "L’enregistrer depuis le tableur au format «\u00a0CSV UTF-8\u00a0»."
_UNREADABLE = "\ufffd"
# A few pasted signs are a text; beyond this share the file is a picture or a program.
_MOST_STRANGE = 0.1
_START = 4_096
# Windows, then Mac and DOS.
_ONE_BYTE = ("cp1252", "mac_roman", "cp850")
# « Région », « élus », « Île », « RÉGION »: « SANTê » and « rÈgion » are of another encoding.
_ACCENTED = re.compile(
    "(?<=[a-z])[éèêëâîïôûùç]|(?<=[A-Z])[éèêëâîïôûùç](?=[a-z])|(?<![A-Za-z])é(?=[a-z])|"
    "(?<![A-Za-z])[ÉÈÊÀÂÎÔ](?=[a-z])|[ÉÈÊÀÂÎÔÇ](?=[A-Z])|(?<=[A-Z])[ÉÈÊÀÂÎÔÇ](?![a-z])"
)
_FOREIGN = re.compile(r"[^\W\d_a-zA-ZàâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸªº]")


def text_of(data: bytes) -> tuple[str, str]:
    """Return the text of a file and its encoding; raises `SurveyRefused` for what is no text."""
    _check_bytes(data)
    text, encoding = _decoded(data)
    _check_characters(text)
    return text, encoding


def _check_bytes(data: bytes) -> None:
    if not data.strip():
        raise refused("fichier_vide", "Le fichier est vide.", SAVE_AS_CSV)
    if len(data) > MOST_BYTES:
        most = number(MOST_BYTES // 1_000_000)
        raise refused(
            "fichier_trop_gros", f"Le fichier pèse plus de {most} Mo.", "N’y garder que les colonnes utiles."
        )
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise refused("pas_un_csv", "Le fichier est un classeur, pas un fichier CSV.", SAVE_AS_CSV)


def _decoded(data: bytes) -> tuple[str, str]:
    """Return the text and its encoding; Windows-1252 last, because it reads almost any bytes."""
    wide = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else _unmarked(data)
    try:
        return data.decode(wide or "utf-8-sig"), wide or "utf-8-sig"
    except UnicodeDecodeError as error:
        if wide:
            message = "Le fichier est en UTF-16, et incomplet\u202f: ce n’est pas un texte lisible."
            raise refused("texte_illisible", message, SAVE_AS_CSV) from error
    mended = data.decode("utf-8-sig", "replace")
    lost = mended.count(_UNREADABLE)
    accents = sum(character > "\x7f" for character in mended) - lost
    # One broken letter in a file full of UTF-8 accents does not make it Windows-1252.
    return (mended, "utf-8-sig") if accents > lost else _of_one_byte(data)


def _of_one_byte(data: bytes) -> tuple[str, str]:
    """Return the text in the encoding that makes French words of its bytes; Windows-1252 in doubt.

    All three read nearly any bytes: « Santé » of a Mac is « SantŽ » in Windows-1252, and a column is lost.
    """
    read = [(data.decode(encoding, "replace"), encoding) for encoding in _ONE_BYTE]
    best = max(read, key=lambda each: _frenchness(each[0]))
    return best if _frenchness(best[0]) > 0 else read[0]


def _frenchness(text: str) -> int:
    """Count the accents of French inside words, less the letters that French has not."""
    return len(_ACCENTED.findall(text)) - len(_FOREIGN.findall(text))


def _unmarked(data: bytes) -> str:
    """Return the UTF-16 of a file without its mark: every other byte of its start is null; else ""."""
    start = data[:_START]
    half = len(start) // 4
    if start[1::2].count(0) > half:
        return "utf-16-le"
    return "utf-16-be" if start[0::2].count(0) > half else ""


def _check_characters(text: str) -> None:
    strange = [character for character in set(text) - {"\n", "\r", "\t"} if _is_strange(character)]
    if sum(map(text.count, strange)) > _MOST_STRANGE * len(text):
        raise refused("texte_illisible", "Le fichier n’est pas un texte lisible.", SAVE_AS_CSV)


def _is_strange(character: str) -> bool:
    return character == _UNREADABLE or unicodedata.category(character) in {"Cc", "Cs", "Co"}
