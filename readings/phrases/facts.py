"""Facts in French, one sentence each: what `python -m readings findings` says of an edition.

They never say that people are wrong: what is measured is a position among the regions, what is felt is felt.
When no sign is stated the sentence says so, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from indicators.facts import Fact, FactKind
from indicators.plain_names import of_domain, unit_beside
from indicators.vocabulary import Vocabulary, vocabulary
from loaders.store import Store
from readings.phrases import caveats as phrases_caveats
from readings.phrases import felt as phrases_felt
from readings.phrases.most import least_fragile, most_fragile
from readings.phrases.words import among_published, compared, each, headed, measured, regions
from wording.lists import join
from wording.numbers import counted
from wording.typography import quoted

# Beyond three names a sentence is a list.
_NAMED = 3
_COLUMNS = (
    *("kind", "region_code", "domain_code", "actor_code", "wave", "since", "among", "codes", "measures"),
    *("sentence", "numbers", "unit", "reason", "text", "strength", "cells"),
)
_OWN = tuple(name for name in _COLUMNS if name != "sentence")


def sentence(fact: Fact, words: Vocabulary) -> str:
    """Write one fact as one French sentence, with its full stop."""
    return _SENTENCES[fact.kind](fact, words)


def facts_table(store: Store, found: Iterable[Fact]) -> pd.DataFrame:
    """Return one row a fact, with its French sentence; `numbers` is a dict, `codes` and `cells` tuples."""
    words = vocabulary(store)
    rows = [
        {name: getattr(fact, name) for name in _OWN}
        | {"kind": str(fact.kind), "numbers": dict(fact.numbers), "sentence": sentence(fact, words)}
        for fact in found
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def _most_fragile(fact: Fact, words: Vocabulary) -> str:
    return _extreme(fact, words, most_fragile(fact.domain_code, many=len(fact.codes) > 1), "premier")


def _least_fragile(fact: Fact, words: Vocabulary) -> str:
    return _extreme(fact, words, least_fragile(fact.domain_code, many=len(fact.codes) > 1), "dernier")


def _extreme(fact: Fact, words: Vocabulary, what: str, place: str) -> str:
    many = len(fact.codes) > 1
    if len(fact.codes) > _NAMED:
        text = f"{regions(len(fact.codes))} à égalité au {place} rang de fragilité mesurée"
    else:
        verb = "sont" if many or words.names[fact.codes[0]].is_plural else "est"
        among = among_published(fact.numbers.get("ranked"), len(words.regions))
        text = f"{each(fact.codes, words.names)} {verb} {what}{' à égalité' if many else ''}{among}"
    return f"{headed(_subject(fact, words), text)}{_published(fact, words)}."


def _subject(fact: Fact, words: Vocabulary) -> str:
    """Name the indicator beside the domain wherever its figure is said."""
    domain = words.domains[fact.domain_code]
    return of_domain(domain, words.measures.get(fact.domain_code, "")) if "value" in fact.numbers else domain


def _published(fact: Fact, words: Vocabulary) -> str:
    """« , 10,8 % contre 8,4 % en France », when one published figure speaks for the domain."""
    found = fact.numbers
    if "value" not in found:
        return ""
    name = words.measures.get(fact.domain_code, "")
    value = measured(found["value"], unit_beside(name, fact.unit), int(found["decimals"]))
    if "benchmark" not in found:
        return f", {value}"
    france = compared(found["benchmark"], fact.unit, int(found["benchmark_decimals"]))
    return f", {value} contre {france} en France"


def _top_domains(fact: Fact, words: Vocabulary) -> str:
    return _domains(fact, words, "plus")


def _bottom_domains(fact: Fact, words: Vocabulary) -> str:
    return _domains(fact, words, "moins")


def _domains(fact: Fact, words: Vocabulary, degree: str) -> str:
    """« Les 5 domaines les plus fragiles d’Île-de-France… »; labels in quotes: some hold an « et »."""
    whose = f"{words.names[fact.region_code].name_of} par rapport aux autres régions"
    labels = join(quoted(words.domains[code]) for code in fact.codes)
    if len(fact.codes) == 1:
        return f"Le domaine le {degree} fragile {whose} est {labels}."
    count = counted(len(fact.codes), "domaine", "domaines")
    return f"Les {count} les {degree} fragiles {whose} sont {labels}."


_SENTENCES: dict[FactKind, Callable[[Fact, Vocabulary], str]] = {
    FactKind.MOST_FRAGILE: _most_fragile,
    FactKind.LEAST_FRAGILE: _least_fragile,
    FactKind.TOP_DOMAINS: _top_domains,
    FactKind.BOTTOM_DOMAINS: _bottom_domains,
    **phrases_felt.SENTENCES,
    **phrases_caveats.SENTENCES,
}
