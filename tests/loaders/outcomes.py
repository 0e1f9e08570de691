"""Short ways to say what a load gave."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import pytest

from loaders.edition import LoadedEdition, assembled, load
from loaders.findings import Finding, WorkbookRefused
from loaders.reference import Reference
from tests.loaders.books import REAL, Book, to_sheets
from tests.loaders.published import Typed, expected


@lru_cache(maxsize=1)
def real_edition() -> LoadedEdition:
    """The real workbook, loaded once."""
    return load(REAL)


def loaded(book: Book | bytes | Path) -> LoadedEdition:
    """Load a book of tests; a refusal fails the test with its findings."""
    return load_book(book, "essai.xlsx")


def load_book(
    book: Book | bytes | Path | str, name: str = "", reference: Reference | None = None
) -> LoadedEdition:
    """Load a file as it is, a book from the sheets that its file would give."""
    if not isinstance(book, dict):
        return load(book, name, reference)
    sheets = to_sheets(book)
    return assembled(sheets, name, hashlib.sha256(repr(sheets).encode()).hexdigest(), reference)


def errors(book: Book | bytes | Path | str) -> list[Finding]:
    """The errors of a book that must be refused."""
    with pytest.raises(WorkbookRefused, match=r"^Classeur refusé\. ") as refusal:
        load_book(book)
    return [finding for finding in refusal.value.findings if finding.level == "erreur"]


def refused(book: Book | bytes | Path | str, kind: str, cell: str | None = None) -> Finding:
    """The error of this kind (at this cell) for which a book must be refused."""
    found = errors(book)
    matching = [item for item in found if item.kind == kind and cell in {None, item.cell}]
    assert matching, [(item.kind, item.cell, item.message) for item in found]
    assert all(item.message and item.action for item in found)
    return matching[0]


def findings(edition: LoadedEdition, kind: str, level: str | None = None) -> list[Finding]:
    """The findings of one kind, of one level when said."""
    return [item for item in edition.findings if item.kind == kind and level in {None, item.level}]


def figures(edition: LoadedEdition) -> list[tuple[str, dict[str, Typed]]]:
    """Label and typed figures by region code, row after row, as in `published.expected()`."""
    rows: dict[str, dict[str, Typed]] = {indicator.indicator_code: {} for indicator in edition.indicators}
    for value in edition.values:
        rows[value.indicator_code][value.region_code] = (value.value, value.low, value.high, value.status)
    return [(indicator.label, rows[indicator.indicator_code]) for indicator in edition.indicators]


def same_as_published(edition: LoadedEdition) -> bool:
    """True when all 420 figures are those of the document, its one declared correction applied."""
    return figures(edition) == expected()
