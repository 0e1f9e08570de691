"""What the columns of a file hold, as counts of texts: a proposal is decided on all of them, never on a few.

Texts that are nobody's answer are left out first: « n.d. » or « NSP » never changes what is proposed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from loaders.survey.table import CsvTable
from loaders.survey.texts import chosen, is_missing, note, numeral

_TEN = Decimal(10)


@dataclass(frozen=True, slots=True)
class Content:
    """The texts that are answers, with how often each comes back.

    `rising`: whole numbers, each larger than the one before, which is what numbers of rows look like.
    """

    texts: Counter[str]
    rising: bool

    @property
    def count(self) -> int:
        """How many answers."""
        return self.texts.total()

    def share(self, test: Callable[[str], object]) -> float:
        """Return the share of the answers that pass a test; 0 without answers."""
        passed = sum(count for text, count in self.texts.items() if test(text))
        return passed / self.count if self.count else 0.0


def content(table: CsvTable, *headings: str) -> Content:
    """Count the answers of one column, or of several together."""
    found: Counter[str] = Counter()
    rising = len(headings) == 1
    last: Decimal | None = None
    for heading in headings:
        for text in table.texts(table.headings.index(heading)):
            if is_missing(text):
                continue
            found[text] += 1
            if rising:
                number = numeral(text)
                rising = number is not None and not number.decimals and (last is None or number.amount > last)
                last = number.amount if number else None
    return Content(found, rising and found.total() > 1)


def is_number(text: str) -> bool:
    """True for a number, alone or before its label."""
    return numeral(text) is not None or note(text) is not None


def is_large(text: str) -> bool:
    """True for a number that is no note out of ten, or that is written with « % »."""
    found = numeral(text)
    return found is not None and (found.amount > _TEN or text.endswith("%"))


def is_word_of_choice(text: str) -> bool:
    """True for « oui », « x », « Coché »…, but not for « 1 » and « 0 », which are also notes."""
    return numeral(text) is None and chosen(text) is not None


def is_zero_or_one(text: str) -> bool:
    """True for what a box is exported as, words or numbers."""
    return chosen(text) is not None
