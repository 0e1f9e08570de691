"""Each page in a real browser: the traps of Streamlit, one test each."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Heard, Open, settled
from tests.browser.figures import illegible, raw, unfold
from tests.browser.keyboard import out_of_reach
from tests.browser.said import english, too_long

pytestmark = pytest.mark.browser

# The region with most to say.
TERRITORY = "/mon-territoire?region=75"
# Every page, every section, and what is said when nothing is published: address, then words of the heading.
PAGES = {
    "/": "Les fragilités de votre territoire",
    "/?region=53&afficher=ecart": "Emploi en Bretagne",
    "/?domaine=culture&afficher=percu&region=99": "Culture",
    "/mon-territoire": "",
    TERRITORY: "Nouvelle-Aquitaine",
    "/par-domaine?domaine=diversite_handicap&region=94": "",
    "/regards-croises": "",
    "/ecarts?region=32": "",
    "/comparer?regions=32,53,94": "",
    "/alliances?region=11&initiative=pimms-de-brest": "",
    "/debat?region=44": "Débat",
    "/donnees-et-methode": "",
    "/donnees-et-methode?section=methode": "",
    "/donnees-et-methode?section=reglages&ponderation=axes_egaux": "",
    "/donnees-et-methode?section=sensibilite": "",
    "/donnees-et-methode?section=etapes&etape=agregation": "Étape 6. Poids et agrégation",
    "/donnees-et-methode?section=qualite": "Classeur accepté",
    "/donnees-et-methode?section=couverture&region=44": "",
    "/donnees-et-methode?section=provenance&region=93&resultat=ecart&acteur=citoyens": "",
    "/donnees-et-methode?section=emporter": "",
    "/donnees-et-methode?section=editions": "",
}

HIGH = "document.querySelector('[data-testid=stMain]').scrollHeight"

# How many screens a page takes before anything is opened, and where the screen for a meeting ends.
SCREENS = f"{HIGH} / innerHeight"
MEETING = """() => Math.max(0, ...[...document.querySelectorAll("[data-testid=stMain] li")]
    .filter(item => document.querySelector("#domaines")?.compareDocumentPosition(item) & 2)
    .map(item => item.getBoundingClientRect().bottom))"""

# Streamlit lets a wide table scroll inside its frame: that hides words as surely as a wide page does.
FITS = """() => [document.documentElement, document.querySelector("[data-testid=stMain]"),
        ...document.querySelectorAll("[data-testid=stTable], [data-testid=stTable] div")]
    .every(element => element.scrollWidth <= element.clientWidth)"""

# A drawing for the last window scrolls by itself until it is drawn again; folded, it waits to be seen.
DRAWN_AGAIN = """() => [...document.querySelectorAll(".stHorizontalBlock")].every(
    block => !block.checkVisibility() || getComputedStyle(block).overflowX === "visible"
        || block.scrollWidth <= block.clientWidth)"""

# A table follows when the server answers; the page itself may not wait for that.
NO_WIDER = """() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
    .every(element => element.scrollWidth <= element.clientWidth)"""


# Words are larger on the screen of a room.
ROOT = "getComputedStyle(document.documentElement).fontSize"
ROOT_SIZES = {1920: "18px", 390: "16px"}

# Leaves of the page of three regions compared.
PAPER = 3


def unrolled(page: Page) -> Page:
    """Give a phone a window as high as the page: what is scrolled out of sight has no contrast for axe."""
    page.set_viewport_size({"width": 390, "height": page.evaluate(HIGH)})
    settled(page)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_french_accessible_quiet_and_fits(
    open_page: Open, heard: Heard, server: str, path: str
) -> None:
    page = open_page(path)
    expect(page.get_by_role("heading", level=1)).to_contain_text(PAGES[path])
    drawn(page)
    assert page.evaluate(SCREENS) <= (3 if path == TERRITORY else 4)
    if path == TERRITORY:
        assert 0 < page.evaluate(MEETING) <= 768
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert violations(page) == []
    assert out_of_reach(page) == []
    unfold(page)
    settled(page)
    page.wait_for_function(FITS, timeout=10_000)
    assert raw(page) == []
    assert illegible(page) == []
    assert english(page) == []
    assert too_long(page) == []
    # Dark on a phone: one look through the rules for the theme and the size together.
    page.emulate_media(color_scheme="dark")
    for width, height in ((1920, 1080), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        # At once: the server has not answered yet, and drawings still have the width of the last window.
        page.evaluate("new Promise(requestAnimationFrame)")
        assert page.evaluate(NO_WIDER)
        settled(page)
        assert page.evaluate(ROOT) == ROOT_SIZES[width]
        # Drawings follow the window a moment later; what is still too wide then is a fault.
        page.wait_for_function(FITS, timeout=10_000)
        page.wait_for_function(DRAWN_AGAIN, timeout=10_000)
        assert illegible(page) == []
    assert violations(unrolled(page)) == []
    assert heard.complaints == []
    assert heard.hosts == {server.removeprefix("http://")}
    # 139 kB for a leaning word.
    assert not [path for path in heard.files if "Sans" in path and "Italic" in path]


def test_colours_of_the_reader_tell_what_is_chosen_and_paper_leaves_out_what_is_pressed(
    open_page: Open,
) -> None:
    page = open_page("/comparer?regions=53,94")
    chosen = page.locator("[data-testid=stButtonGroup] [data-selected]")
    expect(chosen).to_have_count(2)
    page.emulate_media(forced_colors="active")
    for button in (*chosen.all(), page.get_by_role("link", name="Comparer", exact=True)):
        expect(button).to_have_css("outline-style", "solid")
    page.emulate_media(forced_colors="none", media="print")
    for pressed in (chosen.first, page.locator("[data-testid=stHeader]")):
        expect(pressed).to_be_hidden()
    expect(page.get_by_role("button", name="Emporter", exact=True).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[data-testid=stVegaLiteChart]").first).to_be_visible()
    # Tables are cut between their lines: no page is left half empty, and the last is not blank.
    expect(page.locator("[data-testid=stTable] table")).to_have_css("display", "table")
    assert len(re.findall(rb"/Type /Page\b", page.pdf(format="A4"))) == PAPER
    page.emulate_media(media="screen")


@pytest.mark.parametrize("path", ["/?region=53", "/?domaine=environnement&region=93"])
def test_a_laptop_shows_the_finding_the_map_and_the_bars_whole_and_a_phone_stacks_them(
    open_page: Open, path: str
) -> None:
    page = open_page(path)
    drawn(page)
    for part in (page.get_by_role("heading", level=1), map_of(page), bars_of(page)):
        seen = part.bounding_box()
        assert seen is not None
        assert seen["x"] >= 0
        assert seen["y"] >= 0
        assert seen["x"] + seen["width"] <= 1366
        assert seen["y"] + seen["height"] <= 768
    page.set_viewport_size({"width": 390, "height": 844})
    settled(page)
    page.wait_for_function(FITS, timeout=10_000)
    above, below = map_of(page).bounding_box(), bars_of(page).bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]
    assert above["width"] >= 300
    assert below["width"] >= 300


def box(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=re.compile(label))


def map_of(page: Page) -> Locator:
    return page.locator("[class*=st-key-carte] [data-testid=stVegaLiteChart]")


def bars_of(page: Page) -> Locator:
    """The drawing in the column beside the map: those further down may be there first."""
    return page.locator("[data-testid=stColumn]").nth(1).locator("[data-testid=stVegaLiteChart]").first


def drawn(page: Page) -> None:
    """Wait for the drawings, where the page has some."""
    if map_of(page).count():
        expect(map_of(page)).to_have_count(1)
        expect(map_of(page).locator("canvas, svg").first).to_be_visible()
        expect(bars_of(page).locator("canvas, svg").first).to_be_visible()
