"""Open the addresses of one workbook in this process, as Streamlit runs them, and read what is drawn."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages import explorer, folds, taken
from pages.taken import Taken
from tests import fictional, holed, runs
from tests.boring import WORKBOOK
from tests.sentences.elements import words
from tests.sentences.said import Place, Said

ROUTER = Path(__file__).parents[2] / "pages" / "navigation.py"
_PATIENCE = 300


class BrokenPage(Exception):
    """A page that stops on an error says nothing that can be read."""


def workbook(data: str) -> Path:
    """Return the workbook that is read under a name."""
    match data:
        case "publie":
            return WORKBOOK
        case "troue":
            return holed.workbook()
        case _:
            return fictional.workbook()


@contextmanager
def served(data: str, stores: Path) -> Iterator[None]:
    """Serve a workbook in this process, with stores of its own."""
    asked = {"OBSERVATOIRE_CLASSEUR": str(workbook(data)), "OBSERVATOIRE_MAGASIN": str(stores)}
    with patch.dict(os.environ, asked):
        yield


def read(place: Place) -> list[Said]:
    """Return everything that an address says; the workbook must be served. Raises `BrokenPage`."""
    found: list[Taken] = []

    def kept(one: Taken) -> None:
        found.append(one)
        drawn(one)

    drawn = taken.menu
    app = AppTest.from_file(str(ROUTER), default_timeout=_PATIENCE)
    # A page is known by its address; AppTest would otherwise draw the first page before any other.
    app._page_hash = calc_hash(place.page.lstrip("/"))
    for name, code in place.choices:
        if code:
            app.query_params[name] = code
    app.session_state["vue_domaines"] = "En figure"
    with (
        runs.light(),
        patch.object(taken, "menu", kept),
        patch.object(folds, "UNFOLDED", True),
        patch.object(explorer, "LINES", 10_000),
    ):
        app.run()
    if app.exception:
        raise BrokenPage(f"{place}: {app.exception[0].message}")
    said = list(words(app._tree, place))
    for one in found:
        said += [Said(text, "emporte", place) for text in (one.title, one.subtitle, one.source) if text]
    return said
