"""When what is measured was measured: a gap sets it against a survey of another year, and says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from indicators.results import Results
from indicators.rows import Row, records
from wording.lists import join

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_UNKNOWN = "année non publiée"
# Beyond two dates, a list is no longer read.
_LISTED = 2


def by_domain(results: Results) -> Mapping[str, str]:
    """Return the dates of the indicators that measure each domain, as published: « 2019, T1 ».

    Of more than two, the years that they cover: « de 2012 à 2020 ». A domain without any published value is
    not there.
    """
    return results.once("measured dates", lambda: _by_domain(_used(results)))


def span(results: Results) -> str:
    """Return the years that all the indicators of the index cover: « de 2012 à 2019 », « de 2018 »."""
    return results.once("measured span", lambda: _covered(row["year"] for row in _used(results)))


def sources(results: Results, domain: str) -> tuple[str, ...]:
    """Return the documents behind what measures a domain, each once."""
    named = [row["source"] for row in _used(results) if row["domain_code"] == domain]
    return tuple(filter(None, dict.fromkeys(named)))


def _by_domain(used: Iterable[Row]) -> dict[str, str]:
    dates: dict[str, dict[str, None]] = {}
    for row in used:
        dates.setdefault(row["domain_code"], {})[_dated(row["year"])] = None
    return {code: join(found) if len(found) <= _LISTED else _covered(found) for code, found in dates.items()}


def _covered(texts: Iterable[str]) -> str:
    years = sorted(year for text in texts for year in _YEAR.findall(text))
    if not years:
        return f"d’{_UNKNOWN}"
    return f"de {years[0]}" if years[0] == years[-1] else f"de {years[0]} à {years[-1]}"


def _used(results: Results) -> list[Row]:
    """Return the indicators of the index that have a published value."""
    return results.once(
        "measured with", lambda: [row for row in records(results.catalogue()) if _counts(row)]
    )


def _counts(row: Row) -> bool:
    return row["domain_code"] is not None and (row["weight"] or 0) > 0 and row["values_published"] > 0


def _dated(year: str) -> str:
    """« 2019 (T1) » → « 2019, T1 »: a date stands in brackets already."""
    return year.replace(" (", ", ").replace(")", "") or _UNKNOWN
