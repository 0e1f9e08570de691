"""The projector of a debate in real browsers: its keys, its letters, axe on what it shows."""

from __future__ import annotations

import time
from typing import Any, Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from charts.palette import DARK, LIGHT
from hall.book.ballots import Ballot
from hall.book.book import Book
from hall.book.box import Box
from hall.book.ledger import Ledger
from hall.book.rooms import Room
from hall.book.steps import Kind, StepState
from tests.browser.accessibility import violations

pytestmark = pytest.mark.browser
SMALLEST = 3.49
GROUNDS: dict[Literal["light", "dark"], str] = {"light": LIGHT.background, "dark": DARK.background}
PROJECTORS = ((1024, 768), (1920, 1080))
# The smallest letter, in hundredths of the height; what is cut; what is wider than the screen.
LEGIBLE = """async () => {
  const size = one =>
    parseFloat(getComputedStyle(one).fontSize) * (one.getScreenCTM?.()?.a ?? 1)
  // The page follows the window at the next frame; a figure, once the server has given it.
  const narrow = box => box.width / box.height < 1.5
  const late = () => [...document.querySelectorAll(".whole > svg")].some(
    svg => narrow(svg.viewBox.baseVal) !== narrow({ width: innerWidth, height: innerHeight }))
  for (let frame = 0; frame < 2 || late(); frame += 1) await new Promise(requestAnimationFrame)
  const written = [...document.querySelectorAll("#vue *")].filter(
    element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  const main = document.querySelector("#vue main")
  return {
    smallest: Math.min(...written.map(one => 100 * size(one) / innerHeight)),
    cut: main.scrollHeight - main.clientHeight,
    wide: Math.max(document.documentElement.scrollWidth, main.scrollWidth) - innerWidth,
  }
}"""


def page_of(windows: BrowserContext, width: int, height: int) -> tuple[Page, list[str]]:
    """Open a window, and listen to what it complains about and asks outside."""
    page, heard = windows.new_page(), []
    page.set_viewport_size({"width": width, "height": height})
    page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return page, heard


def test_the_projector_obeys_its_keys_and_is_read_from_the_back(
    windows: BrowserContext, server: str, ledger: Ledger, room: Room
) -> None:
    book, box = Book(ledger), Box(ledger)
    asked: set[str] = set()
    screen, heard = page_of(windows, 1920, 1080)
    screen.on("request", lambda request: asked.add(request.url.split("/")[2]))
    # Without the desk a key moves nothing, and says why.
    screen.goto(f"{server}/ecran/{room.code}")
    screen.keyboard.press("ArrowRight")
    expect(screen.get_by_text("n’a pas la régie")).to_be_visible()
    screen.goto(f"{server}/regie/ouvrir?jeton={book.lend(room.id, time.time(), 60)}")
    assert violations(screen) == []
    heard.clear()
    screen.goto(f"{server}/ecran/{room.code}")
    faults = illegible(screen, book, box, room)
    assert faults == [], "\n".join(map(str, faults))
    assert violations(screen) == []
    screen.emulate_media(color_scheme="dark")
    assert violations(screen) == []
    helped(screen)
    screen.keyboard.press("Home")
    expect(screen.locator(".code")).to_be_visible()
    screen.keyboard.press("b")
    expect(screen.get_by_label("Écran noir")).to_be_attached()
    assert heard == []
    assert asked == {server.split("/")[2]}
    screen.close()


def helped(screen: Page) -> None:
    """Take the other colours, which stay; read the keys; use the buttons of who has none."""
    screen.keyboard.press("t")
    screen.reload()
    assert screen.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    screen.keyboard.press("?")
    assert violations(screen) == []
    screen.keyboard.press("Escape")
    expect(screen.get_by_role("dialog")).to_have_count(0)
    with screen.expect_response("**/geste"):
        screen.get_by_role("button", name="Précédent").click()
    screen.wait_for_function("() => !moving")


def illegible(screen: Page, book: Book, box: Box, room: Room) -> list[tuple[object, ...]]:
    """Lead a whole debate by the keys of a remote; returns the screens that are cut, wide or small."""
    faults: list[tuple[object, ...]] = []
    for turn in range(80):
        place = book.of(room.id)
        step = place.progress.step
        if step.asked and step.state is StepState.OPEN:
            answer(box, place)
        colours: Literal["light", "dark"] = "dark" if turn % 2 else "light"
        screen.emulate_media(color_scheme=colours)
        if step.kind is Kind.FIGURE:
            expect(screen.locator(".whole rect").first).to_have_attribute("fill", GROUNDS[colours])
        for width, height in PROJECTORS if step.state is StepState.REVEALED else PROJECTORS[:1]:
            screen.set_viewport_size({"width": width, "height": height})
            found = screen.evaluate(LEGIBLE)
            if found["smallest"] < SMALLEST or found["cut"] > 1 or found["wide"] > 0:
                faults.append((step.rank, step.kind.value, step.state.value, width, found))
        if step.rank + 1 == len(place.progress.steps) and step.state is StepState.REVEALED:
            return faults
        with screen.expect_response("**/geste"):
            screen.keyboard.press(("ArrowRight", "Space", "PageDown")[turn % 3])
        screen.wait_for_function("() => !moving")
    pytest.fail("the debate has no end")


def answer(box: Box, room: Room) -> None:
    """Have forty people answer the open question."""
    step = room.progress.step
    codes = list(step.subject.get("domaines", {}))
    answers: dict[Kind, Any]
    for place in range(40):
        answers = {
            Kind.PRIORITIES: {"domaines": [codes[place % len(codes)]] if codes else []},
            Kind.NOTES: {"notes": {code: (place + turn) % 11 for turn, code in enumerate(codes)}},
            Kind.DOMAIN: {"domaine": codes[place % len(codes)] if codes else ""},
            Kind.NUMBER: {"nombre": 5.0 + place},
            Kind.RANK: {"rang": place % 13 + 1},
            Kind.NEXT: {"acteurs": ["maires"]},
        }
        actor = "maires" if place < 15 else "citoyens"
        box.cast(
            Ballot(room.id, step.rank, step.round, f"d{place}", 1, actor, answers[step.kind]), time.time()
        ).result()
