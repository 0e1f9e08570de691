"""Every fact of an edition."""

from __future__ import annotations

from indicators.facts import Fact, FactKind, strongest_first
from indicators.facts_actors import agreements, evolutions
from indicators.facts_caveats import caveats
from indicators.facts_felt import crossed
from indicators.facts_measured import extremes, profile
from indicators.method import Method
from indicators.noise import DRAWS_PAGE
from indicators.perception import perceived
from indicators.structure import actors
from loaders.store import Store


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
