"""Means that somebody else computed, one a cell: value, number of answers, standard deviation."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from loaders.records import Measure
from loaders.survey.aside import Aside, Reason
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
        mean = None if value is None else _mean(told, value, matching, reader, scale, remarks.aside)
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


def _mean(
    told: Told, value: Numeral, matching: Matching, reader: Reader, scale: Scale, aside: Aside
) -> Mean | None:
    size, deviation = (_more(text) for text in (told.size, told.deviation))
    count = int(size.amount) if size and _counts(size.amount) else None
    if not is_missing(told.size) and count is None:
        aside.add(Reason.BAD_SIZE, told.row, reader.place(matching.size_column), told.size)
        return None
    if not is_missing(told.deviation) and not (deviation and scale.spans(deviation, count)):
        aside.add(Reason.BAD_SIZE, told.row, reader.place(matching.deviation_column), told.deviation)
        return None
    return Mean(told.row, told.column, told.text, value, count, deviation.amount if deviation else None)


def _more(text: str) -> Numeral | None:
    return None if is_missing(text) else numeral(text.replace(" ", ""))


def _counts(amount: Decimal) -> bool:
    """A number of answers is whole and at least one."""
    return amount >= 1 and amount == int(amount)
