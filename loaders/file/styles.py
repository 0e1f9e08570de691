"""What a cell's style says that changes the meaning of its number: its format, and letters raised or struck.

Fills, borders, colours and named styles are not looked at: programs write them in many wrong ways, and no
figure depends on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loaders.file.contents import MAIN
from loaders.file.richtext import PLAIN, Look, look

_GENERAL = "General"


@dataclass(frozen=True, slots=True)
class CellStyle:
    """The style of a cell, reduced to what can change a figure."""

    number_format: str = _GENERAL
    look: Look = PLAIN


def read_styles(root: Element, builtin: Mapping[int, str]) -> tuple[CellStyle, ...]:
    """The styles by number, under the formats every spreadsheet knows by theirs (`builtin`).

    Raises ValueError or IndexError when the style sheet contradicts itself.
    """
    codes = {
        **builtin,
        **{
            int(element.get("numFmtId", "0")): element.get("formatCode", _GENERAL)
            for element in root.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")
        },
    }
    fonts = [look(element) for element in root.iterfind(f"{MAIN}fonts/{MAIN}font")] or [PLAIN]
    return tuple(
        CellStyle(
            codes.get(int(element.get("numFmtId", "0")), _GENERAL), fonts[int(element.get("fontId", "0"))]
        )
        for element in root.iterfind(f"{MAIN}cellXfs/{MAIN}xf")
    ) or (CellStyle(),)
