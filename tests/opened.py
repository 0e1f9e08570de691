"""The published workbook and the invented one, opened once for all the tests of a process."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from indicators.facts import Fact
from indicators.facts_all import facts
from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from tests import fictional, full_size
from tests.boring import WORKBOOK


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
    """What an edition of the observatory's size gives."""
    with TemporaryDirectory() as folder:
        return Results(lasting(Store.in_memory(load(full_size.write(Path(folder))))))


@cache
def published_facts() -> tuple[Fact, ...]:
    """What the published edition gives to say."""
    return facts(published().store, draws=200)


@cache
def invented_facts() -> tuple[Fact, ...]:
    """What the complete survey gives to say."""
    return facts(invented().store, draws=100)
