"""Means that somebody else computed, one a cell: value, number of answers, standard deviation."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from loaders.records import Measure
from loaders.survey.aside import Reason
from loaders.survey.findings import Remarks
from loaders.survey.matching import Kind, Matching
from loaders.survey.rows import Reader, Subject, Told
from loaders.survey.scale import Scale
from loaders.survey.texts import Numeral, is_missing, numeral


@dataclass(frozen=True, slots=True)
class Mean:
    """One mean as written; `count` and `deviation` are None when the file does not give them."""

    row: int
    column: int
    text: str
    value: Numeral
    count: int | None
    deviation: Decimal | None


def gather(reader: Reader, matching: Matching, measure: Measure, remarks: Remarks) -> dict[Subject, Mean]:
    """Read the means by subject; a second one for the same subject is an error.

    Raises `SurveyRefused` when most of them are not on the scale of the measure.
    """
    scale = Scale(measure, remarks, Kind.MEANS)
    found: dict[Subject, Mean] = {}
    for told in reader.told():
        value = scale.number(told)
        mean = None if value is None else _mean(told, value, matching, reader, remarks)
        if mean is None:
            continue
        if told.subject in found:
            first = found[told.subject].row
            remarks.error(
                *(told.row, told.column, "moyenne_repetee", told.text),
                f"est une seconde moyenne pour le même sujet (la première est ligne {first})",
                "N’en garder qu’une, ou dire que chaque ligne est une personne.",
            )
        else:
            found[told.subject] = mean
    scale.check()
    return found


def _mean(told: Told, value: Numeral, matching: Matching, reader: Reader, remarks: Remarks) -> Mean | None:
    numbers = []
    for text, heading in ((told.size, matching.size_column), (told.deviation, matching.deviation_column)):
        found = None if is_missing(text) else numeral(text.replace(" ", ""))
        whole = heading == matching.size_column
        if not is_missing(text) and (found is None or not _possible(found.amount, whole=whole)):
            remarks.aside.add(Reason.BAD_SIZE, told.row, reader.place(heading), text)
            return None
        numbers.append(found.amount if found else None)
    size, deviation = numbers
    return Mean(told.row, told.column, told.text, value, None if size is None else int(size), deviation)


def _possible(amount: Decimal, *, whole: bool) -> bool:
    """A number of answers is whole and at least one; a deviation is not negative."""
    return amount >= 1 and amount == int(amount) if whole else amount >= 0
