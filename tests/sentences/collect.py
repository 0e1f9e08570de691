"""Read pages and documents of both workbooks in this process, and hold what they say against the rules."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from indicators.results import Results
from pages.facade import current, edition
from tests import holed, opened
from tests.sentences import documents, visit
from tests.sentences.rules import HOLED_RULES, RULES, Reader, Violation
from tests.sentences.said import COMPLETE, HOLED, PUBLISHED, Place, Said, sentences
from tests.sentences.views import LACKING, sample, views


class _Served:
    """The workbook that this process serves: opened once, until another one is asked for."""

    def __init__(self) -> None:
        self.data, self._held = "", ExitStack()

    def ask(self, data: str, stores: Path) -> None:
        """Serve a workbook from now on."""
        if self.data != data:
            self.stop()
            self._held.enter_context(visit.served(data, stores))
            self.data = data

    def stop(self) -> None:
        """Leave the process as it was."""
        self._held.close()
        self.data = ""


SERVED = _Served()


@cache
def reader(data: str) -> Reader:
    """Return the reader of a workbook in this process, who reads a sentence once."""
    return Reader(HOLED_RULES if data == HOLED else RULES)


def places(data: str, stores: Path, every: int = 1) -> list[Place]:
    """Return the views and the documents of a workbook, or one in `every` of them."""
    SERVED.ask(data, stores)
    current.begin()
    regions = [str(code) for code in results(data).regions()["region_code"]]
    made = documents.places(data, regions if data != HOLED else LACKING)
    return sample([*views(data), *made], every)


def said(place: Place, stores: Path) -> list[Said]:
    """Return everything that is said at a place; raises `visit.BrokenPage`."""
    if place.page.startswith("/"):
        SERVED.ask(place.data, stores)
        return visit.read(place)
    SERVED.ask(place.data, stores)
    return documents.read(place, results(place.data))


def read(asked: Sequence[Place], stores: Path) -> tuple[set[str], list[Violation]]:
    """Return the distinct sentences of these places, and what is wrong with them."""
    found: set[str] = set()
    wrong: list[Violation] = []
    for place in asked:
        try:
            whole = said(place, stores)
        except visit.BrokenPage as broken:
            wrong.append(Violation("broken-page", str(broken), "", str(place)))
            continue
        found.update(part for one in whole for part in sentences(one.text))
        wrong += reader(place.data).violations(whole)
    return found, wrong


def results(data: str) -> Results:
    """Return what a workbook gives: as the pages have computed it, when it is served."""
    if SERVED.data == data:
        current.begin()
        return edition.results()
    opening = {PUBLISHED: opened.published, COMPLETE: opened.invented, HOLED: holed.results}
    return opening[data]()
