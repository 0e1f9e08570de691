"""The fiche-débat on a telephone, in a real browser: it fits, and a screen reader finds its way."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from exports.debate import make_html
from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from tests.boring import WORKBOOK
from tests.browser.accessibility import violations

pytestmark = pytest.mark.browser


def test_the_fiche_is_accessible_and_fits_a_telephone(windows: BrowserContext, tmp_path: Path) -> None:
    file = tmp_path / "fiche.html"
    file.write_bytes(
        make_html(Results(Store.in_memory(load(WORKBOOK))), "93", "https://observatoire.example/")
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
