"""What the loader has to say about a workbook: one finding = one sentence, one place, one thing to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from wording.numbers import counted

Level = Literal["erreur", "alerte", "info"]
LEVELS: tuple[Level, ...] = ("erreur", "alerte", "info")

# A workbook of 10,000 rows of junk must not produce 200,000 sentences: nobody reads past the first hundred.
MAXIMUM_ERRORS = 100
NOTHING_TO_DO = "Rien à faire."


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on the workbook.

    `cell` is an A1 address, a range, or "" when the whole sheet or file is meant.
    """

    level: Level
    kind: str
    sheet: str
    cell: str
    message: str
    action: str

    @property
    def place(self) -> str:
        """Where it is, in French; empty when the finding is about the file as a whole."""
        if not self.sheet:
            return ""
        where = f"feuille «\u00a0{self.sheet}\u00a0»"
        if not self.cell:
            return where
        return f"{where}, {'cellules' if ':' in self.cell else 'cellule'} {self.cell}"

    def sentence(self) -> str:
        """The finding as one readable French line: place, message, action."""
        place = f"{self.place[0].upper()}{self.place[1:]}\u202f: " if self.place else ""
        return f"{place}{self.message} {self.action}".strip()


class WorkbookRefused(Exception):
    """The workbook cannot be loaded.

    `findings` are sorted, errors first; `str()` is one clear French sentence.
    """

    def __init__(self, findings: Iterable[Finding], sha256: str = "", file_name: str = "") -> None:
        self.findings = sort_findings(findings)
        self.sha256 = sha256
        self.file_name = file_name
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        errors = [finding for finding in self.findings if finding.level == "erreur"]
        others = len(errors) - 1
        rest = f" ({counted(others, 'autre erreur', 'autres erreurs')})" if others > 0 else ""
        return f"Classeur refusé. {errors[0].sentence()}{rest}"


class Findings:
    """Collects findings during a load and stops it when errors pile up."""

    def __init__(self) -> None:
        self._items: list[Finding] = []
        self._errors = 0

    def error(self, kind: str, sheet: str, cell: str, message: str, action: str) -> None:
        """Record a reason to refuse the workbook; raises `WorkbookRefused` after `MAXIMUM_ERRORS`."""
        finding = Finding("erreur", kind, sheet, cell, message, action)
        if finding in self._items:
            return
        self._items.append(finding)
        self._errors += 1
        if self._errors >= MAXIMUM_ERRORS:
            self.refuse_if_any()

    def alert(self, kind: str, sheet: str, cell: str, message: str, action: str) -> None:
        """Record something a reader of the figures must know."""
        self._items.append(Finding("alerte", kind, sheet, cell, message, action))

    def info(self, kind: str, sheet: str, cell: str, message: str, action: str = NOTHING_TO_DO) -> None:
        """Record something verified, or worth knowing without being a doubt."""
        self._items.append(Finding("info", kind, sheet, cell, message, action))

    def refuse_if_any(self) -> None:
        """Raise `WorkbookRefused` when at least one error has been recorded."""
        if self._errors:
            raise WorkbookRefused(self._items)

    def sorted(self) -> tuple[Finding, ...]:
        """All findings, most serious first, then in reading order."""
        return sort_findings(self._items)


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Most serious level first; inside a level the order of sheets is kept and cells are in reading order."""
    items = list(findings)
    sheets = {sheet: rank for rank, sheet in enumerate(dict.fromkeys(item.sheet for item in items))}
    return tuple(
        sorted(
            items, key=lambda item: (LEVELS.index(item.level), sheets[item.sheet], _reading_order(item.cell))
        )
    )


def _reading_order(cell: str) -> tuple[int, int, str]:
    """(row, width of the column letters, letters) of an address or of the start of a range."""
    match = re.match(r"([A-Z]+)(\d+)", cell)
    return (int(match[2]), len(match[1]), match[1]) if match else (0, 0, cell)
