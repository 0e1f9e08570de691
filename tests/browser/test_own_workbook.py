"""Two visitors in two browsers with two workbooks: neither ever sees anything of the other's."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Open, settled
from tests.browser.said import english
from tests.pages.bringing import BACK, SEE, unemployment

pytestmark = pytest.mark.browser

PAGE = "/donnees-et-methode?section=mon-classeur&region=53"
PUBLIC = "Emploi en Bretagne\u202f: 7,2"
VISITORS = {"premier.xlsx": 19.5, "second.xlsx": 18.5}


def test_two_visitors_never_see_each_other_s_figures(open_page: Open) -> None:
    pages = {name: open_page(PAGE) for name in VISITORS}
    bystander = open_page("/par-domaine?region=53")
    for name, page in pages.items():
        bring(page, name)
    # Both at once from here on.
    for page in pages.values():
        page.get_by_role("button", name=SEE).click()
    for page in pages.values():
        expect(page.get_by_role("button", name=BACK)).to_be_visible()
        page.get_by_role("link", name="Par domaine").first.click()
    for name, page in pages.items():
        own, other = told(name), told(*(set(VISITORS) - {name}))
        expect(page.get_by_role("heading", level=1)).to_contain_text(
            f"Emploi en Bretagne\u202f: {own}\u202f%, 1ʳᵉ sur 13 régions"
        )
        settled(page)
        expect(page.get_by_text(f"Votre classeur «\u00a0{name}\u00a0»")).to_be_visible()
        words = page.locator("[data-testid=stMain]").inner_text()
        assert other not in words
        assert not (set(VISITORS) - {name}) & set(words.split())
        if name == "second.xlsx":
            assert violations(page) == []
    bystander.reload()
    expect(bystander.get_by_role("heading", level=1)).to_contain_text(PUBLIC)
    expect(bystander.get_by_role("button", name=BACK)).to_have_count(0)
    first, second = pages.values()
    # A reload is a new visit, and a click goes back; the other visitor notices nothing.
    first.reload()
    expect(first.get_by_role("heading", level=1)).to_contain_text(PUBLIC)
    expect(second.get_by_role("heading", level=1)).to_contain_text("18,5")
    second.get_by_role("button", name=BACK).click()
    expect(second.get_by_role("heading", level=1)).to_contain_text(PUBLIC)
    expect(second.get_by_role("button", name=BACK)).to_have_count(0)


def bring(page: Page, name: str) -> None:
    file = {"name": name, "mimeType": "", "buffer": unemployment(VISITORS[name])}
    expect(page.get_by_role("button", name="Choisir un fichier")).to_have_count(2)
    page.locator("input[type=file]").first.set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_text("Classeur accepté")).to_be_visible()
    settled(page)
    if name == "premier.xlsx":
        assert violations(page) == []
        assert english(page) == []


def told(name: str) -> str:
    """The figure of a visitor as it is written."""
    return str(VISITORS[name]).replace(".", ",")
