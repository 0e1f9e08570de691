"""The menu under a figure: nothing is made before it is asked for, and everything is this very view's."""

from __future__ import annotations

import io
import json
from base64 import b64decode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from charts.look import Look
from charts.palette import LIGHT
from exports.numbers import COLUMNS
from indicators.method import Method
from pages import basket, taken
from pages.facade import domain_actors, territory
from pages.facade import taken as files
from pages.facade.taken import Offer
from pages.taken import Taken
from tests.pages.conftest import visited
from wording.mentions import MENTION

PAGES = {
    "": {"region": "32", "afficher": "objectif"},
    "territory": {"region": "93"},
    "domain": {"domaine": "emploi", "region": "94"},
}


@dataclass
class Menus:
    """The menus that were drawn, and what the open one offers."""

    drawn: list[Taken] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> Menus:
    found = Menus()
    menu, offered = taken.menu, files.offers

    def drawn(take: Taken) -> None:
        found.drawn.append(take)
        menu(take)

    def told(*arguments: object) -> list[Offer]:
        found.offers = offered(*arguments)  # type: ignore[arg-type]
        return found.offers

    monkeypatch.setattr(taken, "menu", drawn)
    monkeypatch.setattr(files, "offers", told)
    return found


def downloads(app: AppTest) -> list[str]:
    return [button.proto.label for button in app.get("download_button")]


def opened(app: AppTest, menus: Menus, position: int = -1) -> AppTest:
    app.session_state[menus.drawn[position].key] = True
    return app.run()


def elsewhere(make: Callable[[], bytes]) -> bytes:
    """Make a file as Streamlit does: after the run, in another thread."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(make).result()


def copied(app: AppTest) -> bytes:
    """The picture that the browser is handed for its clipboard."""
    (button,) = (
        item.proto for item in app.get("bidi_component") if item.proto.component_name == "copier_image"
    )
    return b64decode(json.loads(button.json)["png"])


@pytest.mark.parametrize("page", PAGES)
def test_a_closed_menu_makes_nothing_and_an_open_one_gives_its_figure(page: str, menus: Menus) -> None:
    app = visited(page, **PAGES[page])
    assert not app.exception
    assert not menus.offers
    assert len({take.key for take in menus.drawn}) >= 2
    opened(app, menus)
    assert not app.exception
    assert downloads(app)[-4:] == ["Image (PNG)", "Dessin (SVG)", "Nombres (CSV)", "Nombres (XLSX)"]
    # A figure is kept for a debate as what draws it.
    add = f"{menus.drawn[-1].key}_debat"
    assert app.button(key=add).label == basket.ADD
    app.button(key=add).click().run()
    (kept,) = app.session_state["debat_figures"].values()
    assert kept.about.title == menus.drawn[-1].title
    assert kept.region == PAGES[page].get("region", "")
    assert app.button(key=add).label == basket.REMOVE
    app.button(key=add).click().run()
    assert not app.session_state["debat_figures"]
    image, drawing, text, book = (elsewhere(offer.make) for offer in menus.offers)
    assert image.startswith(b"\x89PNG")
    assert MENTION in drawing.decode()
    lines = text.decode("utf-8-sig").splitlines()
    assert lines[0] == ";".join(f'"{name}"' for name in COLUMNS)
    rows = list(load_workbook(io.BytesIO(book), read_only=True)["Nombres"].iter_rows(values_only=True))
    assert len(rows) - rows.index(COLUMNS) == len(lines)


def test_the_address_opens_this_very_view_in_the_edition_of_the_run(
    menus: Menus, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(visited("", region="32", afficher="objectif", domaine="mal_logement"), menus, 0)
    assert menus.offers[0].file_name.startswith("observatoire-mal-logement-")
    said = elsewhere(menus.offers[1].make).decode()
    # What is measured by convention says so in its picture too, and of nothing else.
    assert "Convention de lecture" in said
    assert "immigrées" not in said
    start = said.index("http://localhost:8501/?")
    written = said[start : said.index("<", start)].replace("&amp;", "&")
    asked = {"region": ["32"], "afficher": ["objectif"], "domaine": ["mal_logement"]}
    assert parse_qs(urlsplit(written).query) == asked

    # The picture that is copied is the file, made when it is asked for.
    assert copied(app) == b""
    app.session_state[f"{menus.drawn[0].key}_image_demande"] = True
    assert copied(app.run()) == elsewhere(menus.offers[0].make)

    # What a visitor brought opens nowhere else.
    monkeypatch.setattr(files, "private", lambda: True)
    assert copied(app.run()) == b""
    assert "http://localhost" not in elsewhere(menus.offers[1].make).decode()
    assert any("données publiques" in words.value for words in app.markdown)


def test_a_finding_is_told_what_it_is_about() -> None:
    assert taken.named("Bretagne", "Fragilités mesurées") == "Bretagne, fragilités mesurées"


def test_a_chart_that_nobody_drew_is_not_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    look = Look("", (560, 475), LIGHT)
    monkeypatch.setattr(territory, "felt_of", lambda *_: ())
    monkeypatch.setattr(domain_actors, "gap_drawing", lambda *_: None)
    with pytest.raises(LookupError):
        territory.felt_still("53", "maires", Method(), look)
    with pytest.raises(LookupError):
        domain_actors.gap_still(("emploi", "maires", ""), Method(), look)
