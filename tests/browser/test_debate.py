"""The fiche-débat and that of a room, in a real browser: they fit, and a screen reader finds its way."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from exports import debate
from exports.room import Part, Sheet, make_html
from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from tests.boring import WORKBOOK
from tests.browser.accessibility import violations

pytestmark = pytest.mark.browser


def test_the_fiche_is_accessible_and_fits_a_telephone(windows: BrowserContext, tmp_path: Path) -> None:
    file = tmp_path / "fiche.html"
    file.write_bytes(
        debate.make_html(Results(Store.in_memory(load(WORKBOOK))), "93", "https://observatoire.example/")
    )
    page = windows.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Provence-Alpes-Côte d’Azur")
    expect(page.get_by_role("listitem")).to_have_count(9)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert asked == [file.as_uri()]
    page.close()


# Five groups, each beside the whole room.
_HEADS = ["Domaine", "Moyenne", "La moitié au moins", "Réponses", "Citoyens", "Entreprises", "Associations"]
_ROWS = [["Développement économique", "5,1 [4,5–5,7]", "2,25 à 7,75", "180", *["5,1 (36)"] * 5]] * 16
_SHEET = Sheet(
    "Lille",
    "Salle KX7 M4P.",
    "180 réponses.",
    [Part("Les notes", heads=[*_HEADS, "Maires", "Autres élus locaux"], rows=_ROWS)],
    "Édition",
    "Mention",
    fictional=True,
)


def test_the_fiche_of_a_room_has_all_its_columns_on_a_screen_and_on_paper(
    windows: BrowserContext, tmp_path: Path
) -> None:
    file = tmp_path / "salle.html"
    file.write_bytes(make_html(_SHEET))
    page = windows.new_page()
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(file.as_uri())
    assert _overflowing(page) == []
    # A sheet of paper, its margins left out: nothing scrolls there.
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    assert _overflowing(page) == []
    header = page.locator("header").evaluate("one => getComputedStyle(one)")
    assert (header["color"], header["backgroundColor"]) == ("rgb(28, 27, 46)", "rgba(0, 0, 0, 0)")
    page.close()


def _overflowing(page: Page) -> list[float]:
    """Return where the tables that go past the page end, in pixels."""
    ends = page.locator("body, table").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right)"
    )
    return [end for end in ends if end > ends[0]]
