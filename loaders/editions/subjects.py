"""What each row of a sheet is about: its identity from one edition to the next, and its name in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from loaders.editions.cells import SheetCells, Written
from loaders.naming import collapse
from loaders.store import FRANCE, Store

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Subject:
    """A row: `identity` is the same in another edition; codes are "" or () for what it is not about."""

    identity: tuple[str, ...]
    words: str
    indicator_code: str = ""
    domain_code: str = ""
    region_codes: tuple[str, ...] = ()
    actor_code: str = ""
    wave: str = ""


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects that the store knows by sheet and row."""

    by_row: dict[tuple[str, int], Subject]

    def of(self, sheet: SheetCells, row: int, cells: Sequence[Written]) -> Subject | None:
        """Return what a row is about; None for a line of text below or beside the table."""
        known = self.by_row.get((sheet.name, row))
        if known is None and sheet.sheet_key in _NAMED_BY:
            return _named(sheet, cells)
        return known


def subjects(store: Store) -> Subjects:
    """Read the indicators, their earlier years and the survey figures of an edition."""
    return Subjects(dict([*_past(store), *_indicators(store), *_figures(store)]))


def _indicators(store: Store) -> list[tuple[tuple[str, int], Subject]]:
    return [
        ((sheet, row), Subject((code,), collapse(label), code, domain or ""))
        for sheet, row, code, label, domain in store.rows(_INDICATORS)
    ]


def _past(store: Store) -> list[tuple[tuple[str, int], Subject]]:
    """Name the earlier years; without codes, for no result rests on them."""
    return [
        ((sheet, row), Subject((code, str(period)), f"{collapse(label)}, {year}"))
        for sheet, row, code, period, label, year in store.rows(_PAST)
    ]


def _figures(store: Store) -> list[tuple[tuple[str, int], Subject]]:
    names = {FRANCE: "France", **dict(store.rows("SELECT region_code, short_name FROM mart.region"))}
    return [_figure(row, names) for row in store.rows(_FIGURES)]


def _figure(row: tuple[Any, ...], names: dict[str, str]) -> tuple[tuple[str, int], Subject]:
    sheet, number, codes, domain, actor, *texts = row
    programme, survey, wave, measure, detail, perimeter, asked, base, labels = texts
    identity = (programme, survey, wave, actor or "", " ".join(codes), perimeter, domain or "")
    words = [*labels[:2], perimeter or ", ".join(names.get(code, code) for code in codes), wave, labels[2]]
    subject = Subject(
        (*identity, measure, detail, asked, base),
        _cut(", ".join(collapse(word) for word in [*words, detail] if word)),
        domain_code=domain or "",
        region_codes=tuple(codes),
        actor_code=actor or "",
        wave=wave,
    )
    return (sheet, number), subject


_INDICATORS = "SELECT sheet, row_number, indicator_code, label, domain_code FROM mart.indicator"
_PAST = """
    SELECT DISTINCT figure.sheet, dated.row_number, indicator_code, period, indicator.label, dated.year
    FROM clean.past_value AS figure
    JOIN clean.indicator_year AS dated USING (indicator_code, period)
    JOIN mart.indicator AS indicator USING (indicator_code)
"""
_FIGURES = """
    SELECT figure.sheet, figure.row_number, figure.region_codes, figure.domain_code, figure.actor_code,
        figure.programme, figure.survey, figure.wave, figure.measure, figure.detail, figure.perimeter,
        figure.subpopulation, figure.base,
        [coalesce(domain.short_label, ''), coalesce(actor.label, ''), measure.label]
    FROM clean.figure AS figure
    JOIN mart.measure AS measure USING (measure)
    LEFT JOIN mart.domain AS domain USING (domain_code)
    LEFT JOIN mart.actor AS actor USING (actor_code)
"""


def _named(sheet: SheetCells, cells: Sequence[Written]) -> Subject | None:
    """Name a row by its own cells: its code and its label, or its name."""
    texts = {sheet.columns[cell.column].name: collapse(cell.text) for cell in cells}
    identifying, naming = _NAMED_BY[sheet.sheet_key]
    identity = texts.get(identifying, "")
    if not identity:
        return None
    domain = identity if sheet.sheet_key == "domains" else ""
    return Subject((identity,), _cut(texts.get(naming, identity)), domain_code=domain)


# Sheet key → the column that identifies a row, and the one that names it.
_NAMED_BY = {
    "domains": ("code", "label"),
    "sources": ("code", "reference"),
    "initiatives": ("name", "name"),
}


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
