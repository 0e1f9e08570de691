"""When what is measured was measured: a gap sets it against a survey of another year, and says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from wording.lists import join

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_UNKNOWN = "année non publiée"
# Beyond two dates, a list is no longer read.
_LISTED = 2


def by_domain(catalogue: pd.DataFrame) -> Mapping[str, str]:
    """Return the dates of the indicators that measure each domain, as published: « 2019, T1 ».

    Of more than two, the years that they cover: « de 2012 à 2020 ». `catalogue`: see `indicators.structure`.
    A domain without any published value is not there.
    """
    used = _used(catalogue)
    dates: dict[str, dict[str, None]] = {}
    for code, year in zip(used["domain_code"].tolist(), used["year"].tolist(), strict=True):
        dates.setdefault(str(code), {})[_dated(str(year))] = None
    return {code: join(found) if len(found) <= _LISTED else _covered(found) for code, found in dates.items()}


def span(catalogue: pd.DataFrame) -> str:
    """Return the years that all the indicators of the index cover: « de 2012 à 2019 », « de 2018 »."""
    return _covered(map(str, _used(catalogue)["year"]))


def sources(catalogue: pd.DataFrame, domain: str) -> tuple[str, ...]:
    """Return the documents behind what measures a domain, each once."""
    used = _used(catalogue)
    return tuple(text for text in dict.fromkeys(used.loc[used["domain_code"] == domain, "source"]) if text)


def _covered(texts: Iterable[str]) -> str:
    years = sorted(year for text in texts for year in _YEAR.findall(text))
    if not years:
        return f"d’{_UNKNOWN}"
    return f"de {years[0]}" if years[0] == years[-1] else f"de {years[0]} à {years[-1]}"


def _used(catalogue: pd.DataFrame) -> pd.DataFrame:
    used = catalogue["domain_code"].notna() & (catalogue["weight"] > 0) & (catalogue["values_published"] > 0)
    return catalogue.loc[used, ["domain_code", "year", "source"]]


def _dated(year: str) -> str:
    """« 2019 (T1) » → « 2019, T1 »: a date stands in brackets already."""
    return year.replace(" (", ", ").replace(")", "") or _UNKNOWN
