"""One entry for each thing that can be looked for: how the list writes it, and how else it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from indicators.rows import records
from indicators.vocabulary import Vocabulary
from readings.settings.explained import Explained
from wording.lists import join
from wording.typography import capital, typed


class Kind(StrEnum):
    """What an entry is, in the word that is shown beside it."""

    REGION = "Région"
    DOMAIN = "Domaine"
    PAGE = "Page"
    INDICATOR = "Indicateur"
    ACTOR = "Acteur"
    INITIATIVE = "Initiative"
    METHOD = "Méthode"


# What the workbook says of an indicator.
_TOLD = ("label", "criterion", "published_code", "unit", "source")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry: `code` in the address, `words` that find it too (short ones are shown when they do)."""

    kind: Kind
    code: str
    label: str
    words: tuple[str, ...] = ()


def regions(known: Vocabulary, others: Iterable[tuple[str, str]]) -> list[Found]:
    """Return the regions; `others`: pairs of a region's code and what finds it (department, initials)."""
    called: dict[str, list[str]] = {code: [known.names[code].short_name] for code in known.regions}
    for code, word in others:
        if code in called:
            called[code].append(word)
    return [
        Found(Kind.REGION, code, name, _besides(name, called[code])) for code, name in known.regions.items()
    ]


def domains(known: Vocabulary, catalogue: pd.DataFrame) -> list[Found]:
    """Return the domains, found by their long label and by the names of their indicators too."""
    measured: dict[str, list[str]] = {code: [known.domain_labels[code]] for code in known.domains}
    for row in records(catalogue):
        if row["domain_code"] in measured:
            measured[row["domain_code"]].append(known.indicators[row["indicator_code"]])
    return [
        Found(Kind.DOMAIN, code, label, _besides(label, measured[code]))
        for code, label in known.domains.items()
    ]


def indicators(known: Vocabulary, catalogue: pd.DataFrame, code_of: Callable[[str], str]) -> list[Found]:
    """Return the indicators by their plain name, found by their source and their unit too.

    `code_of`: how the address writes the code of one.
    """
    return [
        Found(
            Kind.INDICATOR,
            code_of(row["indicator_code"]),
            capital(name := known.indicators[row["indicator_code"]]),
            _besides(name, [row[told] for told in _TOLD]),
        )
        for row in records(catalogue)
    ]


def actors(known: Vocabulary) -> list[Found]:
    """Return those whose answers are compared with what is measured."""
    return [Found(Kind.ACTOR, code, label) for code, label in known.actors.items()]


def initiatives(
    known: Vocabulary, named: pd.DataFrame, codes: Mapping[int, str], places: Mapping[str, str]
) -> list[Found]:
    """Return the initiatives (see `indicators.initiatives`), found by their place and their partners too.

    `codes`: how the address writes each one, by its row; `places`: names of the departments by code.
    """
    found: dict[str, Found] = {}
    for row in records(named):
        at = [known.regions.get(code, code) for code in row["region_codes"]]
        at += [places.get(code, code) for code in row["department_codes"]]
        on = [known.domains[code] for code in row["domain_codes"] if code in known.domains]
        words = [join(at), row["department_label"], *on, row["partners"]]
        code = codes[row["row_number"]]
        # Two rows of one name are shown together.
        found.setdefault(code, Found(Kind.INITIATIVE, code, typed(row["name"]), _besides(row["name"], words)))
    return list(found.values())


def method(explained: Explained, code_of: Callable[[str], str]) -> list[Found]:
    """Return the parts of the method, found by every word of their sentences."""
    return [
        Found(
            Kind.METHOD,
            code_of(part.heading),
            part.heading,
            (*part.sentences, *(formula.words for formula in part.formulas)),
        )
        for part in explained.parts
    ]


def _besides(label: str, words: Iterable[object]) -> tuple[str, ...]:
    """Keep the words that are there and say something else than the label, each once."""
    written = dict.fromkeys(typed(word) for word in words if isinstance(word, str) and word)
    return tuple(word for word in written if word != label)
