"""From the answers of persons to means: weighted, with the number of answers and the standard deviation."""

from __future__ import annotations

import math
from dataclasses import dataclass

from loaders.records import Measure
from loaders.survey.boxes import say_unticked, unticked
from loaders.survey.findings import Remarks
from loaders.survey.matching import Matching
from loaders.survey.rows import Reader, Subject
from loaders.survey.scale import SHARE, Scale


@dataclass(slots=True)
class Answers:
    """The answers on one subject, summed: enough for a mean and a standard deviation.

    `row` and `last`: first and last rows of the file; `column`: where the answers are.
    """

    column: int
    row: int
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
        return math.floor(self.weight**2 / self.weight_squared + 1e-9)

    @property
    def deviation(self) -> float:
        """The standard deviation of the population, estimated (n − 1), from two answers at least."""
        variance = max(0.0, self.squared / self.weight - self.mean**2)
        return math.sqrt(variance * self.effective / (self.effective - 1))


def gather(reader: Reader, matching: Matching, measure: Measure, remarks: Remarks) -> dict[Subject, Answers]:
    """Sum the answers by subject, in the order of the file; an empty answer is nobody's.

    Raises `SurveyRefused` when most answers are not on the scale of the measure.
    """
    share = measure.measure == SHARE
    # What is left aside is counted once, in the pass below.
    boxes = unticked(reader.silent().told(), matching, remarks) if share else frozenset()
    scale = Scale(measure, remarks)
    found: dict[Subject, Answers] = {}
    empty = 0
    for told in reader.told():
        unticked_box = told.heading in boxes and not told.text
        empty += unticked_box
        value = 0.0 if unticked_box else scale.value(told)
        if value is not None:
            start = Answers(told.column, told.row)
            found.setdefault(told.subject, start).add(value, told.weight, told.row)
    scale.check()
    say_unticked(empty, remarks)
    return found
