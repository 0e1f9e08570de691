"""« Années antérieures »: the rows that updates took the place of, laid out as « Données territoriales »."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders.file.addresses import address
from loaders.naming import key
from loaders.records import IndicatorYear, PastValue
from loaders.sheets import past_faults
from loaders.sheets.indicators import read_row
from loaders.sheets.layout import Layout
from loaders.sheets.lines import Line
from loaders.sheets.row import IndicatorRow
from loaders.sheets.vocabulary import Vocabulary

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class PastRow:
    """An indicator in an earlier year: its figures, the year as a number, what changed after it."""

    row: IndicatorRow
    period: int
    rupture: str


def period(year: str) -> int | None:
    """The last year that a text names: « 2019 (T1) » is 2019, « 2015 à 2018 » 2018; None without any."""
    named = [int(found) for found in _YEAR.findall(year)]
    return max(named, default=None)


def read_past(
    lines: Iterable[Line], current: tuple[IndicatorRow, ...], layout: Layout, vocabulary: Vocabulary
) -> tuple[PastRow, ...]:
    """Type the rows and tie each to its indicator; what forbids to compare one becomes an error.

    `layout`: of the current table, for the cells of the years.
    """
    owners = _Owners(current)
    found: dict[tuple[str, int], PastRow] = {}
    for line in lines:
        made = _past_row(line, read_row(line, {}, vocabulary), owners, layout.columns["year"])
        if made is None:
            continue
        other = found.setdefault((made.row.indicator.indicator_code, made.period), made)
        if other is not made:
            past_faults.twice(line, made.row, made.period, other.row.indicator.row_number)
    return tuple(found.values())


def years(current: tuple[IndicatorRow, ...], past: tuple[PastRow, ...]) -> tuple[IndicatorYear, ...]:
    """The years of every indicator that names one, the current one first."""
    named = ((row, period(row.indicator.year)) for row in current)
    return (
        *(_year(row, when, "") for row, when in named if when is not None),
        *(_year(one.row, one.period, one.rupture) for one in past),
    )


def values(past: tuple[PastRow, ...]) -> tuple[PastValue, ...]:
    """The figures of the earlier years, in the order of the sheet."""
    return tuple(_values(past))


class _Owners:
    """The current indicators by code, and by label for the rows that are published without one."""

    def __init__(self, current: tuple[IndicatorRow, ...]) -> None:
        self._codes = {row.indicator.indicator_code.casefold(): row for row in current}
        self._labels: defaultdict[str, list[IndicatorRow]] = defaultdict(list)
        for row in current:
            self._labels[key(row.indicator.label)].append(row)

    def of(self, line: Line, row: IndicatorRow) -> IndicatorRow | None:
        """The indicator of a row; None, with an error recorded, when there is not exactly one."""
        told = row.indicator
        if told.published_code:
            owner = self._codes.get(told.indicator_code.casefold())
            if owner is None:
                past_faults.unknown_code(line, told.published_code)
            return owner
        named = self._labels[key(told.label)] if told.label else []
        if told.label and len(named) != 1:
            past_faults.unknown_label(line, told.label, len(named))
        return named[0] if len(named) == 1 else None


def _past_row(line: Line, row: IndicatorRow, owners: _Owners, column: int) -> PastRow | None:
    """Tie a row to its indicator; `column`: of the years of the current table."""
    owner = owners.of(line, row)
    if owner is None:
        return None
    when = _when(line, row, owner, address(owner.indicator.row_number, column))
    past_faults.check_same(line, row, owner)
    return None if when is None else PastRow(_owned(row, owner), when, line.text("rupture"))


def _when(line: Line, row: IndicatorRow, owner: IndicatorRow, said: str) -> int | None:
    """The year of a row, before that of its indicator; None, with an error recorded, otherwise."""
    when, now = period(row.indicator.year), period(owner.indicator.year)
    if when is None:
        past_faults.no_year(line, row.indicator.year)
    elif now is None:
        past_faults.no_current_year(line, owner, said)
    elif when >= now:
        past_faults.not_earlier(line, owner, said)
    else:
        return when
    return None


def _owned(row: IndicatorRow, owner: IndicatorRow) -> IndicatorRow:
    code = owner.indicator.indicator_code
    figures = {region: replace(value, indicator_code=code) for region, value in row.values.items()}
    return replace(row, indicator=replace(row.indicator, indicator_code=code), values=figures)


def _year(row: IndicatorRow, when: int, rupture: str) -> IndicatorYear:
    one = row.indicator
    return IndicatorYear(one.indicator_code, when, one.year, one.source, rupture, one.sheet, one.row_number)


def _values(past: tuple[PastRow, ...]) -> Iterator[PastValue]:
    for one in past:
        for value in one.row.values.values():
            yield PastValue(
                value.indicator_code,
                one.period,
                value.region_code,
                value.value,
                value.low,
                value.high,
                value.status,
                value.decimals,
                value.raw,
                value.sheet,
                value.cell,
                value.note,
            )
