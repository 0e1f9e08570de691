"""The whole data of the published workbook, made once for these tests."""

from dataclasses import dataclass
from functools import cached_property

import pytest

from exports.stamp import Stamp, stamp
from exports.whole import book, bundle
from indicators.results import Results
from tests import opened


@dataclass(frozen=True)
class Whole:
    """An edition, and its two files."""

    results: Results
    about: Stamp
    archive: bytes

    @cached_property
    def book(self) -> bytes:
        return book.book(self.results, self.about)


@pytest.fixture(scope="module")
def published() -> Whole:
    results = opened.published()
    about = stamp(results.edition(), book.TITLE, subtitle=book.SUBTITLE, source=book.SOURCE, link="http://l/")
    return Whole(results, about, bundle.bundle(results, about))
