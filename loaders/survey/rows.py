"""The rows of a survey file, each cut into what it says: who, where, on what, how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from loaders.naming import key
from loaders.survey.aside import Reason
from loaders.survey.findings import Remarks
from loaders.survey.matching import Kind, Matching
from loaders.survey.names import Names, is_department
from loaders.survey.table import CsvTable, tidy
from loaders.survey.texts import is_missing, numeral

Subject = tuple[str, str, str]
_DEPARTMENT = "est un code de département, et plusieurs départements ont le code d’une région"
_NO_DEPARTMENT = "Ajouter une colonne avec le nom de la région, et la choisir."


@dataclass(frozen=True, slots=True)
class Told:
    """What one cell says: subject (actor, region, domain codes), where it is (from 1), its texts."""

    subject: Subject
    row: int
    column: int
    heading: str
    text: str
    weight: float
    size: str
    deviation: str


class Reader:
    """Cuts the rows of one file. A row that cannot count is left aside with its reason."""

    def __init__(self, table: CsvTable, matching: Matching, names: Names, remarks: Remarks) -> None:
        self._table = table
        self._matching = matching
        self._names = names
        self._remarks = remarks
        self._places = {heading: place for place, heading in enumerate(table.headings)}
        # The same few names come back on every row: each text is looked up once.
        self._codes: dict[tuple[str, str], str | Reason] = {}
        self._former: set[str] = set()
        # How many rows of each former region count in today's.
        self.former: Counter[str] = Counter()

    def silent(self) -> Reader:
        """Return a reader of the same file that says nothing of what it leaves aside."""
        return Reader(self._table, self._matching, self._names, Remarks(self._table.headings))

    def place(self, heading: str) -> int:
        """Return the number of a column, from 1."""
        return self._places[heading] + 1

    def told(self) -> Iterator[Told]:
        """Yield what each cell of value says, row after row."""
        found = self._matching
        for row, cells in self._table.rows:
            region = self._code(row, cells, found.region_column, found.region, self._region)
            actor = region and self._code(row, cells, found.actor_column, found.actor, self._actor)
            domain = actor and self._code(row, cells, found.domain_column, found.domain, self._domain)
            weight = self._weight(row, cells) if domain else 0.0
            if not weight:
                continue
            more = (self._text(cells, found.size_column), self._text(cells, found.deviation_column))
            columns = found.domain_columns or {found.value_column: domain}
            for heading, code in columns.items():
                text = self._text(cells, heading)
                yield Told((actor, region, code), row, self.place(heading), heading, text, weight, *more)

    def _code(
        self,
        row: int,
        cells: tuple[str, ...],
        heading: str,
        constant: str,
        read: Callable[[str], str | Reason],
    ) -> str:
        """Return the code a row names, or the one of the whole file; "" for a row left aside."""
        if not heading:
            return constant or "-"  # a column a domain: the row itself has none
        text = self._text(cells, heading)
        if (heading, text) not in self._codes:
            self._codes[heading, text] = read(text)
        code = self._codes[heading, text]
        if not isinstance(code, Reason):
            if heading == self._matching.region_column and text in self._former:
                self.former[text] += 1
            return code
        column = self.place(heading)
        if code is Reason.UNKNOWN_REGION and is_department(text):
            self._remarks.error(row, column, "departement", text, _DEPARTMENT, _NO_DEPARTMENT)
        self._remarks.aside.add(code, row, column, text)
        return ""

    def _region(self, text: str) -> str | Reason:
        names = self._names
        if code := names.region(text):
            return code
        if today := names.former.get(key(text)):
            if self._matching.kind is Kind.MEANS:
                return Reason.FORMER_REGION
            self._former.add(text)
            return today
        if names.is_overseas(text):
            return Reason.OVERSEAS
        return Reason.NO_REGION if is_missing(text) else Reason.UNKNOWN_REGION

    def _actor(self, text: str) -> str | Reason:
        unknown = Reason.NO_ACTOR if is_missing(text) else Reason.UNKNOWN_ACTOR
        return self._names.actor(text) or unknown

    def _domain(self, text: str) -> str | Reason:
        unknown = Reason.NO_DOMAIN if is_missing(text) else Reason.UNKNOWN_DOMAIN
        return self._names.domain(text) or unknown

    def _weight(self, row: int, cells: tuple[str, ...]) -> float:
        """Return the weight of a person: 1 without a column; 0 for a row left aside."""
        heading = self._matching.weight_column
        if not heading:
            return 1.0
        text = self._text(cells, heading)
        found = numeral(text)
        if found is not None and found.amount > 0:
            return float(found.amount)
        reason = Reason.NO_WEIGHT if is_missing(text) else Reason.BAD_WEIGHT
        reason = Reason.ZERO_WEIGHT if found is not None and not found.amount else reason
        shown = text if reason is Reason.BAD_WEIGHT else ""
        self._remarks.aside.add(reason, row, self.place(heading), shown)
        return 0.0

    def _text(self, cells: tuple[str, ...], heading: str) -> str:
        place = self._places[heading] if heading else len(cells)
        return tidy(cells[place]) if place < len(cells) else ""
