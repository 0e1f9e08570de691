"""The published workbook as a store, read once for all the tests of this room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from indicators.facts import Fact
from indicators.facts_all import facts
from loaders.edition import load
from loaders.store import Store
from tests import fictional
from tests.boring import WORKBOOK


@pytest.fixture(scope="session")
def published() -> Iterator[Store]:
    store = Store.in_memory(load(WORKBOOK))
    yield store
    store.close()


@pytest.fixture(scope="session")
def published_facts(published: Store) -> tuple[Fact, ...]:
    return facts(published, draws=200)


@pytest.fixture(scope="session")
def invented_facts() -> tuple[Fact, ...]:
    """Of a complete survey that does not exist."""
    return facts(fictional.store(), draws=100)
