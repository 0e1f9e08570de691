"""The published workbook and the invented one, opened once for all the tests of a process."""

from functools import cache

from indicators.facts import Fact
from indicators.facts_all import facts
from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from tests import fictional
from tests.boring import WORKBOOK
from tests.training.workbook import WORKBOOK as TRAINING


def lasting(store: Store) -> Store:
    """Let nobody close a store under the other tests."""
    store.close = lambda: None  # type: ignore[method-assign]
    return store


@cache
def published() -> Results:
    """What the published workbook gives; `.store` is its store."""
    return Results(lasting(Store.in_memory(load(WORKBOOK))))


@cache
def invented() -> Results:
    """What a complete survey that does not exist gives."""
    return Results(lasting(fictional.store()))


@cache
def large() -> Results:
    """What the training edition gives, which has the size and the holes of a real one."""
    return Results(lasting(Store.in_memory(load(TRAINING))))


@cache
def published_facts() -> tuple[Fact, ...]:
    """What the published edition gives to say."""
    return facts(published().store, draws=200)


@cache
def invented_facts() -> tuple[Fact, ...]:
    """What the complete survey gives to say."""
    return facts(invented().store, draws=100)
