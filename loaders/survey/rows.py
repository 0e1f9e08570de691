"""The rows of a survey file, each cut into what it says: who, where, on what, how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.naming import key
from loaders.survey.findings import Remarks
from loaders.survey.matching import Matching
from loaders.survey.names import Lookup, Names
from loaders.survey.table import CsvTable

Subject = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What one cell says: subject (actor, region, domain codes), where it is (from 1), its texts."""

    subject: Subject
    row: int
    column: int
    text: str
    weight: str
    size: str
    deviation: str


class Reader:
    """Cuts the rows of one file. Unknown codes are remarks; such a row says nothing."""

    def __init__(self, table: CsvTable, matching: Matching, names: Names, remarks: Remarks) -> None:
        self._table = table
        self._matching = matching
        self._names = names
        self._remarks = remarks
        self._places = {heading: place for place, heading in enumerate(table.headings)}
        # The same few names come back on every row: each text is made a key once.
        self._keys: dict[str, str] = {}

    def place(self, heading: str) -> int:
        """Return the number of a column, from 1."""
        return self._places[heading] + 1

    def told(self) -> Iterator[Told]:
        """Yield what each cell of value says, row after row."""
        found = self._matching
        for row, texts in self._table.rows:
            actor = self._code(row, texts, found.actor_column, found.actor, self._names.actors)
            region = self._code(row, texts, found.region_column, found.region, self._names.regions)
            more = [
                self._text(texts, heading)
                for heading in (found.weight_column, found.size_column, found.deviation_column)
            ]
            for heading, domain in self._domains(row, texts):
                subject = (actor, region, domain)
                if all(subject):
                    yield Told(subject, row, self.place(heading), self._text(texts, heading), *more)

    def _domains(self, row: int, texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """Yield (heading of the value, domain code): one a row, or one a column of domain."""
        found = self._matching
        if found.domain_columns:
            yield from found.domain_columns.items()
            return
        code = self._code(row, texts, found.domain_column, found.domain, self._names.domains)
        yield found.value_column, code

    def _code(self, row: int, texts: tuple[str, ...], heading: str, constant: str, known: Lookup) -> str:
        """Return the code a row names, or the one of the whole file; "" and a remark when unknown."""
        if not heading:
            return constant
        text = self._text(texts, heading)
        code = known.get(self._key(text), "")
        if not code:
            self._remarks.error(
                *(row, self.place(heading), "code_inconnu", text),
                "n’est pas un nom connu" if text else "est vide",
                "Corriger ce nom, ou retirer ces lignes du fichier.",
            )
        return code

    def _key(self, text: str) -> str:
        if text not in self._keys:
            self._keys[text] = key(text)
        return self._keys[text]

    def _text(self, texts: tuple[str, ...], heading: str) -> str:
        return texts[self._places[heading]] if heading else ""
