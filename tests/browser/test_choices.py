"""Choosing: by keyboard, by a click on the map, by going back."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from charts.geometry import lay_out
from pages.screen import fit
from tests.browser.conftest import ROOT, Open, settled
from tests.browser.test_pages import box, drawn, map_of

pytestmark = pytest.mark.browser

LAYOUT = lay_out(json.loads((ROOT / "data" / "geometry" / "regions.geojson").read_text(encoding="utf-8")))


def test_a_region_is_chosen_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page()
    drawn(page)
    for _ in range(12):
        page.keyboard.press("Tab")
        if box(page, "Région").evaluate("selector => selector === document.activeElement"):
            break
    else:
        pytest.fail("Tab does not reach the selector of the region")
    page.keyboard.type("Bretagne")
    expect(page.get_by_role("option", name="Bretagne")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("region=53"))
    expect(page.get_by_role("heading", level=3)).to_contain_text("Bretagne")


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


def click(page: Page, region: str, name: str) -> None:
    """Click in the middle of a region as a hand does, once the map says its name, until its page opens.

    Drawn without a graphics card on a busy machine, deck.gl can take a press for the beginning of a move
    (longer than a quarter of a second); a hand then clicks again.
    """
    opened = re.compile(f"/mon-territoire.*region={region}")
    width, height = fit(1366, 768)
    scale = min((width - 8) / LAYOUT.width, (height - 8) / LAYOUT.height)
    x, y = LAYOUT.anchors[region]
    for attempt in range(60):
        # While a choice is drawn, the map that goes and the one that comes are both there.
        expect(map_of(page)).to_have_count(1)
        frame = map_of(page).bounding_box()
        assert frame is not None
        middle = (frame["x"] + frame["width"] / 2 + x * scale, frame["y"] + frame["height"] / 2 + y * scale)
        page.mouse.move(middle[0] + attempt % 2, middle[1])
        try:
            expect(page.locator(".deck-tooltip")).to_contain_text(name, timeout=400)
        except AssertionError:
            continue
        page.mouse.click(*middle, delay=80)
        try:
            expect(page).to_have_url(opened, timeout=4_000)
        except AssertionError:
            continue
        return
    pytest.fail("the map does not answer to the mouse")
