"""Where things are: the workbook that is served, and the folder of its stores.

For the application and every command alike. A variable of the environment moves each of them; one that is
empty counts as absent. What a command line names wins over both.
"""

from __future__ import annotations

import os
from pathlib import Path
from zlib import crc32

WORKBOOK, STORES = "OBSERVATOIRE_CLASSEUR", "OBSERVATOIRE_MAGASIN"
_ROOT = Path(__file__).resolve().parents[1]
_HOUSE = _ROOT / "data" / "indicateurs_regionaux.xlsx"


def workbook() -> Path:
    """Return the path of the workbook that is served, whether something is there or not."""
    return _given(WORKBOOK) or _HOUSE


def stores() -> Path:
    """Return the folder of the stores of that workbook.

    Unless the variable says otherwise, another workbook has a folder of its own: the last good edition of
    one must never be served in place of the other.
    """
    served, usual = workbook(), _ROOT / ".store"
    if served.absolute() == _HOUSE:
        return _given(STORES) or usual
    own = f"{served.stem}-{crc32(str(served.absolute()).encode(errors='surrogateescape')):08x}"
    return _given(STORES) or usual / own


def advice(path: Path, otherwise: str) -> str:
    """Say what to do about a workbook that cannot be opened: name the variable when it asked for it."""
    asked = _given(WORKBOOK)
    if asked is None or asked != path:
        return otherwise
    return f"La variable {WORKBOOK} demande ce fichier\u202f: la corriger, ou la retirer. {otherwise}"


def _given(variable: str) -> Path | None:
    text = os.environ.get(variable, "")
    return Path(text) if text else None
