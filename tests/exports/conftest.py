"""The editions whose files are read back: the published workbook and the invented one."""

from collections.abc import Iterator

import pytest

from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from tests import fictional
from tests.boring import WORKBOOK


@pytest.fixture(scope="session")
def published() -> Iterator[Results]:
    store = Store.in_memory(load(WORKBOOK))
    yield Results(store)
    store.close()


@pytest.fixture(scope="session")
def invented() -> Results:
    return Results(fictional.store())
