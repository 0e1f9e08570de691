"""Coming in by a wrong door, going back, and going on after the server has gone."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from pages.first_screen import WAITING
from pages.menu import ENTRIES
from pages.shell import TITLE
from tests.browser.conftest import Open, running, settled
from tests.browser.test_pages import box

pytestmark = pytest.mark.browser

LOST = "Connexion perdue\u202f: ce qui est affiché ne change plus. Nouvel essai en cours."
# How many entries some addresses make, and where that leads: at once, so that the page itself adds none.
PUSHED = """addresses => {
    const before = history.length;
    for (const address of addresses) history.pushState({}, "", address);
    return [history.length - before, location.pathname + location.search];
}"""


def pick(page: Page, name: str) -> None:
    """Choose a region as a hand does; Playwright waits until the page is connected again."""
    box(page, "Région").click()
    page.get_by_role("option", name=name, exact=True).click()


def arrive(page: Page, address: str) -> None:
    """Come first, by a deep link: Streamlit alone would draw it without its menu."""
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(f"{address}/donnees-et-methode?section=qualite&domaine=sante&region=53")
    menu = page.locator("[data-testid=stTopNavLinkContainer]")
    expect(menu).to_have_count(len(ENTRIES))
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Classeur accepté")
    menu.first.get_by_role("link").click()
    expect(heading).to_contain_text("Santé")
    expect(box(page, "Région")).to_have_value("Bretagne")
    expect(page).to_have_url(re.compile("domaine=sante.*region=53|region=53.*domaine=sante"))


def test_the_first_visitor_may_arrive_anywhere_goes_back_and_goes_on_after_a_restart(
    windows: BrowserContext, stores: Path
) -> None:
    page = windows.new_page()
    with running(stores) as address:
        arrive(page, address)
        page.goto(f"{address}/vue-d-ensemble?region=53")
        expect(page.get_by_text("L’adresse demandée n’existe pas ou plus")).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
        settled(page)
        expect(box(page, "Région")).to_have_value("Bretagne")
        page.get_by_role("link", name="Écarts").click()
        expect(page).to_have_url(re.compile("/ecarts.*region=53"))
        settled(page)
        page.go_back()
        expect(page).to_have_url(re.compile(r"/\?.*region=53"))
        # A choice of the first page alone: until it is there, what is seen is the page that is left.
        expect(box(page, "Afficher")).to_be_visible()
        settled(page)
        expect(box(page, "Région")).to_have_value("Bretagne")
    said_lost(page)
    with running(stores, urlsplit(address).port or 0):
        said_back(page)
        pick(page, "Corse")
        expect(page).to_have_url(re.compile("region=94"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("Corse")
        # Until the run ends, what the last session drew may stand beside what this one draws.
        settled(page)
        expect(box(page, "Région")).to_have_value("Corse")
    with running(stores, urlsplit(address).port or 0):
        page.get_by_role("link", name="Écarts").click()
        expect(page).to_have_url(re.compile("/ecarts.*region=94"))
        settled(page)
        expect(box(page, "Région")).to_have_value("Corse")
    page.close()


def test_a_lost_network_is_said_at_once_moves_no_choice_and_its_return_is_said(open_page: Open) -> None:
    page = open_page("/mon-territoire?region=94")
    expect(page).to_have_title(f"Corse – Mon territoire – {TITLE}")
    page.context.set_offline(True)
    try:
        said_lost(page)
        box(page, "Région").click(force=True)
        page.keyboard.type("bret")
        expect(page.get_by_role("option")).to_have_count(0)
        page.get_by_role("link", name="Écarts").first.click(force=True)
        expect(box(page, "Région")).to_have_value("Corse")
        expect(page).to_have_url(re.compile("/mon-territoire.*region=94"))
    finally:
        page.context.set_offline(False)
    said_back(page)
    pick(page, "Bretagne")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bretagne")
    expect(page).to_have_title(f"Bretagne – Mon territoire – {TITLE}")


def said_lost(page: Page) -> None:
    """What `scripts/connection.js` says, to the eye and to a screen reader, in place of a dialog."""
    expect(page.get_by_role("status").filter(has_text=LOST)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def said_back(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text="Connexion rétablie.")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_page_and_its_choices_are_one_entry_of_the_history(open_page: Open) -> None:
    """What a busy server makes Streamlit do: the address of a page, then the same with its choices."""
    page = open_page("/donnees-et-methode?region=53")
    assert page.evaluate(PUSHED, ["/ecarts", "/ecarts?region=53"]) == [1, "/ecarts?region=53"]
    # A choice is an entry of its own, on a bare address too once the page was touched.
    assert page.evaluate(PUSHED, ["/ecarts?region=94"]) == [1, "/ecarts?region=94"]
    page.keyboard.press("Shift")
    assert page.evaluate(PUSHED, ["/comparer"]) == [1, "/comparer"]
    page.keyboard.press("Shift")
    assert page.evaluate(PUSHED, ["/comparer?region=94"]) == [1, "/comparer?region=94"]
    page.keyboard.press("Shift")
    # On the way to another page, its choices come first.
    assert page.evaluate(PUSHED, ["/comparer?region=53", "/ecarts", "/ecarts?region=53"]) == [
        1,
        "/ecarts?region=53",
    ]


def test_a_page_of_two_levels_is_not_blank(open_page: Open) -> None:
    page = open_page("/mon-territoire/53")
    expect(page).to_have_url(re.compile(r"/mon-territoire\?region=53"))
    expect(page.get_by_text("voici la page «\u00a0Mon territoire\u00a0»")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bretagne")


def test_a_reader_on_a_slow_network_reads_first_what_is_coming(windows: BrowserContext, server: str) -> None:
    page = windows.new_page()
    page.emulate_media(color_scheme="dark")
    # No script has arrived yet.
    page.route("**/static/**", lambda route: route.abort())
    page.goto(f"{server}/mon-territoire?region=53", wait_until="commit")
    said = page.get_by_role("status")
    expect(said).to_contain_text("Mon territoire\u00a0: Bretagne")
    expect(said).to_have_css("background-color", "rgb(20, 20, 31)")
    expect(said.get_by_text(WAITING)).to_be_in_viewport()
    # Then the connection waits for no other answer of the server.
    page.unroute("**/static/**")
    page.route(re.compile("/_stcore/h"), lambda route: None)
    page.reload(wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bretagne")
    page.close()
