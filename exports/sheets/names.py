"""Names that Excel takes for a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from exports.cells import one_line

_LONGEST = 31
_REFUSED = re.compile(r"[\[\]:*?/\\]+")


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Return a name Excel accepts for each sheet, in order: short, without marks it refuses, no two alike."""
    found: list[str] = []
    for text in wanted:
        found.append(_distinct(_accepted(text), {other.casefold() for other in found}))
    return found


def _accepted(text: str) -> str:
    # An apostrophe at either end is refused too, and « History » is Excel's own in every language.
    name = _REFUSED.sub(" ", one_line(text)).strip("' ")[:_LONGEST].strip("' ")
    return "Feuille" if name.casefold() in {"", "history"} else name


def _distinct(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        suffix = f" {number}"
        found = name[: _LONGEST - len(suffix)] + suffix
    return found
