"""What each column probably is: by its heading, then by what it holds. A person decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from loaders.naming import key
from loaders.survey.matching import Kind, Matching
from loaders.survey.names import Lookup, Names
from loaders.survey.table import CsvColumn
from loaders.survey.texts import numeral

_HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "actor_column": ("acteur", "profil", "typederepondant", "repondant"),
        "region_column": ("region", "coderegion", "codesregion", "territoire", "codeinsee"),
        "domain_column": ("domaine", "codedomaine", "thematique", "theme"),
        "value_column": ("valeur", "note", "notesur10", "moyenne", "reponse", "part", "score"),
        "weight_column": ("poids", "ponderation", "weight", "coefficient"),
        "size_column": ("effectif", "n", "tailledechantillon", "nombredereponses", "repondants"),
        "deviation_column": ("ecarttype", "ecarttypedesreponses", "sd"),
    }
)
_TEN = 10
_ENOUGH_DOMAINS = 2
NOTE, SHARE = "note_fragilite_sur_10", "part_priorite_pct"


def guess(columns: tuple[CsvColumn, ...], names: Names) -> Matching:
    """Propose a matching: programme and date are left to the person, who knows them."""
    found = _by_heading(columns)
    domains = _domain_columns(columns, names)
    if domains:
        found = {name: heading for name, heading in found.items() if name[:5] not in {"domai", "value"}}
    else:
        found = _by_content(found, columns, names)
    kind = Kind.MEANS if {"size_column", "deviation_column"} & set(found) else Kind.ANSWERS
    if domains and kind is Kind.MEANS:
        found = {name: heading for name, heading in found.items() if name not in _OF_A_MEAN}
    if kind is Kind.MEANS:
        found.pop("weight_column", None)
    more: dict[str, Any] = {**found, "domain_columns": domains} if domains else dict(found)
    return Matching(kind=kind, measure=_measure(columns, found, domains), programme="", date="", **more)


_OF_A_MEAN = ("size_column", "deviation_column")


def _by_heading(columns: tuple[CsvColumn, ...]) -> dict[str, str]:
    known = {heading: name for name, headings in _HEADINGS.items() for heading in headings}
    found: dict[str, str] = {}
    for column in columns:
        name = known.get(key(column.heading))
        if name:
            found.setdefault(name, column.heading)
    return found


def _domain_columns(columns: tuple[CsvColumn, ...], names: Names) -> dict[str, str]:
    """Return heading → domain when several columns are named after domains, each once."""
    found: dict[str, str] = {}
    for column in columns:
        code = names.domains.get(key(column.heading))
        if code and code not in found.values():
            found[column.heading] = code
    return found if len(found) >= _ENOUGH_DOMAINS else {}


def _by_content(found: dict[str, str], columns: tuple[CsvColumn, ...], names: Names) -> dict[str, str]:
    """Complete with the first free column whose samples are all known names, or all numbers."""
    tests: dict[str, Callable[[str], bool]] = {
        "actor_column": _in(names.actors),
        "region_column": _in(names.regions),
        "domain_column": _in(names.domains),
        "value_column": lambda text: numeral(text) is not None,
    }
    whole = dict(found)
    for name, test in tests.items():
        free = [column for column in columns if column.heading not in whole.values() and column.samples]
        fits = next((column.heading for column in free if all(map(test, column.samples))), None)
        if name not in whole and fits is not None:
            whole[name] = fits
    return whole


def _in(known: Lookup) -> Callable[[str], bool]:
    return lambda text: key(text) in known


def _measure(columns: tuple[CsvColumn, ...], found: Mapping[str, str], domains: Mapping[str, str]) -> str:
    """A share when a value is above ten, or is a yes or a no; a note otherwise."""
    values = {*domains} or {found.get("value_column", "")}
    samples = [text for column in columns if column.heading in values for text in column.samples]
    read = [numeral(text) for text in samples]
    large = any(number is not None and number.amount > _TEN for number in read)
    return SHARE if large or any(number is None for number in read) else NOTE
