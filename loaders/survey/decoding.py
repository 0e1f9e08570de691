"""The bytes of a CSV as text: UTF-8, UTF-16 with its mark (Excel's « Texte Unicode »), else Windows-1252."""

from __future__ import annotations

import unicodedata

from loaders.survey.findings import refused
from wording.numbers import number

MOST_BYTES = 20_000_000
SAVE_AS_CSV = "L’enregistrer depuis le tableur au format «\u00a0CSV UTF-8\u00a0»."


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
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise refused("texte_illisible", "Le fichier n’est pas un texte lisible.", SAVE_AS_CSV)


def _check_characters(text: str) -> None:
    """Refuse control characters: a picture or a program, or something that hides in a cell."""
    seen = set(text) - {"\n", "\r", "\t"}
    if any(unicodedata.category(character) in {"Cc", "Cs", "Co"} for character in seen):
        raise refused("caractere_interdit", "Le fichier contient des caractères interdits.", SAVE_AS_CSV)
