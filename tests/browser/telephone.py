"""A telephone in a real browser: what every one of its pages owes, and how many keys an answer takes."""

from __future__ import annotations

from itertools import cycle
from typing import Literal

from playwright.sync_api import BrowserContext, Page

from hall.book.steps import Kind, Step
from tests.browser.accessibility import violations

WIDTH, HEIGHT = 360, 740
# What is wider than the screen in letters of 100 or 200 %, and targets too small to be touched (WCAG 2.5.8):
# a link inside a sentence is as tall as its line.
_FAULTS = """size => {
  const root = document.documentElement
  root.style.fontSize = size
  const touched = [...document.querySelectorAll("button, .button, summary, label:has(input), [type=text]")]
  const small = touched.map(one => [one.outerHTML.slice(0, 120), one.getBoundingClientRect()])
    .filter(([, box]) => box.width && Math.min(box.width, box.height) < 24)
  const wide = root.scrollWidth > innerWidth ? [...document.querySelectorAll("main *")]
    .filter(one => one.getBoundingClientRect().right > innerWidth).map(one => one.outerHTML.slice(0, 99)) : []
  root.style.fontSize = ""
  return [...small.map(([said]) => `small: ${said}`), ...wide.map(said => `wide: ${said}`)]
}"""
# Without a script a page that waits reloads itself: nothing else tells it that a question is open. It holds
# no form, and a real-time event is an exception of WCAG 2.2.1.
_WAITING = "meta-refresh"
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


class Telephone:
    """A page of the size of a telephone; `script`: whether its browser runs any."""

    def __init__(self, windows: BrowserContext, *, script: bool) -> None:
        self.page = windows.new_page()
        self.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        self.faults: list[str] = []
        self.keys = 0
        self._schemes = cycle(_SCHEMES)
        self._script = script
        self._browser = windows.new_cdp_session(self.page)
        self._allow(script)

    def look(self, state: str) -> None:
        """Note what is wrong with the page that is shown: axe, each theme in turn, and large letters."""
        self._allow(True)
        self.page.emulate_media(color_scheme=next(self._schemes))
        found = [one for one in violations(self.page) if self._script or not one.startswith(_WAITING)]
        for size in ("100%", "200%"):
            found += self.page.evaluate(_FAULTS, size)
        self.faults += [f"{state}: {fault}" for fault in found]
        self._allow(self._script)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, and count them."""
        for key in keys:
            self.page.keyboard.press(key)
        self.keys += len(keys)

    def _allow(self, script: bool) -> None:
        # Axe waits for ever where nothing runs.
        self._browser.send("Emulation.setScriptExecutionDisabled", {"value": not script})


def keys(step: Step) -> list[str]:
    """Return the keys that answer a question, from the top of its page to its last choice."""
    if step.kind is Kind.PRIORITIES:
        return ["Tab", "Space"] * 3
    if step.kind is Kind.NOTES:
        return ["Tab", "ArrowRight"] * len(step.subject["domaines"])
    if step.kind is Kind.NUMBER:
        return ["Tab", *"12,5"]
    return ["Tab", "Space"] + ["Tab"] * (len(step.subject["acteurs"]) - 1 if step.kind is Kind.NEXT else 0)


def fill(page: Page, step: Step) -> None:
    """Answer a question, a little."""
    if step.kind is Kind.NUMBER:
        page.get_by_role("textbox").fill("12,5")
    else:
        page.locator("fieldset input").nth(3).check()
