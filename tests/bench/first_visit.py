"""A first visit on a phone's network: nothing kept by the browser, and how long until there is something.

Fast 3G and a processor four times slower, as the developer tools of Chromium imitate them.
"""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, sync_playwright

from tests.bench.measure import MILLISECONDS
from tests.bench.registry import Line, benchmark
from tests.bench.server import LOOPBACK
from tests.bench.sites import application
from tests.browser.conftest import ARGUMENTS
from tests.setup.browser import find

PAGES = ("", "mon-territoire?region=53")
# Times are medians of so many visits.
VISITS = 3
TITLE_SECONDS, FIGURE_SECONDS = 6.0, 10.0
# Bytes a second one way and the other, milliseconds of latency, and how many times slower the processor is.
DOWN, UP, LATENCY, SLOWER = 1_600_000 // 8, 750_000 // 8, 150, 4
# Notes when each thing is there, at the picture of the screen where it is: words, the title that the page
# draws, a drawing with ink.
_WATCH = """(() => {
  const small = document.createElement("canvas").getContext("2d", {willReadFrequently: true})
  small.canvas.width = small.canvas.height = 16
  const inked = () => [...document.querySelectorAll("[data-testid=stVegaLiteChart] canvas")].some(drawn => {
    if (!drawn.width || !drawn.height) return false
    small.clearRect(0, 0, 16, 16)
    small.drawImage(drawn, 0, 0, 16, 16)
    return new Set(new Uint32Array(small.getImageData(0, 0, 16, 16).data.buffer)).size > 2
  }) || document.querySelector("[data-testid=stVegaLiteChart] svg.marks path[d]")
  const there = {
    readable: () => document.body?.innerText.trim(),
    title: () => document.querySelector("[data-testid=stApp] h1")?.innerText.trim(),
    figure: inked,
  }
  window.seen = {}
  const look = () => {
    for (const [name, is] of Object.entries(there))
      if (!(name in seen) && is()) seen[name] = performance.now()
    if (Object.keys(seen).length < 3) requestAnimationFrame(look)
  }
  look()
})()"""


@dataclass(frozen=True)
class Visit:
    """Bytes received, as they travel, and the seconds until words, the title and a figure are there."""

    received: float
    readable: float
    title: float
    figure: float


@benchmark("first-visit")
def first_visit() -> Iterator[Line]:
    """Measure the first page and a deep link, on a server that has started."""
    chromium = find()
    with application() as (port, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for page in PAGES:
            address = f"http://{LOOPBACK}:{port}/{page}"
            yield from lines(f"/{page}", [visit(browser, address) for _ in range(VISITS)])
        browser.close()


def lines(name: str, visits: list[Visit]) -> Iterator[Line]:
    """Yield the medians of visits to a page."""

    def median(what: str) -> float:
        return statistics.median(getattr(one, what) for one in visits)

    yield Line(f"{name}: received", median("received") / 1000, "kB")
    yield Line(f"{name}: something to read", median("readable"), "s")
    yield Line(f"{name}: the title", median("title"), "s", TITLE_SECONDS)
    yield Line(f"{name}: a figure", median("figure"), "s", FIGURE_SECONDS)


def visit(browser: Browser, address: str) -> Visit:
    """Come for the first time and stay until a figure is drawn; TimeoutError after two minutes without."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1366, "height": 768})
    page = context.new_page()
    received: list[float] = []
    _slow_down(context.new_cdp_session(page), received)
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => 'figure' in window.seen", timeout=120_000)
    seen: dict[str, float] = page.evaluate("window.seen")
    context.close()
    return Visit(sum(received), *(seen[name] / MILLISECONDS for name in ("readable", "title", "figure")))


def _slow_down(session: CDPSession, received: list[float]) -> None:
    """Slow a page down, and note the bytes of each answer and message that it receives."""
    session.on("Network.loadingFinished", lambda answer: received.append(answer["encodedDataLength"]))
    session.on("Network.webSocketFrameReceived", lambda frame: received.append(_size(frame["response"])))
    session.send("Network.enable")
    speed = {"latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP}
    session.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _size(frame: dict[str, str]) -> float:
    """Return the bytes of a message, which the browser tells in base 64."""
    return len(frame["payloadData"]) * 3 / 4
