"""From the answers of persons to means: weighted, with the number of answers and the standard deviation."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from loaders.records import Measure
from loaders.reference import Reference
from loaders.survey.findings import Remarks
from loaders.survey.matching import Matching
from loaders.survey.rows import Reader, Subject, Told
from loaders.survey.texts import chosen, is_missing, numeral
from wording.numbers import number

SHARE = "part_priorite_pct"


@dataclass(slots=True)
class Answers:
    """The answers on one subject, summed: enough for a mean and a standard deviation.

    `first` and `last`: rows of the file; `column`: where the answers are.
    """

    column: int
    first: int
    last: int = 0
    count: int = 0
    weight: float = 0.0
    weight_squared: float = 0.0
    total: float = 0.0
    squared: float = 0.0

    def add(self, value: float, weight: float, row: int) -> None:
        """Add one answer."""
        self.last = row
        self.count += 1
        self.weight += weight
        self.weight_squared += weight * weight
        self.total += weight * value
        self.squared += weight * value * value

    @property
    def mean(self) -> float:
        """The weighted mean, in the unit of the measure."""
        return self.total / self.weight

    @property
    def effective(self) -> int:
        """How many equal answers would be as precise (Kish, 1965): the count itself without weights."""
        return max(1, math.floor(self.weight**2 / self.weight_squared + 1e-9))

    @property
    def deviation(self) -> float | None:
        """The standard deviation of the population, estimated (n − 1); None for a single answer."""
        if self.effective < 2:  # one answer says nothing of the others
            return None
        variance = max(0.0, self.squared / self.weight - self.mean**2)
        return math.sqrt(variance * self.effective / (self.effective - 1))


def gather(
    reader: Reader, matching: Matching, measure: Measure, reference: Reference, remarks: Remarks
) -> dict[Subject, Answers]:
    """Sum the answers by subject, in the order of the file; an empty answer is nobody's."""
    found: dict[Subject, Answers] = {}
    for told in reader.told():
        if is_missing(told.text, reference):
            continue
        value = _value(told, measure, remarks)
        weight = _weight(told, matching, reader, remarks)
        if value is not None and weight:
            found.setdefault(told.subject, Answers(told.column, told.row)).add(value, weight, told.row)
    return found


def within(amount: Decimal, measure: Measure) -> bool:
    """True when a number is inside the bounds of a measure."""
    low, high = measure.minimum, measure.maximum
    return (low is None or amount >= low) and (high is None or amount <= high)


def bounds(measure: Measure) -> str:
    """« entre 0 et 10 »."""
    low, high = (number(float(bound)) if bound is not None else "…" for bound in _ends(measure))
    return f"entre {low} et {high}"


def _ends(measure: Measure) -> Iterable[Decimal | None]:
    return measure.minimum, measure.maximum


def _value(told: Told, measure: Measure, remarks: Remarks) -> float | None:
    if measure.measure == SHARE:
        share = chosen(told.text)
        if share is None:
            remarks.error(
                *(told.row, told.column, "reponse_illisible", told.text),
                "n’est ni oui, ni non",
                "Écrire oui ou non, ou 1 ou 0.",
            )
        return share
    found = numeral(told.text)
    if found is None or not within(found.amount, measure):
        remarks.error(
            *(told.row, told.column, "note_illisible", told.text),
            f"n’est pas une note {bounds(measure)}",
            "Corriger la réponse, ou vider la cellule si la personne n’a pas répondu.",
        )
        return None
    return float(found.amount)


def _weight(told: Told, matching: Matching, reader: Reader, remarks: Remarks) -> float:
    """The weight of a person: 1 without a column; 0 (left out) when it is written so."""
    if not matching.weight_column:
        return 1.0
    found = numeral(told.weight)
    if found is None or found.amount < 0:
        remarks.error(
            *(told.row, reader.place(matching.weight_column), "poids_illisible", told.weight),
            "n’est pas un poids",
            "Écrire un nombre positif, ou ne pas indiquer de colonne de poids.",
        )
        return 0.0
    return float(found.amount)
