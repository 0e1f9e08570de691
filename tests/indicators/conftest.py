"""The published workbook as a store, read once for all the tests of this room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from loaders.edition import load
from loaders.store import Store
from tests.boring import WORKBOOK


@pytest.fixture(scope="session")
def published() -> Iterator[Store]:
    store = Store.in_memory(load(WORKBOOK))
    yield store
    store.close()
