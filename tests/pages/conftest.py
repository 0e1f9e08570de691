"""Run the router the way Streamlit does, without a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Table
from streamlit.util import calc_hash

from indicators import command
from loaders.store import Store
from loaders.store.memory import Memory
from pages import explorer, folds
from pages.facade import current
from pages.menu import ENTRIES
from tests import fictional, opened, runs
from tests.schema import by_the_schema
from tests.training.workbook import WORKBOOK as TRAINING

__all__ = ["by_the_schema"]

ROOT = Path(__file__).parents[2]
WORKBOOK = ROOT / "data" / "indicateurs_regionaux.xlsx"
NUMBERS = "Les nombres de ce graphique"
Visit = Callable[..., AppTest]


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("magasin")


@pytest.fixture(scope="session", autouse=True)
def light() -> Iterator[None]:
    """Leave out of each run what it does like the last one."""
    with runs.light():
        yield


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Keep the editions of a few tests in sight, and let commands ask the published one that is open."""
    read = command._opened

    def asked(path: Path) -> Store:
        return opened.published().store if path.resolve() == WORKBOOK else read(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(current, "_PUBLIC", Memory(6))
        patch.setattr(command, "_opened", asked)
        yield


@pytest.fixture(scope="session", autouse=True)
def unfolded() -> Iterator[None]:
    """Read every page whole, with what opens and every line of its tables."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folds, "UNFOLDED", True)
        patch.setattr(explorer, "LINES", 10_000)
        yield


@pytest.fixture
def workbook(tmp_path: Path, stores: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the published workbook that the test may damage.

    Results are kept by the content of an edition: those of the published one serve every test that does not.
    """
    copy = tmp_path / WORKBOOK.name
    shutil.copy(WORKBOOK, copy)
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_CLASSEUR", str(copy))
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_MAGASIN", str(stores))
    return copy


@pytest.fixture
def visit(workbook: Path) -> Visit:
    return visited


@pytest.fixture
def browse(stores: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Visit the published workbook with the caches of the tests before: nothing that is read changes."""
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_CLASSEUR", str(WORKBOOK))
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_MAGASIN", str(stores))
    return visited


@pytest.fixture
def whole(stores: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Visit an edition of the observatory's size, the training one."""
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_CLASSEUR", str(TRAINING))
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_MAGASIN", str(stores))
    return visited


@pytest.fixture
def complete(stores: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Visit a complete survey that does not exist."""
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_CLASSEUR", str(fictional.workbook()))
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_MAGASIN", str(stores))
    return visited


def clickable(app: AppTest) -> list[Any]:
    """Return the maps whose regions open something under a click."""
    return [chart.proto for chart in app.get("vega_lite_chart") if chart.proto.selection_mode]


def headings(app: AppTest) -> list[str]:
    """The headings of a page that stand open, then those that fold; not those of the tables of a figure."""
    folded = [part.label.replace("\\", "") for part in app.expander]
    return [*(heading.value for heading in app.header), *(label for label in folded if label != NUMBERS)]


def read(table: Table) -> pd.DataFrame:
    """Return the words of a table as a reader sees them: without the marks that neutralise Markdown."""
    frame: pd.DataFrame = table.value
    return frame.map(lambda cell: cell.replace("\\", "").replace("**", "") if isinstance(cell, str) else cell)


def visited(page: str = "", **query: str) -> AppTest:
    """Open an address, as its page is known by: AppTest alone would draw the first page before any other."""
    app = AppTest.from_file(str(ROOT / "pages" / "navigation.py"), default_timeout=120)
    if page:
        app._page_hash = calc_hash(next(entry.address for entry in ENTRIES if entry.script == f"{page}.py"))
    for name, value in query.items():
        app.query_params[name] = value
    if page == "territory":
        app.session_state["vue_domaines"] = "En figure"
    return app.run()
