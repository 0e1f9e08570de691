"""Every figure of every page has one menu, and what the menu gives away is what the figure draws."""

from __future__ import annotations

import json
import re
from contextvars import Context, copy_context
from dataclasses import dataclass

import pytest
from streamlit.testing.v1 import AppTest

from charts import palette
from charts.look import Look
from charts.screen_look import Projected
from exports.numbers import NAMES, Status, numbers
from pages import taken
from pages.taken import Taken
from tests.pages.conftest import Visit

VIEWS: dict[str, list[dict[str, str]]] = {
    "overview": [{}, {"niveau": "ensemble"}],
    "domain": [{}],
    "territory": [{"region": "32"}],
    "actors": [{}],
    "gaps": [{}, {"region": "94", "lecture": "regions"}],
    "compare": [{"regions": "32,53"}],
    "alliances": [{"region": "44"}],
    "method": [{"section": name} for name in ("couverture", "sensibilite", "reglages")],
}
PAGES = [(page, query) for page, queries in VIEWS.items() for query in queries]
COMPLETE = [("actors", {"region": "32"}), ("gaps", {"region": "32"}), ("method", {"section": "couverture"})]
DARK = "#0e1117"
# The sizes of letters in a specification.
LETTERS = re.compile(r'"(?:f|labelF|titleF)ontSize": ([\d.]+)')
SIZE = 26
# An ordinary space before a high sign, or inside guillemets.
UNFRENCH = re.compile(r" [:;!?%]|« | »")


@dataclass(frozen=True)
class Menu:
    """What one menu was given, and the run it belongs to: files are made after the run."""

    taken: Taken
    run: Context


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> list[Menu]:
    found: list[Menu] = []

    def kept(given: Taken) -> None:
        found.append(Menu(given, copy_context()))

    monkeypatch.setattr(taken, "menu", kept)
    return found


# The map that says where a region is.
PLACES = "Carte des régions"


def figures(app: AppTest) -> list[str]:
    """The alternatives of the drawings that are no legend, and no map: it has bars, or no figure."""
    charts = [chart.proto for chart in app.get("vega_lite_chart")]
    every = [str(chart.alt) for chart in charts if not chart.selection_mode]
    return [alternative for alternative in every if not alternative.startswith(("Légende", PLACES))]


@pytest.mark.parametrize(("page", "query"), PAGES)
def test_every_figure_has_a_menu(browse: Visit, menus: list[Menu], page: str, query: dict[str, str]) -> None:
    app = browse(page, **query)
    assert not app.exception
    assert len(menus) == len(figures(app)) > 0
    for menu in menus:
        menu.run.run(check, menu.taken)
    assert len({(menu.taken.title, menu.taken.subtitle) for menu in menus}) == len(menus)


@pytest.mark.parametrize(("page", "query"), COMPLETE)
def test_the_same_with_a_complete_survey(
    complete: Visit, menus: list[Menu], page: str, query: dict[str, str]
) -> None:
    app = complete(page, **query)
    assert not app.exception
    assert len(menus) == len(figures(app)) > 0
    for menu in menus:
        menu.run.run(check, menu.taken)


def check(given: Taken) -> None:
    """Titles are findings without a final point; numbers are well made; drawings are light and whole."""
    assert given.title
    assert given.subtitle
    assert given.source
    assert not given.title.endswith(".")
    assert not given.source.endswith(".")
    rows = numbers(given.numbers())
    assert list(rows.columns) == list(NAMES)
    assert len(rows)
    missing = rows["status"] == Status.MISSING
    assert rows.loc[missing, ["value", "low", "high"]].isna().all(axis=None)
    words = [given.title, given.subtitle, given.source, *rows["measure"], *rows["note"], *rows["source"]]
    assert not [text for text in words if UNFRENCH.search(text)]
    assert DARK not in json.dumps(given.drawing(Look("", (560, 475), palette.LIGHT)))
    # On the screen of a room no letter is smaller than the others.
    projected = json.dumps(given.drawing(Projected("", (300, 320), palette.DARK, SIZE, 900)))
    assert min(map(float, LETTERS.findall(projected)), default=SIZE) >= SIZE
