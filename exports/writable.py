"""What a document can hold: the characters of XML, whatever a workbook holds.

Vega's measure of a text ends the whole process on any other, so none goes in.
"""

import re
from typing import Any

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """Return a text without the characters that XML 1.0 refuses (controls, halves of pairs)."""
    return _UNWRITABLE.sub("", text)


def writable_drawing(drawing: Any) -> Any:  # noqa: ANN401 - a specification, or any part of one
    """Return a specification whose every text, name or value, is writable.

    Vega counts in halves of pairs, and cuts a label between them: a character beyond the first 65,536, which
    our letters do not have, becomes a square.
    """
    if isinstance(drawing, str):
        return _BEYOND.sub("□", writable(drawing))
    if isinstance(drawing, dict):
        return {writable_drawing(name): writable_drawing(value) for name, value in drawing.items()}
    if isinstance(drawing, list | tuple):
        return [writable_drawing(value) for value in drawing]
    return drawing
