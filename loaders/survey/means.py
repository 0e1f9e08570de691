"""Means that somebody else computed, one a row: value, number of answers, standard deviation."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from loaders.records import Measure
from loaders.reference import Reference
from loaders.survey.answers import bounds, within
from loaders.survey.findings import Remarks
from loaders.survey.matching import Matching
from loaders.survey.rows import Reader, Subject, Told
from loaders.survey.texts import Numeral, is_missing, numeral


@dataclass(frozen=True, slots=True)
class Mean:
    """One mean as written; `size` and `deviation` are None when the file does not give them."""

    row: int
    column: int
    text: str
    value: Numeral
    size: int | None
    deviation: Decimal | None


def gather(
    reader: Reader, matching: Matching, measure: Measure, reference: Reference, remarks: Remarks
) -> dict[Subject, Mean]:
    """Read the means by subject; a second one for the same subject is an error."""
    found: dict[Subject, Mean] = {}
    for told in reader.told():
        if is_missing(told.text, reference):
            continue
        mean = _mean(told, matching, measure, reader, remarks)
        if told.subject in found:
            first = found[told.subject].row
            remarks.error(
                *(told.row, told.column, "moyenne_repetee", told.text),
                f"est une seconde moyenne pour le même sujet (la première est ligne {first})",
                "N’en garder qu’une, ou dire que chaque ligne est une personne.",
            )
        elif mean is not None:
            found[told.subject] = mean
    return found


def _mean(told: Told, matching: Matching, measure: Measure, reader: Reader, remarks: Remarks) -> Mean | None:
    value = numeral(told.text)
    if value is None or not within(value.amount, measure):
        remarks.error(
            *(told.row, told.column, "valeur_illisible", told.text),
            f"n’est pas un nombre {bounds(measure)}",
            "Corriger la valeur, ou vider la cellule si elle n’est pas publiée.",
        )
        return None
    size = _positive(told, told.size, matching.size_column, reader, remarks)
    if size is not None and (size != int(size) or size < 1):
        _refuse(told, told.size, matching.size_column, reader, remarks)
        return None
    deviation = _positive(told, told.deviation, matching.deviation_column, reader, remarks)
    return Mean(told.row, told.column, told.text, value, None if size is None else int(size), deviation)


def _positive(told: Told, text: str, heading: str, reader: Reader, remarks: Remarks) -> Decimal | None:
    """Read a number of answers or a deviation; None when the file says nothing of it."""
    if not text:
        return None
    found = numeral(text.replace(" ", ""))
    if found is None or found.amount < 0:
        _refuse(told, text, heading, reader, remarks)
        return None
    return found.amount


def _refuse(told: Told, text: str, heading: str, reader: Reader, remarks: Remarks) -> None:
    remarks.error(
        *(told.row, reader.place(heading), "nombre_impossible", text),
        "n’est pas un nombre possible ici",
        "Saisir un nombre positif, entier pour un effectif, ou vider la cellule.",
    )
