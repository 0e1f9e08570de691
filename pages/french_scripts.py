"""What Streamlit says around its files in French: the words are in its scripts, where no setting reaches.

Its uploader, and what its download button says when a file cannot be made (English, and for five seconds). A
word that an upgrade of Streamlit has moved is logged and stays in English: it is no reason not to serve.
"""

import logging
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from streamlit import file_util

logger = logging.getLogger("observatoire")

_MEGABYTE = 1024 * 1024
# Whatever the reason (the log has it): a file that fails, a lost connection, a page older than the server.
_NOT_MADE = (
    "`Ce fichier n’a pas pu être fait. Rechargez la page et recommencez\u202f; si le problème revient, "
    "prévenez "
    "l’Observatoire en indiquant l’adresse de la page.`"
)
_REFUSED = (r"`\$\{\w+\.type\} files are not allowed\.`", "`Ce type de fichier n’est pas accepté.`")
# Script by the start of its name → what is written there, what a reader sees instead.
_WORDS = {
    "DownloadButton": (
        (r"\w+ instanceof Error\?\w+\.message:`Download failed`", _NOT_MADE),
        (r"`Deferred download not properly configured`", _NOT_MADE),
        # Long enough to be read.
        (r"\(null\)\},5e3,", "(null)},3e4,"),
    ),
    "FileUploader": (
        (r"`\$\{\w+\((\w+),\w+\.Byte,0\)\} per file`", rf"`${{Math.round(\1/{_MEGABYTE})}} Mo au plus`"),
        (r":`Upload`", ":`Choisir un fichier`"),
        (r"`Drag and drop a file here`", "`Déposer le fichier ici`"),
        _REFUSED,
    ),
    "utils": (
        (
            r"`File must be \$\{\$\((\w+),`b`\)\} or smaller\.`",
            rf"`Le fichier pèse plus de ${{Math.round(\1/{_MEGABYTE})}} Mo.`",
        ),
        _REFUSED,
        (r"`Cancel upload of \$\{(\w+)\.name\}`", r"`Annuler l’envoi de ${\1.name}`"),
        (r"`Remove \$\{(\w+)\.name\}`", r"`Retirer ${\1.name}`"),
        (
            r"\$\((\w+)\.size,\w+\.Byte\)",
            r'((\1.size/1e3).toLocaleString("fr-FR",{maximumFractionDigits:1})+" ko")',
        ),
    ),
}


@cache
def scripts() -> dict[str, bytes]:
    """Return the scripts in French by their path; what is not found in them is logged, and stays as it is."""
    folder = Path(file_util.get_static_dir(), "static", "js")
    return {f"/static/js/{path.name}": _french(path, words) for path, words in _found(folder)}


def _found(folder: Path) -> Iterator[tuple[Path, tuple[tuple[str, str], ...]]]:
    """Yield each script with its words: several share the start of their name, one holds the words."""
    for start, words in _WORDS.items():
        holders = [
            path
            for path in sorted(folder.glob(f"{start}.*.js"))
            if re.search(words[0][0], path.read_text(encoding="utf-8"))
        ]
        if len(holders) == 1:
            yield holders[0], words
        else:
            logger.error(
                "%d scripts %s hold words to say in French: they stay in English", len(holders), start
            )


def _french(path: Path, words: tuple[tuple[str, str], ...]) -> bytes:
    text = path.read_text(encoding="utf-8")
    for pattern, replacement in words:
        text, count = re.subn(pattern, replacement, text)
        if not count:
            logger.error("%r is not in %s: it stays in English", pattern, path.name)
    return text.encode()
