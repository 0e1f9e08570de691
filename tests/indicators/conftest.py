"""The published workbook as a store, read once for all the tests of this room."""

from __future__ import annotations

import pytest

from indicators.facts import Fact
from loaders.store import Store
from tests import opened


@pytest.fixture(scope="session")
def published() -> Store:
    return opened.published().store


@pytest.fixture(scope="session")
def published_facts() -> tuple[Fact, ...]:
    return opened.published_facts()


@pytest.fixture(scope="session")
def invented_facts() -> tuple[Fact, ...]:
    """Of a complete survey that does not exist."""
    return opened.invented_facts()
