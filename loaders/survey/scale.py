"""The values of a file on the scale of their measure: read, left aside with a reason, or the wrong scale."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from loaders.naming import quote
from loaders.records import Measure
from loaders.survey.aside import Reason
from loaders.survey.findings import Remarks, SurveyRefused
from loaders.survey.matching import Kind
from loaders.survey.rows import Told
from loaders.survey.texts import Numeral, chosen, is_date, is_missing, note, numeral
from wording.numbers import counted, number

NOTE, SHARE = "note_fragilite_sur_10", "part_priorite_pct"
# A note that nobody gives above this may come from a scale of five.
HALF = 5
# Beyond this share of values that do not fit, the measure is not the right one: nothing is read.
MOST_MISFITS = Decimal("0.2")
_OTHER_SCALE = re.compile(r"[0-9]+(?:[.,][0-9]+)? ?(?:/|sur) ?(?P<out_of>[0-9]+)")


def bounds(measure: Measure) -> str:
    """« entre 0 et 10 »."""
    low, high = (number(float(bound)) if bound is not None else "…" for bound in _ends(measure))
    return f"entre {low} et {high}"


def told(measure: Measure) -> str:
    """Name a measure with its scale: « Note moyenne de fragilité ressentie, sur 10 (de 0 à 10) »."""
    low, high = (number(float(bound)) if bound is not None else "…" for bound in _ends(measure))
    return f"{measure.label}, {'en %' if measure.unit == '%' else f'sur {high}'} (de {low} à {high})"


def _ends(measure: Measure) -> Iterable[Decimal | None]:
    return measure.minimum, measure.maximum


class Scale:
    """Reads the values of one file; says at the end whether they were on the scale at all."""

    def __init__(self, measure: Measure, remarks: Remarks, kind: Kind = Kind.ANSWERS) -> None:
        self._measure = measure
        self._remarks = remarks
        self._yes_or_no = kind is Kind.ANSWERS and measure.measure == SHARE
        self._percent = kind is Kind.MEANS and measure.measure == SHARE
        self._read = 0
        self._misfits: list[str] = []
        self._highest = Decimal(0)

    def value(self, told: Told) -> float | None:
        """Read one answer; None when nobody answers, or when it is left aside."""
        if self._yes_or_no and (share := chosen(told.text)) is not None:
            self._read += 1
            return share
        found = self.number(told)
        return None if found is None else float(found.amount)

    def number(self, told: Told) -> Numeral | None:
        """Read one number on the scale; None when there is none, or when it is left aside."""
        if is_missing(told.text):
            empty = not told.text
            self._aside(told, Reason.EMPTY if empty else Reason.NO_ANSWER)
            return None
        found = note(told.text) if self._measure.measure == NOTE else numeral(told.text)
        if found is None or self._yes_or_no:
            self._misfits.append(told.text)
            self._aside(told, Reason.DATE if is_date(told.text) else Reason.UNREADABLE)
            return None
        if not _within(found.amount, self._measure):
            self._misfits.append(told.text)
            self._aside(told, Reason.OUT_OF_SCALE)
            return None
        self._read += 1
        self._highest = max(self._highest, found.amount)
        if self._percent and 0 < found.amount < 1 and not told.text.endswith("%"):
            self._fraction(told)
        return found

    def spans(self, deviation: Numeral, count: int | None) -> bool:
        """True for a standard deviation that answers on the scale can have. What is written was rounded."""
        largest = self._measure.largest_deviation(count)
        rounded = Decimal(5).scaleb(-deviation.decimals - 1)
        return deviation.amount >= 0 and (largest is None or deviation.amount - rounded <= largest)

    def check(self) -> None:
        """Raise `SurveyRefused` when too many values do not fit; say it when a note never passes half."""
        if len(self._misfits) > MOST_MISFITS * (self._read + len(self._misfits)):
            raise self._wrong()
        if self._measure.measure == NOTE and self._read and self._highest <= HALF:
            self._remarks.alert(
                "echelle_jusqu_a_cinq",
                "",
                f"Aucune valeur ne passe {HALF}\u202f: elles sont lues sur 10, et viennent peut-être d’une "
                f"échelle de 1 à {HALF}.",
                "Si l’échelle est autre, la ramener de 0 à 10 dans le fichier.",
            )

    def _fraction(self, told: Told) -> None:
        """Refuse a share of 0,45: it is 45 % typed as a fraction more often than half a percent."""
        self._remarks.error(
            *(told.row, told.column, "pourcentage_ambigu", told.text),
            "est un pourcentage, ou une fraction à multiplier par cent",
            "Écrire les parts de 0 à 100, ou le signe\u202f% après le nombre.",
        )

    def _aside(self, told: Told, reason: Reason) -> None:
        self._remarks.aside.add(reason, told.row, told.column, told.text)

    def _wrong(self) -> SurveyRefused:
        numbers = [found.amount for text in self._misfits if (found := numeral(text))]
        dates = [text for text in self._misfits if is_date(text)]
        others = {scale["out_of"] for text in self._misfits if (scale := _OTHER_SCALE.fullmatch(text))}
        read = counted(len(self._misfits), "valeur n’est pas", "valeurs ne sont pas")
        of = f"{read} {self._expected()}, sur {number(self._read + len(self._misfits))}"
        if self._yes_or_no and numbers:
            why, action = (
                "les réponses sont des nombres",
                "Choisir la note comme mesure, ou écrire oui ou non.",
            )
        elif numbers:
            why = f"elles vont jusqu’à {number(float(max(numbers)))}"
            action = (
                "Ramener les valeurs à l’échelle de la mesure dans le fichier, ou choisir une autre mesure."
            )
        elif dates:
            why = f"un tableur en a fait des dates, comme {quote(dates[0])}"
            action = "Mettre la colonne au format Nombre dans le tableur, et y saisir à nouveau les valeurs."
        elif others:
            why = f"elles sont sur {min(others, key=int)}"
            action = "Les ramener à l’échelle dans le fichier."
        else:
            why = f"par exemple {quote(self._misfits[0])}"
            action = "Choisir une autre colonne ou une autre mesure, ou écrire des nombres."
        return self._remarks.refuse("autre_echelle", f"{of}\u202f: {why}.", action)

    def _expected(self) -> str:
        return "un oui ou un non" if self._yes_or_no else f"un nombre {bounds(self._measure)}"


def _within(amount: Decimal, measure: Measure) -> bool:
    low, high = measure.minimum, measure.maximum
    return (low is None or amount >= low) and (high is None or amount <= high)
