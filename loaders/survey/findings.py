"""What there is to say about a survey file: the same findings as a workbook's, and a refusal of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from loaders.file.addresses import address
from loaders.findings import NOTHING_TO_DO, Finding, WorkbookRefused, sort_findings
from loaders.naming import quote
from loaders.survey.aside import Aside, LeftAside
from wording.numbers import counted

# What the imported survey is called wherever a figure says which sheet it comes from; its cells are those
# that a spreadsheet shows when it opens the file.
SHEET = "Enquête importée"
MOST_ERRORS = 100


class SurveyRefused(WorkbookRefused):
    """The survey file cannot be read; `str()` is one French sentence, `findings` say where and what to do."""

    left_aside: tuple[LeftAside, ...] = ()

    def _sentence(self) -> str:
        return super()._sentence().replace("Classeur refusé.", "Fichier d’enquête refusé.", 1)


def refused(kind: str, message: str, action: str) -> SurveyRefused:
    """Make the refusal of a file for one single reason."""
    return SurveyRefused([Finding("erreur", kind, "", "", message, action)])


class Remarks:
    """Collects remarks while a file is read; the same text in the same column is one remark, counted."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        self._headings = headings
        self._errors: dict[tuple[int, str, str], Finding] = {}
        self._times: Counter[tuple[int, str, str]] = Counter()
        self._others: list[Finding] = []
        self.aside = Aside()

    def error(self, row: int, column: int, kind: str, text: str, what: str, action: str) -> None:
        """Refuse a text: `what` follows it (« n’est pas un nombre »). Raises after `MOST_ERRORS` of them."""
        seen = (column, kind, text)
        self._times[seen] += 1
        if seen in self._errors:
            return
        heading = quote(self._headings[column - 1])
        message = f"Colonne {heading}\u202f: {quote(text)} {what}"
        self._errors[seen] = Finding("erreur", kind, SHEET, address(row, column), message, action)
        if len(self._errors) >= MOST_ERRORS:
            self.refuse_if_any()

    def alert(self, kind: str, cell: str, message: str, action: str) -> None:
        """Record what a reader of the figures must know."""
        self._others.append(Finding("alerte", kind, SHEET, cell, message, action))

    def info(self, kind: str, message: str) -> None:
        """Record what was done, without being a doubt."""
        self._others.append(Finding("info", kind, SHEET, "", message, NOTHING_TO_DO))

    def refuse_if_any(self) -> None:
        """Raise `SurveyRefused` when an error was recorded."""
        if self._errors:
            raise self._refused(self._counted())

    def refuse(self, kind: str, message: str, action: str) -> SurveyRefused:
        """Make the refusal of a file as a whole, with what was left aside before."""
        return self._refused([Finding("erreur", kind, "", "", message, action)])

    def _refused(self, errors: Iterable[Finding]) -> SurveyRefused:
        refusal = SurveyRefused([*errors, *self.sorted()])
        refusal.left_aside = tuple(self.aside)
        return refusal

    def sorted(self) -> tuple[Finding, ...]:
        """Return what was recorded when nothing is wrong, most serious first."""
        return sort_findings([*self._others, *(left.finding(SHEET) for left in self.aside)])

    def _counted(self) -> Iterable[Finding]:
        for seen, found in self._errors.items():
            times = self._times[seen]
            more = f" ({counted(times, 'ligne', 'lignes')}, la première ici)" if times > 1 else ""
            yield replace(found, message=f"{found.message}{more}.")
