"""Run the router the way Streamlit does, without a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
WORKBOOK = ROOT / "data" / "indicateurs_regionaux.xlsx"
Visit = Callable[..., AppTest]


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("magasin")


@pytest.fixture
def workbook(tmp_path: Path, stores: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the published workbook that the test may damage, served by a fresh process-wide cache."""
    copy = tmp_path / WORKBOOK.name
    shutil.copy(WORKBOOK, copy)
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_CLASSEUR", str(copy))
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_MAGASIN", str(stores))
    st.cache_resource.clear()
    yield copy
    st.cache_resource.clear()


@pytest.fixture
def visit(workbook: Path) -> Visit:
    return visited


@pytest.fixture
def browse(stores: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Visit the published workbook with the caches of the tests before: nothing that is read changes."""
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_CLASSEUR", str(WORKBOOK))
    monkeypatch.setitem(os.environ, "OBSERVATOIRE_MAGASIN", str(stores))
    return visited


def visited(page: str = "", **query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "pages" / "navigation.py"), default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    if page:
        app.switch_page(f"{page}.py").run()
    return app
