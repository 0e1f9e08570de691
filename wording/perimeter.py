"""The territory that a survey asked, when it is no region of today."""

import re
from collections.abc import Iterable

from wording.lists import join
from wording.numbers import plural
from wording.typography import quoted, typed

# Our own words in the column of the survey's territory: whoever shows it says them once.
_OWN_WORDS = re.compile(r"\s*\(périmètre de l['’]enquête\)")


def asked_territory(text: str) -> str:
    """« PACA-Corse »: the territory a survey asked, without our words for what it is."""
    return typed(_OWN_WORDS.sub("", text))


def territory_name(text: str) -> str:
    """« Rhône-Alpes »: its name alone, without what the workbook says of it between brackets."""
    return asked_territory(text).partition(" (")[0]


def perimeter(text: str) -> str:
    """« PACA-Corse (périmètre de l’enquête) », the words said once; `""` when it is a region of today."""
    name = asked_territory(text)
    return name if not name or "périmètre" in name else f"{name} (périmètre de l’enquête)"


def perimeters(named: Iterable[str]) -> tuple[str, ...]:
    """Name the territories of surveys that are no region of today, in one sentence; none: nothing."""
    found = [name for name in dict.fromkeys(map(asked_territory, named)) if name]
    if not found:
        return ()
    which = plural(len(found), "Périmètre de l’enquête", "Périmètres de l’enquête")
    return (f"{which}\u202f: {join(map(quoted, found))}.",)
