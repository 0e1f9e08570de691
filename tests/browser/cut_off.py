"""A debate on a machine whose only network is its own: run it inside a network namespace.

`python -m tests.browser.cut_off CHROMIUM FOLDER` prints what it saw as one JSON object. The machine has one
address besides its own loopback, as a laptop that shares its connexion, and no route to anywhere.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect, sync_playwright

from hall.book.book import Book
from hall.book.ledger import Ledger, opened
from tests.browser.conftest import ARGUMENTS, running
from tests.browser.rooms import REGION, rooms

ADDRESS = "192.168.43.1"
# An address of the machine that is not the one it was started with.
OWN = "127.0.0.2"


def main(chromium: str, folder: Path) -> dict[str, Any]:
    """Return what the screens and a telephone showed, before, during and after the server is killed."""
    for words in (["link", "set", "lo", "up"], ["addr", "add", f"{ADDRESS}/24", "dev", "lo"]):
        subprocess.run(["ip", *words], check=True)
    with sync_playwright() as playwright, ExitStack() as after:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        after.callback(browser.close)
        asked: set[str] = set()
        with running(folder, killed=True) as address:
            port = urlsplit(address).port or 0
            made = _room(address)
            ledger = opened(rooms(folder))
            after.callback(ledger.close)
            screen = _screen(browser, made, asked)
            other = _opened(browser, f"http://{ADDRESS}:{port}/ecran/{made['code']}", asked)
            for _ in range(4):
                _pressed(screen)
            expect(screen.locator("#vue header")).to_contain_text("ouverte")
            phone = _answered(browser, f"http://{ADDRESS}:{port}/salle/{made['code']}", asked)
            _answered(browser, f"http://{OWN}:{port}/salle/{made['code']}", asked)
            expect(other.locator("#vue h1")).to_have_text(_heading(screen))
            before, ballots = _heading(screen), [_ballots(ledger, made["code"])]
        expect(screen.locator("#lost")).to_be_visible()
        away = _heading(screen)
        with running(folder, port):
            expect(screen.locator("#lost")).to_be_hidden()
            back = _heading(screen)
            ballots.append(_ballots(ledger, made["code"]))
            _pressed(screen)
            expect(screen.locator("#vue header")).to_contain_text("close")
            expect(other.locator("#vue header")).to_contain_text("close")
            expect(phone.get_by_role("heading", level=1)).to_contain_text("écran")
            awake = [page.evaluate("'wakeLock' in navigator") for page in (screen, other)]
    return {
        "headings": [before, away, back],
        "ballots": ballots,
        "awake": awake,
        "asked": sorted(asked),
        "addresses": made["participants"],
    }


def _room(address: str) -> dict[str, str]:
    words = ["new", "--region", REGION, "--json", "--adresse", address.replace("127.0.0.1", ADDRESS)]
    done = subprocess.run([sys.executable, "-m", "hall", *words], check=True, capture_output=True, text=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found | {"here": address}


def _screen(browser: Browser, made: dict[str, str], asked: set[str]) -> Page:
    """Take the desk on the machine itself, where a screen may stay awake, and open the screen."""
    desk = made["regie"].replace(ADDRESS, "127.0.0.1")
    page = _opened(browser, desk, asked)
    page.goto(f"{made['here']}/ecran/{made['code']}")
    return page


def _opened(browser: Browser, address: str, asked: set[str]) -> Page:
    page = browser.new_context(locale="fr-FR").new_page()
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname or ""))
    page.goto(address)
    return page


def _pressed(screen: Page) -> None:
    with screen.expect_response("**/geste"):
        screen.keyboard.press("ArrowRight")
    screen.wait_for_function("() => !moving")


def _answered(browser: Browser, address: str, asked: set[str]) -> Page:
    phone = _opened(browser, address, asked)
    phone.get_by_label("Maire").check()
    phone.get_by_role("button", name="Continuer").click()
    # The boxes of the question, not those of who one is.
    expect(phone.get_by_role("button", name="Envoyer")).to_be_visible()
    phone.locator("fieldset input").first.check()
    phone.get_by_role("button", name="Envoyer").click()
    expect(phone.locator(".kept")).to_be_visible()
    return phone


def _heading(page: Page) -> str:
    return page.locator("#vue h1").inner_text()


def _ballots(ledger: Ledger, code: str) -> int:
    room = Book(ledger).called(code)
    rows = ledger.rows("SELECT count(*) FROM ballot WHERE room = :room", {"room": room.id if room else ""})
    return int(rows[0][0])


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], Path(sys.argv[2]))))
