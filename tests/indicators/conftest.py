"""The published workbook as a store, read once for all the tests of this room."""

from __future__ import annotations

import pytest

from indicators.facts import Fact
from indicators.facts_all import facts
from loaders.store import Store
from tests import fictional, opened


@pytest.fixture(scope="session")
def published() -> Store:
    return opened.published().store


@pytest.fixture(scope="session")
def published_facts(published: Store) -> tuple[Fact, ...]:
    return facts(published, draws=200)


@pytest.fixture(scope="session")
def invented_facts() -> tuple[Fact, ...]:
    """Of a complete survey that does not exist."""
    return facts(fictional.store(), draws=100)
