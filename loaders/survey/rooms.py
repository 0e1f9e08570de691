"""A file of the people of a debate room: it says so itself, in a column, and is never taken for a survey."""

from __future__ import annotations

from loaders.naming import key
from loaders.records import ROOM
from loaders.survey.table import CsvTable

__all__ = ["APART", "DATE", "MEASURE", "PROGRAMME", "RELIABILITY", "ROOM", "described", "of_room"]

# The columns by which a room says what it is, as it writes them.
RELIABILITY, PROGRAMME, DATE, MEASURE = "fiabilite", "programme", "date", "mesure"
APART = (
    "Ce fichier vient d’une salle de débat\u202f: ses chiffres sont montrés à part, sous son nom, et "
    "n’entrent dans aucun score, écart, rang ni compte. Une salle n’est pas un échantillon."
)


def of_room(table: CsvTable) -> bool:
    """Say whether a file says that it is of a debate room, be it on one of its rows only."""
    return any(key(text) == ROOM for heading in _named(table, RELIABILITY) for text in _texts(table, heading))


def described(table: CsvTable) -> dict[str, str]:
    """Return the name, date and measure that a room gives itself, where its rows all give the same."""
    found = {}
    for name, field in ((PROGRAMME, "programme"), (DATE, "date"), (MEASURE, "measure")):
        said = {text for heading in _named(table, name) for text in _texts(table, heading)}
        if len(said) == 1:
            found[field] = said.pop()
    return found


def _named(table: CsvTable, name: str) -> list[str]:
    return [heading for heading in table.headings if key(heading) == name]


def _texts(table: CsvTable, heading: str) -> list[str]:
    return [text for text in table.texts(table.headings.index(heading)) if text]
