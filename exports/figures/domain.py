"""The numbers of « Par domaine »: what each actor is published to say of it, and the gaps of one actor."""

from __future__ import annotations

import pandas as pd

from exports.figures import published
from exports.figures.names import Names, names
from exports.figures.rows import Row, noted, text
from exports.figures.territory import cell_of
from exports.figures.two_sides import Gap, Side, among, two_sides
from exports.numbers import numbers
from indicators.gap_signs import Sign
from indicators.results import Results
from indicators.rows import Fields, each
from readings.phrases.reasons import gap_reason
from wording.perimeter import perimeter

_UNNAMED = "domaine non cité par l’enquête, rangs encore possibles"


def felt(results: Results, told: pd.DataFrame) -> pd.DataFrame:
    """Return the published figures of one kind; `told`: rows of `domain_sheet.told`."""
    return numbers(pd.DataFrame(list(published.felt(told, names(results)))))


def gaps(results: Results, rows: pd.DataFrame, known: pd.DataFrame, domain: str, actor: str) -> pd.DataFrame:
    """Return the gap of every region on a domain, and both of its sides.

    `rows`: `domain_sheet.gap_rows`; `known`: the rows of `indicators.gap_signs` they were chosen among, for
    the cells; `domain`, `actor`: codes.
    """
    words = names(results)
    here = known[known["domain_code"] == domain]
    cells = {_key(row): cell_of(row) for row in each(here)}
    found = [line for row in each(rows) for line in _gap(row, cells.get(_key(row), {}), words, domain, actor)]
    return numbers(pd.DataFrame(found))


def _key(row: Fields) -> tuple[str, str, str]:
    return str(row.region_code), str(row.wave), str(row.measure)


def _gap(row: Fields, cell: Row, words: Names, domain: str, actor: str) -> list[Row]:
    told = words.region(str(row.region_code)) | {
        "domain": words.domains[domain],
        "actor": words.actors[actor],
        "period": text(row.wave),
    }
    where = noted(_UNNAMED if row.unnamed else "", perimeter(text(row.perimeter)))
    reason = text(row.reason)
    why = gap_reason(reason) if reason else ""
    computed = row.verdict != Sign.NONE
    gap = Gap(row.gap, row.gap_low, row.gap_high, row.verdict, why) if computed else _none(why)
    return list(
        two_sides(
            told,
            gap,
            Side(row.measured, row.measured_low, row.measured_high, among(row.measured_ranked), {}),
            Side(None, row.felt_low, row.felt_high, where, cell),
            words,
        )
    )


def _none(why: str) -> Gap:
    return Gap(None, None, None, str(Sign.NONE), why)
