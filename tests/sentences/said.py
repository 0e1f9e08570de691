"""What is collected: a text, what it is on the page, and the address it stands at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from indicators.method_codes import NAMES

# The published workbook, an invented one where everyone answers, the published one with absent values.
PUBLISHED, COMPLETE, HOLED = "publie", "complet", "troue"
# A point, then a capital: « 100 000 hab. en 2019 » is not cut.
_END = re.compile(r"(?<=[.!?…])\s+(?=[«\u00a0]*[A-ZÀÂÉÈÊÎÔÛÇ0-9+\u2212])")


@dataclass(frozen=True)
class Place:
    """Where something is said: the workbook, the page or the document, and the choices of its address."""

    data: str
    page: str
    choices: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """Return the code of a choice, "" when the address does not name it."""
        return dict(self.choices).get(name, "")

    @property
    def method_changed(self) -> bool:
        """Tell whether the method is not the starting one: its numbers are not recomputed here."""
        return any(self.get(name) for name in NAMES)

    def __str__(self) -> str:
        asked = "&".join(f"{name}={code}" for name, code in self.choices if code)
        return f"{self.data} · {self.page}{'?' if asked else ''}{asked}"


@dataclass(frozen=True)
class Said:
    """One text as a reader meets it. `kind`: titre, texte, cellule, dessin, alternative or choix.

    `row`: for a cell of a table, the whole row by heading; empty elsewhere.
    """

    text: str
    kind: str
    place: Place = field(compare=False)
    row: tuple[tuple[str, str], ...] = ()

    def column(self) -> str:
        """Return the heading over this cell, "" outside a table."""
        return next((head for head, cell in self.row if cell == self.text), "")


def sentences(text: str) -> Iterator[str]:
    """Cut a text into its sentences."""
    for line in text.splitlines():
        yield from (part.strip() for part in _END.split(line) if part.strip())
