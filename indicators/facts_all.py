"""Every fact of an edition, and the table that the command line and the exports print."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from indicators.facts import Fact, FactKind, strongest_first
from indicators.facts_actors import agreements, evolutions
from indicators.facts_caveats import caveats
from indicators.facts_felt import crossed
from indicators.facts_measured import extremes, profile
from indicators.method import Method
from indicators.noise import DRAWS_PAGE
from indicators.perception import perceived
from indicators.phrases_facts import sentence
from indicators.structure import actors
from indicators.vocabulary import vocabulary
from loaders.store import Store

_COLUMNS = (
    *("kind", "region_code", "domain_code", "actor_code", "wave", "since", "among", "codes", "measures"),
    *("sentence", "numbers", "unit", "reason", "text", "strength", "cells"),
)
_OWN = tuple(name for name in _COLUMNS if name != "sentence")


def facts(store: Store, method: Method | None = None, draws: int = DRAWS_PAGE) -> tuple[Fact, ...]:
    """Return every fact of the edition read by one method: by kind, strongest first; raises `MethodError`."""
    chosen = method or Method()
    told = {code: perceived(store, code) for code in actors(store)["actor_code"]}
    found = [
        *extremes(store, chosen),
        *profile(store, chosen),
        *crossed(store, chosen, told, draws),
        *agreements(store),
        *evolutions(store, told),
        *caveats(store, chosen, told),
    ]
    kinds = list(FactKind)
    return tuple(sorted(strongest_first(found), key=lambda fact: kinds.index(fact.kind)))


def facts_table(store: Store, found: Iterable[Fact]) -> pd.DataFrame:
    """Return one row a fact, with its French sentence; `numbers` is a dict, `codes` and `cells` tuples."""
    words = vocabulary(store)
    rows = [
        {name: getattr(fact, name) for name in _OWN}
        | {"kind": str(fact.kind), "numbers": dict(fact.numbers), "sentence": sentence(fact, words)}
        for fact in found
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS))
