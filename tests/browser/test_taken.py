"""The open menu of a figure in a real browser: files made after the run, an address that is copied."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, Route, expect

from charts.served import FOLDER
from pages.first_screen import WAITING
from tests.browser.accessibility import violations
from tests.browser.conftest import Heard, Open, settled
from tests.browser.said import english
from tests.browser.test_pages import drawn

pytestmark = pytest.mark.browser

ICONS_LOADED = """() => [...document.fonts].some(
    font => font.family.includes("Material Symbols") && font.status === "loaded")"""

# The smallest letters of a picture, in hundredths of the height of the screen.
LETTERS = """svg => Math.min(...[...svg.querySelectorAll("text")].filter(text => text.textContent).map(text =>
    parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)) / innerHeight * 100"""

# How wide and how high the picture of the clipboard is, in dots.
COPIED = """async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item.getType("image/png"));
    return [picture.width, picture.height];
}"""


# How many screens a figure has, and the words of one that leave it.
COUNT = """svg => [...svg.querySelectorAll("text")].map(
    text => /^[0-9]+ \\/ ([0-9]+)$/.exec(text.textContent)).find(Boolean)[1]"""
CUT = """svg => [...svg.querySelectorAll("text")].filter(text => {
    const place = text.getBoundingClientRect()
    return place.left < 0 || place.right > innerWidth || place.top < 0 || place.bottom > innerHeight + 4
}).map(text => text.textContent)"""
# A laptop's 1366 by 768 has the drawing of the second (`tests/exports/test_screens.py` has the three).
ROOMS: tuple[tuple[int, int, Literal["light", "dark"]], ...] = (
    (1024, 768, "light"),
    (1920, 1080, "dark"),
)


def test_the_menu_of_a_figure_gives_files_copies_the_address_and_fills_the_screen(
    open_page: Open, heard: Heard
) -> None:
    page = open_page("/?region=32&afficher=objectif", width=390, height=844, scheme="dark")
    expect(page.get_by_text(WAITING)).to_be_hidden()
    # The first run knew the window.
    assert heard.runs == 1
    # Its icons are ours, under the name of Streamlit's.
    page.wait_for_function(ICONS_LOADED)
    # A menu opens where its button is: figures that come later push it out of the window.
    settled(page)
    drawn(page)
    page.get_by_role("button", name="Emporter", exact=True).first.click()
    copy = page.get_by_role("button", name="Copier le lien")
    expect(copy).to_be_visible()
    settled(page)
    assert violations(page) == []
    # Two drawings name the outlines (the map, small maps), and each is drawn once.
    assert len([path for path in heard.files if path.startswith(FOLDER)]) == 2

    copy.click()
    expect(page.get_by_text("Lien copié.")).to_be_visible()
    asked = page.get_by_label("Adresse de cette vue").input_value()
    assert asked.endswith("/?region=32&afficher=objectif")

    files: list[bytes] = []
    for name, start in (("Image (PNG)", b"\x89PNG"), ("Nombres (CSV)", "\ufeff".encode())):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=name).click()
        made = waiting.value
        assert made.suggested_filename.startswith("observatoire-emploi-")
        files.append(Path(made.path()).read_bytes())
        assert files[-1].startswith(start)
    copies_the_picture(page, files[0])
    fills_the_screen(page)
    assert heard.complaints == []


def test_a_file_waits_for_a_slow_browser_while_others_go_on(open_page: Open, heard: Heard) -> None:
    page = open_page("/?region=32&afficher=objectif")
    drawn(page)
    page.get_by_role("button", name="Emporter", exact=True).first.click()
    button = page.get_by_role("button", name="Nombres (CSV)")
    expect(button).to_be_visible()
    settled(page)
    held: list[Route] = []
    # The method of a list has no room for what Playwright adds to a function.
    page.route("**/media/**", lambda route: held.append(route))  # noqa: PLW0108
    with page.expect_download() as waiting:
        with page.expect_request("**/media/**"):
            button.click()
        # Each is a visitor whose page ends its run.
        for _ in range(3):
            open_page("/par-domaine")
        for route in held:
            route.continue_()
    assert Path(waiting.value.path()).read_bytes().startswith("\ufeff".encode())
    settled(page)
    assert heard.complaints == []


def copies_the_picture(page: Page, file: bytes) -> None:
    """The very file that is downloaded, where the browser has a clipboard; a sentence where it has none."""
    copy = page.get_by_role("button", name="Copier l’image")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy.click()
    expect(page.get_by_text("Image copiée.")).to_be_visible()
    assert page.evaluate(COPIED) == [int.from_bytes(file[at : at + 4]) for at in (16, 20)]
    page.evaluate("delete window.ClipboardItem")
    copy.click()
    expect(page.get_by_text("Ce navigateur ne laisse pas copier d’image ici")).to_be_visible()


def drawn_anew(page: Page) -> None:
    """Wait for what a window's new width asks for: a run, which draws the button of a menu anew."""
    settled(page)
    drawn(page)
    settled(page)


def fills_the_screen(page: Page) -> None:
    """For a room: the figure on screens that do not scroll, read from afar, turned by keys; then the page."""
    page.keyboard.press("Escape")
    settled(page)
    for width, height, scheme in ROOMS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        drawn_anew(page)
        enter = page.get_by_role("button", name="Plein écran")
        if not enter.is_visible():
            page.get_by_role("button", name="Emporter", exact=True).first.click()
        enter.click()
        picture = page.locator("section svg[role=img]")
        expect(picture).to_contain_text("1 / ")
        assert english(page) == []
        assert page.evaluate("document.fullscreenElement !== null")
        assert picture.evaluate("svg => svg.closest('section').scrollHeight <= innerHeight")
        number = 0
        while number < (count := int(picture.evaluate(COUNT))):
            number += 1
            expect(picture).to_contain_text(f"{number} / {count}")
            assert picture.evaluate(LETTERS) >= 3.5
            assert picture.evaluate(CUT) == []
            for words in ("Hauts-de-France", "Source", "Observatoire des partenariats"):
                expect(picture).to_contain_text(words)
            page.keyboard.press("PageDown")
        page.keyboard.press("Home")
        expect(picture).to_contain_text(f"1 / {count}")
        page.get_by_role("button", name="Suivant").click()
        expect(picture).to_contain_text(f"2 / {count}")
        page.keyboard.press("Escape")
        expect(picture).to_be_hidden()
        expect(enter).to_be_focused()
