"""A table that is explored: with the keyboard alone, in dark, on a phone, on paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Open, settled
from tests.browser.said import english
from tests.browser.test_pages import FITS, box

pytestmark = pytest.mark.browser


def test_a_table_is_searched_filtered_and_left_with_the_keyboard_alone(open_page: Open) -> None:
    page = open_page("/donnees-et-methode", scheme="dark")
    rows = page.locator("[data-testid=stTable] tbody tr")
    expect(rows).to_have_count(25)
    page.get_by_label("Chercher une ligne").focus()
    # A key of one sign is a letter here, not the way to the search of the site.
    page.keyboard.type("10/000")
    expect(page.get_by_text("sur 30\u202f: recherche «\u00a010/000\u00a0».")).to_be_visible()
    expect(page.get_by_text("Aucune ligne ne répond à cette demande.")).to_be_visible()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("taux")
    expect(page.get_by_text(re.compile(r"^\d\slignes sur 30"))).to_be_visible()
    page.keyboard.press("Tab")
    expect(box(page, "Domaine")).to_be_focused()
    page.keyboard.type("empl")
    expect(page.get_by_role("option", name="Emploi")).to_be_visible()
    assert english(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 ligne sur 30")).to_be_visible()
    page.keyboard.press("Escape")
    # The list is still there while it goes.
    expect(page.get_by_role("listbox")).to_have_count(0)
    # What is chosen is read on its colour, and taken away in French.
    expect(page.get_by_label("Retirer Emploi", exact=True)).to_be_visible()
    settled(page)
    assert violations(page) == []
    assert english(page) == []
    page.emulate_media(media="print")
    expect(box(page, "Domaine")).to_be_hidden()
    expect(page.get_by_text("Domaine, Emploi.")).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Effacer la recherche et les filtres").press("Enter")
    expect(rows).to_have_count(25)


def test_on_a_phone_filters_open_on_a_button_and_two_columns_hold_all(open_page: Open) -> None:
    page = open_page("/donnees-et-methode", width=390, height=844)
    expect(page.locator("[data-testid=stTable] thead th")).to_have_count(2)
    expect(box(page, "Domaine")).to_be_hidden()
    page.get_by_role("button", name="Filtrer et trier").click()
    expect(box(page, "Domaine")).to_be_visible()
    assert violations(page) == []
    assert english(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Page suivante").click()
    expect(page.get_by_text("Lignes 26 à 30.")).to_be_visible()
    assert page.evaluate(FITS)
