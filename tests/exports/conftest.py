"""The editions whose files are read back: the published workbook and the invented one."""

import pytest

from indicators.results import Results
from tests import opened
from tests.schema import by_the_schema

__all__ = ["by_the_schema"]


@pytest.fixture(scope="session")
def published() -> Results:
    return opened.published()


@pytest.fixture(scope="session")
def invented() -> Results:
    return opened.invented()
