"""What each column probably is: by its heading, then by what it holds. A person decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from loaders.naming import key, words
from loaders.records import ROOM
from loaders.reference import FRANCE
from loaders.survey import rooms
from loaders.survey.contents import (
    Content,
    content,
    is_large,
    is_number,
    is_word_of_choice,
    is_zero_or_one,
)
from loaders.survey.matching import Kind, Matching
from loaders.survey.names import Names, of_departments
from loaders.survey.scale import NOTE, SHARE
from loaders.survey.table import CsvTable
from loaders.survey.texts import is_missing
from loaders.survey.topics import topic

_HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "actor_column": ("acteur", "profil", "typederepondant", "repondant", "actor"),
        "region_column": ("region", "coderegion", "codesregion", "territoire", "codeinsee"),
        "domain_column": ("domaine", "codedomaine", "thematique", "theme"),
        "value_column": ("valeur", "note", "notesur10", "moyenne", "reponse", "part", "score"),
        "weight_column": ("poids", "ponderation", "weight", "coefficient", "coefficientdeponderation"),
        "size_column": ("effectif", "n", "tailledechantillon", "nombredereponses", "repondants"),
        "deviation_column": ("ecarttype", "ecarttypedesreponses", "sd"),
    }
)
_OF_A_MEAN = ("size_column", "deviation_column")
_OF_A_VALUE = ("domain_column", "domain", "value_column")
# What a tool writes about a row, and not about an answer.
_NOT_A_VALUE = frozenset(
    "id identifiant numero serial sid seed token ip date heure time duree duration progress progression "
    "latitude longitude lastpage page age annee langue language startlanguage userlanguage".split()
)
_MOST = 0.5
_MOST_ON_SCALE = 0.8
_SOME = 0.25


def guess(table: CsvTable, names: Names) -> Matching:
    """Propose a matching: programme and date are left to the person, who knows them; a room says its own."""
    found = _by_heading(table, names)
    domains = _domain_columns(table, names, found)
    if domains:
        found = {name: heading for name, heading in found.items() if name not in _OF_A_VALUE}
    found = _by_content(found, table, names, wide=bool(domains))
    values = tuple(domains) or tuple(filter(None, [found.get("value_column", "")]))
    held = content(table, *values)
    kind = _kind(table, found, held, wide=bool(domains))
    if domains or kind is Kind.ANSWERS:
        found = {name: heading for name, heading in found.items() if name not in _OF_A_MEAN}
    if kind is Kind.MEANS:
        found.pop("weight_column", None)
    more: dict[str, Any] = {**found, "domain_columns": domains} if domains else dict(found)
    told: dict[str, Any] = {"programme": "", "date": "", "measure": _measure(held, kind)}
    if rooms.of_room(table):
        told |= rooms.described(table) | {"reliability": ROOM}
    return Matching(kind=kind, **told, **more)


def _by_heading(table: CsvTable, names: Names) -> dict[str, str]:
    """Recognise headings as a whole, then by a word of theirs if what the column holds agrees."""
    known = {heading: name for name, headings in _HEADINGS.items() for heading in headings}
    found: dict[str, str] = {}
    for heading in table.headings:
        name = known.get(key(heading))
        if name and not (name == "size_column" and _counts_rows(table, heading)):
            found.setdefault(name, heading)
    for name, read in (("region_column", _place(names)), ("actor_column", names.actor)):
        for heading in table.headings:
            spoken = name not in found and {*words(heading)} & {*_HEADINGS[name]}
            if spoken and content(table, heading).share(read) > _MOST:
                found[name] = heading
    return found


def _counts_rows(table: CsvTable, heading: str) -> bool:
    """« N° » numbers the rows; so does « n » when its numbers only rise."""
    return "°" in heading or (key(heading) == "n" and content(table, heading).rising)


def _domain_columns(table: CsvTable, names: Names, used: Mapping[str, str]) -> dict[str, str]:
    """Return heading → domain: the largest family of columns that name domains, each once, with answers.

    One column alone is the domain of the whole file, unless the rows name theirs.
    """
    families: dict[str, dict[str, str]] = {}
    for heading in table.headings:
        code, stem = topic(heading, names)
        family = families.setdefault(key(stem), {})
        if code and heading not in used.values() and code not in family.values() and _answers(table, heading):
            family[heading] = code
    largest = max(families.values(), key=len, default={})
    long = {"domain_column", "value_column"} <= used.keys()
    return {} if long and len(largest) == 1 else largest


def _answers(table: CsvTable, heading: str) -> bool:
    """True for a column of numbers or of boxes; also for one that is empty."""
    held = content(table, heading)
    return not held.count or held.share(lambda text: is_number(text) or is_zero_or_one(text)) >= _MOST


def _by_content(found: dict[str, str], table: CsvTable, names: Names, *, wide: bool) -> dict[str, str]:
    """Complete with the first free column that mostly holds known names, or numbers that are answers."""
    tests: dict[str, Callable[[str], object]] = {
        "actor_column": names.actor,
        "region_column": _place(names),
    }
    if not wide:
        tests |= {"domain_column": names.domain, "value_column": is_number}
    whole = dict(found)
    for name, test in tests.items():
        if name in whole:
            continue
        for heading in table.headings:
            if heading in whole.values() or _is_technical(heading) or of_departments(heading):
                continue
            held = content(table, heading)
            # Numbers in order are those of the rows; « fr » alone is a language.
            nothing = held.rising or {key(text) for text in held.texts} == {key(FRANCE)}
            if held.share(test) > _MOST and not nothing:
                whole[name] = heading
                break
    return whole


def _is_technical(heading: str) -> bool:
    return bool(_NOT_A_VALUE & {*words(heading)})


def _place(names: Names) -> Callable[[str], object]:
    return lambda text: names.region(text) or names.former.get(key(text))


def _kind(table: CsvTable, found: Mapping[str, str], held: Content, *, wide: bool) -> Kind:
    """Means have a size or a deviation, or hardly ever two rows on one subject; « oui » is a person's."""
    if held.share(is_word_of_choice) > _MOST:
        return Kind.ANSWERS
    if {*_OF_A_MEAN} & set(found):
        return Kind.MEANS
    about = [found.get(name, "") for name in ("actor_column", "region_column", "domain_column")]
    columns = [table.headings.index(heading) for heading in about if heading]
    subjects = [row for row in zip(*map(table.texts, columns), strict=True) if not any(map(is_missing, row))]
    few = len(subjects) < 2 or len(columns) < (1 if wide else 2)
    return Kind.ANSWERS if few or len({*subjects}) <= _MOST * len(subjects) else Kind.MEANS


def _measure(held: Content, kind: Kind) -> str:
    """A share when most answers are a box ticked or not, or when means pass ten; a note otherwise."""
    if kind is Kind.MEANS:
        return SHARE if held.share(is_large) > _SOME else NOTE
    boxes = held.share(is_word_of_choice) > _MOST or held.share(is_zero_or_one) > _MOST_ON_SCALE
    return SHARE if boxes else NOTE
