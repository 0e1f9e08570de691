"""The search box: every entry opens on what it names, and nobody else reads what a visitor brought."""

import json
import re
from functools import cache
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from streamlit.testing.v1 import AppTest

from pages import searched
from pages.facade import choices, current, edition, search
from pages.menu import ENTRIES, path
from pages.search import destination
from pages.zipped import Zipped
from readings.search.entries import Kind
from tests.asgi import answer
from tests.loaders.books import slim, to_bytes
from tests.pages.bringing import TRAIN, arrive, press, see
from tests.pages.conftest import Visit, headings

SECRET = "Programme que personne ne connaît"
SCRIPTS = {path(entry): entry.script.removesuffix(".py") for entry in ENTRIES}
SERVER = Starlette(routes=[Route(searched.ADDRESS, searched.searched)])


@pytest.fixture(autouse=True)
def _on_the_published_workbook(browse: Visit) -> None:
    current.begin()


def told(app: AppTest) -> dict[str, Any]:
    """What the box is told in this run."""
    (box,) = [item.proto for item in app.get("bidi_component") if item.proto.component_name == "recherche"]
    return dict(json.loads(box.json))


def asked(address: str) -> tuple[int, dict[str, str], bytes]:
    start, *parts = answer(SERVER, address)
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], headers, b"".join(part.get("body", b"") for part in parts)


@cache
def secret() -> bytes:
    """A workbook that names an initiative as no other does."""
    book = slim()
    grid = book["Initiatives"]
    (place,) = [place for place, (cell, _) in grid.cells.items() if cell == "Programme Impact Jeunes"]
    grid.set(*place, SECRET)
    return to_bytes(book)


@pytest.mark.parametrize(
    "name", ["region", "domaine", "indicateur", "acteur", "initiative", "partie", "section"]
)
def test_all_that_can_be_chosen_is_found_once(name: str) -> None:
    item = choices.parameters()[name]
    found = [
        codes.get(name, "")
        for _, kind, _, codes, _ in search.rows()
        if (kind == Kind.PAGE) == (name == "section")
    ]
    assert sorted(code for code in found if code) == sorted(code for code in item.options if code)


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("carte", "Vue d’ensemble"),
        ("rapport", "Mon territoire"),
        ("angles morts", "Écarts"),
        ("CSV", "Emporter"),
    ],
)
def test_a_page_is_found_by_what_it_holds(word: str, label: str) -> None:
    rows = [row for row in search.rows() if row[1] == Kind.PAGE and row[0] == label]
    assert any(word.casefold() in text.casefold() for *_, words in rows for text in words)


def test_every_page_is_found_and_every_address_is_known() -> None:
    rows = search.rows()
    pages = [label for label, kind, *_ in rows if kind == Kind.PAGE]
    assert pages[: len(ENTRIES)] == [entry.title for entry in ENTRIES]
    parameters = choices.parameters()
    for label, _, page, codes, _ in rows:
        assert label
        assert page in SCRIPTS
        assert all(parameters[name].accepts(code) for name, code in codes.items())


@pytest.mark.parametrize("kind", list(Kind))
def test_an_entry_opens_on_what_it_names(browse: Visit, kind: Kind) -> None:
    label, _, page, codes, _ = [row for row in search.rows() if row[1] == kind][-1]
    app = browse(SCRIPTS[page], **{name: code for name, code in codes.items() if code})
    assert not app.exception
    assert not app.warning
    shown = [str(block.value).replace("\\", "") for block in [*app.title, *app.header]]
    if kind == Kind.PAGE:
        assert app.button_group[0].value == codes["section"]
    elif kind == Kind.ACTOR:
        assert app.selectbox(key="choix_acteur").value == codes["acteur"]
    else:
        assert label in " ".join(shown)


def test_one_part_of_the_method_is_shown_alone_and_the_others_are_a_click_away(browse: Visit) -> None:
    app = browse("method", section="methode", partie="quatre-situations")
    assert [block.value for block in app.header] == ["Quatre situations"]
    (whole,) = [button for button in app.button if button.label == "Toute la méthode"]
    whole.click().run()
    assert len(headings(app)) == len(choices.parameters()["partie"].options) - 1
    assert "partie" not in app.query_params


def test_an_initiative_is_shown_before_the_others_until_it_is_closed(browse: Visit) -> None:
    app = browse("alliances", initiative="pimms-de-brest", region="11")
    assert app.header[0].value.replace("\\", "") == "PIMMS de Brest"
    assert len(app.table[0].value) == 1
    (close,) = [button for button in app.button if button.label == "Fermer cette initiative"]
    close.click().run()
    assert "PIMMS de Brest" not in [block.value for block in app.header]
    assert app.query_params["region"] == "11"


def test_a_run_sends_the_address_of_the_entries_and_not_the_entries(browse: Visit) -> None:
    address = told(browse())["address"]
    status, headers, body = asked(address)
    assert status == 200
    assert "immutable" in headers["cache-control"]
    assert address == f"{searched.FOLDER}{Zipped(body, '', kept='').name}.json"
    assert json.loads(body) == json.loads(json.dumps(search.rows()))
    assert len(json.dumps(told(browse()))) < 700


def test_an_address_of_before_leads_to_that_of_today(browse: Visit) -> None:
    today = told(browse())["address"]
    for before, now in (("0.json", today), ("0.js", searched.SCRIPT_ADDRESS)):
        status, headers, _ = asked(searched.FOLDER + before)
        assert (status, headers["location"], headers["cache-control"]) == (302, now, "no-store")


def test_a_workbook_of_ones_own_is_searched_by_its_visitor_alone(browse: Visit) -> None:
    app = see(browse, secret())
    mine = told(app)
    assert "address" not in mine
    assert SECRET in mine["entries"]
    # Not under the address that its content would have: that leads to what everybody reads.
    status, headers, _ = asked(f"{searched.FOLDER}{Zipped(mine['entries'].encode(), '', kept='').name}.json")
    assert (status, headers["location"]) == (302, told(browse())["address"])
    assert SECRET.encode() not in asked(headers["location"])[2]
    edition.use(app.session_state["classeur_montre"].edition)
    with pytest.raises(PermissionError):
        search._served()


def test_who_trains_is_sent_the_entries_of_the_workbook_that_is_shown(browse: Visit) -> None:
    assert set(told(press(arrive(browse), TRAIN))) == {"entries", "mark"}


@pytest.mark.parametrize(
    "sent",
    [None, "x", 3, [], {}, {"path": "x", "codes": {}}, {"path": "", "codes": []}, {"path": 1, "codes": {}}],
)
def test_what_the_browser_asks_for_may_be_anything(sent: object) -> None:
    assert destination(sent) is None


def test_what_a_workbook_says_is_written_as_text() -> None:
    script = asked(searched.SCRIPT_ADDRESS)[2].decode()
    assert "textContent" in script
    assert not re.search(r"HTML|document\.write|eval|Function\(", script)


def test_codes_that_no_choice_has_are_left_out() -> None:
    codes = {"region": "53", "autre": "1", "domaine": ["x"]}
    assert destination({"path": "ecarts", "codes": codes}) == (
        "gaps.py",
        {"region": "53", "domaine": "['x']"},
    )
