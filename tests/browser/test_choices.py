"""Choosing: by keyboard, by a click on the map, by going back."""

import json
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from charts.geometry import lay_out
from charts.text import MAP_OF_DOOR
from tests.browser.accessibility import violations
from tests.browser.conftest import ROOT, Heard, Open, settled
from tests.browser.said import english
from tests.browser.test_pages import box, drawn, map_of

pytestmark = pytest.mark.browser

LAYOUT = lay_out(json.loads((ROOT / "data" / "geometry" / "regions.geojson").read_text(encoding="utf-8")))

SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"
# A function: an expression is evaluated again at each try, which the policy of the page then refuses.
AT_THE_TOP = f"() => {SCROLLED} === 0"


def test_a_region_is_chosen_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page()
    drawn(page)
    # The map is no stop of the Tab key: it names what replaces it.
    expect(page.get_by_label(MAP_OF_DOOR, exact=True)).to_have_count(1)
    for _ in range(14):
        page.keyboard.press("Tab")
        if box(page, "Quel est votre").evaluate("selector => selector === document.activeElement"):
            break
    else:
        pytest.fail("Tab does not reach the box of the front door")
    page.keyboard.type("bret")
    expect(page.get_by_role("option", name="Bretagne")).to_be_visible()
    # Said by the library of lists, whatever the language of the browser.
    expect(page.locator("[data-live-announcer]")).to_contain_text("options disponible(s).")
    assert english(page) == []
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/mon-territoire.*region=53"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bretagne")


def test_the_search_box_leads_anywhere_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page("/ecarts?acteur=citoyens&region=32")
    asked = box(page, "Rechercher")
    # Said once the key works.
    expect(asked).to_have_attribute("placeholder", "Rechercher (touche /)")
    page.keyboard.press("/")
    expect(asked).to_be_focused()
    expect(asked).to_have_value("")
    page.keyboard.type("BRè")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("Bretagne")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(re.compile(r"^\d résultats\.$"))
    assert violations(page) == []
    assert english(page) == []
    found_by_unit_and_source(asked, first)
    asked.fill("BRè")
    expect(first).to_contain_text("Bretagne")
    put_the_key_off_and_back(page, asked)
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(asked).to_have_attribute("aria-activedescendant", str(first.get_attribute("id")))
    # As another tab would open it.
    assert str(first.get_attribute("href")).endswith("/mon-territoire?acteur=citoyens&region=53")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/mon-territoire.*region=53"))
    expect(page).to_have_url(re.compile("acteur=citoyens"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bretagne")
    settled(page)
    page.go_back()
    expect(page).to_have_url(re.compile("/ecarts.*region=32"))


def found_by_unit_and_source(asked: Locator, first: Locator) -> None:
    """Look for an indicator by a sign, by a unit, by who publishes it: what was found is said."""
    for typed, told in (("%", "Indicateur"), ("hab km", "hab./km²"), ("ademe", "Indicateur, ADEME")):
        asked.fill(typed)
        expect(first.locator("small")).to_contain_text(told)
    found_together(asked, first)


def found_together(asked: Locator, first: Locator) -> None:
    """Ask for a domain in a region, as one says it: no entry has all these words, two have them together."""
    for typed in ("pauvreté corse", "la pauvreté en Corse"):
        asked.fill(typed)
        expect(first.locator("span")).to_have_text("Pauvreté · Corse")
        where = urlsplit(str(first.get_attribute("href")))
        codes = dict(parse_qsl(where.query))
        assert (where.path, codes["domaine"], codes["region"]) == ("/par-domaine", "pauvrete", "94")


def put_the_key_off_and_back(page: Page, asked: Locator) -> None:
    """A key of one sign must have a way off (WCAG 2.1.4); the other tests of this profile find it on."""
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(asked).to_have_attribute("placeholder", "Rechercher")
    page.keyboard.press("/")
    expect(asked).not_to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("/")
    expect(asked).to_be_focused()


def test_a_click_on_the_map_opens_the_region_and_going_back_undoes_it(open_page: Open) -> None:
    page = open_page("/?region=32")
    expect(box(page, "Région")).to_have_value("Hauts-de-France")
    drawn(page)
    click(page, "84", "Auvergne-Rhône-Alpes")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Auvergne-Rhône-Alpes")
    expect(box(page, "Région")).to_have_value("Auvergne-Rhône-Alpes")
    settled(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Emploi")
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Auvergne-Rhône-Alpes")
    settled(page)
    for _ in range(2):
        from_the_foot_to_the_top(page)


def from_the_foot_to_the_top(page: Page) -> None:
    """A region chosen far down is read from its top."""
    near = page.locator("[class*=st-key-semblable_] button").first
    if not near.is_visible():
        page.get_by_text("Régions semblables", exact=True).click()
    near.scroll_into_view_if_needed()
    assert page.evaluate(SCROLLED) > 768
    name = near.inner_text()
    near.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    page.wait_for_function(AT_THE_TOP, timeout=10_000)
    settled(page)


def test_on_a_phone_the_menu_closes_and_a_first_tap_on_the_map_opens_the_region(open_page: Open) -> None:
    page = open_page("/?region=32", width=390, height=844)
    menu = page.get_by_role("button", name="Menu", exact=True)
    expect(menu).to_have_text(re.compile("Menu$"))
    size = menu.bounding_box()
    assert size is not None
    assert min(size["width"], size["height"]) >= 44
    menu.click()
    expect(page.get_by_role("button", name="Fermer le menu")).to_be_visible()
    assert english(page) == []
    page.get_by_role("link", name="Vue d’ensemble").click()
    expect(page.get_by_role("link", name="Vue d’ensemble")).not_to_be_in_viewport()
    drawn(page)
    map_of(page).scroll_into_view_if_needed()
    finger = page.context.new_cdp_session(page)
    finger.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    x, y = middle(page, "84")
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page).to_have_url(re.compile("/mon-territoire.*region=84"))


def click(page: Page, region: str, name: str) -> None:
    """Click in the middle of a region, once the map says its name."""
    x, y = middle(page, region)
    page.mouse.move(x, y)
    expect(page.locator("#vg-tooltip-element")).to_contain_text(name)
    page.mouse.click(x, y)
    expect(page).to_have_url(re.compile(f"/mon-territoire.*region={region}"))


def middle(page: Page, region: str) -> tuple[float, float]:
    """Where a region is in the window, as it is drawn."""
    frame = map_of(page).locator("svg").bounding_box()
    assert frame is not None
    scale = min(frame["width"] / LAYOUT.width, frame["height"] / LAYOUT.height)
    x, y = LAYOUT.anchors[region]
    return frame["x"] + frame["width"] / 2 + x * scale, frame["y"] + frame["height"] / 2 + y * scale


def test_the_map_to_zoom_is_drawn_when_it_is_asked_and_asks_nothing(
    open_page: Open, heard: Heard, server: str
) -> None:
    page = open_page("/alliances?region=11")
    zoomed = page.locator("[data-testid=stDeckGlJsonChart]")
    expect(zoomed).to_have_count(0)
    page.get_by_text("Agrandir et déplacer la carte").click()
    expect(zoomed.locator("canvas")).to_be_visible()
    settled(page)
    assert english(page) == []
    assert heard.complaints == []
    assert heard.hosts == {server.removeprefix("http://")}


def test_a_way_to_another_section_of_the_page_is_in_the_address_and_is_read_from_its_top(
    open_page: Open,
) -> None:
    page = open_page("/donnees-et-methode?section=etapes&etape=agregation")
    page.get_by_role("button", name="Essayer").first.click()
    expect(page).to_have_url(re.compile("section=reglages"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ces réglages déplacent")
    page.wait_for_function(AT_THE_TOP, timeout=10_000)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Étape 6.")


def test_the_settings_come_when_they_are_opened_and_stay_while_they_are_changed(open_page: Open) -> None:
    page = open_page("/?region=32")
    settings = page.locator("[data-testid=stPopoverBody]")
    page.get_by_role("button", name="Réglages", exact=True).click()
    weights = box(page, "Poids des domaines")
    expect(weights).to_have_value("Chaque domaine compte autant")
    weights.click()
    page.get_by_role("option", name="Chaque axe compte autant").click()
    expect(page).to_have_url(re.compile("ponderation=axes_egaux"))
    expect(page.get_by_role("button", name="Réglages modifiés")).to_be_visible()
    expect(weights).to_have_value("Chaque axe compte autant")
    settled(page)
    page.keyboard.press("Escape")
    expect(settings).to_be_hidden()
