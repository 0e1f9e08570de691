"""What Streamlit says around its files in French: the words are in its scripts, where no setting reaches.

Which ones is in `pages.french_words`. A word that an upgrade of Streamlit has moved is logged and stays in
English: it is no reason not to serve.
"""

import logging
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from streamlit import file_util

from pages.french_words import WORDS

logger = logging.getLogger("observatoire")


@cache
def scripts() -> dict[str, bytes]:
    """Return the scripts in French by their path; what is not found in them is logged, and stays as it is."""
    folder = Path(file_util.get_static_dir(), "static", "js")
    return {f"/static/js/{path.name}": _french(path, words) for path, words in _found(folder)}


def _found(folder: Path) -> Iterator[tuple[Path, tuple[tuple[str, str], ...]]]:
    """Yield each script with its words: several share the start of their name, one holds the words."""
    for start, words in WORDS.items():
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
