"""Draw every page as a visitor sees it, into the ignored folder `screenshots/`.

A laptop and a projector show their first screen and the whole page, a phone the whole page; light and dark.
The names sort by page, so that its six looks follow each other. Before them, what is taken away: reports,
slides and debate sheets (`make screenshots ONLY=document`).
"""

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import ARGUMENTS, ROOT, running, settled
from tests.browser.test_pages import PAGES, drawn
from tests.screenshots.documents import documents
from tests.setup.browser import CHROMIUM

FOLDER = ROOT / "screenshots"
# What a browser draws in one picture; a longer page is cut there, and the name says so.
_TALLEST = 12_000


@dataclass(frozen=True)
class View:
    """One look at a page."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"]


VIEWS = (
    View("bureau-clair", 1366, 768, "light"),
    View("bureau-sombre", 1366, 768, "dark"),
    View("projecteur-clair", 1920, 1080, "light"),
    View("projecteur-sombre", 1920, 1080, "dark"),
    View("telephone-clair", 390, 844, "light"),
    View("telephone-sombre", 390, 844, "dark"),
)


def main() -> None:
    """Draw the pages whose address contains the words given, all of them by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="?", default="", help="part of an address")
    only = parser.parse_args().only
    path_of_chromium = CHROMIUM.find()
    if path_of_chromium is None:
        raise SystemExit(CHROMIUM.remedy)
    FOLDER.mkdir(exist_ok=True)
    for name in documents(FOLDER, only):
        print(name)
    with tempfile.TemporaryDirectory() as stores, running(Path(stores)) as base, sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=path_of_chromium, args=ARGUMENTS)
        for path in PAGES:
            if only in path:
                for view in VIEWS:
                    print(look(launched, base, path, view))
        launched.close()


def look(browser: Browser, base: str, path: str, view: View) -> str:
    """Take the first screen, then the whole page; returns the name of the picture of the whole page."""
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height}, color_scheme=view.scheme, locale="fr-FR"
    )
    page = context.new_page()
    page.goto(base + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    settled(page)
    drawn(page)
    # The last drawings follow the size of the window a moment later.
    page.wait_for_timeout(1500)
    name = f"{named(path)}.{view.name}"
    if view.width > view.height:
        page.screenshot(path=FOLDER / f"{name}.ecran.png")
    page.set_viewport_size({"width": view.width, "height": min(tall(page), _TALLEST)})
    page.wait_for_timeout(1500)
    page.screenshot(path=FOLDER / f"{name}.png")
    context.close()
    return name


def tall(page: Page) -> int:
    """Return the height of the whole page, in pixels: Streamlit scrolls inside a frame of its own."""
    height: int = page.evaluate(
        "() => document.querySelector('[data-testid=stMain]').scrollHeight + window.innerHeight"
        " - document.querySelector('[data-testid=stMain]').clientHeight"
    )
    return height


def named(path: str) -> str:
    """Write an address as a file name: « /ecarts?region=32 » gives « ecarts-region-32 »."""
    plain = "".join(letter if letter.isalnum() or letter == "-" else "-" for letter in path.strip("/"))
    return "-".join(part for part in plain.split("-") if part) or "accueil"


if __name__ == "__main__":
    main()
