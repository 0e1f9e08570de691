"""An edition of the observatory's size, the training one, beside the published one: install, pages, report.

Both editions are served side by side and measured in turns, so that a slow minute falls on both.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from exports.report.document import make as make_report
from indicators import kept
from indicators.results import Results
from loaders.edition import load
from loaders.store import Store
from loaders.store import database as store
from pages import heap
from tests.bench.loading import WORKBOOK
from tests.bench.measure import MILLISECONDS, median_ms
from tests.bench.registry import Line, benchmark
from tests.bench.reruns import Course
from tests.bench.server import LOOPBACK, processor_seconds, started
from tests.bench.sites import ROOT
from tests.bench.taken import LINK, REGION
from tests.bench.visitor import Visitor, menu
from tests.browser.conftest import ARGUMENTS, settled
from tests.setup.browser import find
from tests.training.workbook import WORKBOOK as TRAINING

INSTALL_SECONDS, VIEW_SECONDS, RERUN_RATIO, REPORT_SECONDS, HEIGHT = 5.0, 0.3, 1.5, 2.0, 6_000
TIMES, TURNS = 3, 5
# Streamlit sends what a run has made every 5 ms: on a fast machine a page waits for one step, or for two. Of
# fewer steps than these only the processor is judged.
STEP_MS, STEPS = 5.0, 4
# A region for each page: none finds what another has asked for.
_REGIONS = ("11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94")
# The height of the whole page, where Streamlit scrolls it, once it has not changed for two seconds.
_HEIGHT = """() => {
  const height = document.querySelector("[data-testid=stMain]").scrollHeight
  window.still = height === window.height ? window.still + 1 : 0
  window.height = height
  return window.still >= 20 && height
}"""


@dataclass
class Site:
    """One edition as it is served."""

    name: str
    port: int
    process: int


@benchmark("full")
def full() -> Iterator[Line]:
    """Measure what 350 indicators cost, with what the published ones do beside."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        yield from installed(Path(folder))
        sites = [
            Site(name, *servers.enter_context(started(ROOT / "app.py", ROOT, **_settings(workbook, folder))))
            for name, workbook in (("published", WORKBOOK), ("full", TRAINING))
        ]
        yield from asyncio.run(_pages(*sites))
        yield from heights(sites)


def installed(folder: Path) -> Iterator[Line]:
    """Yield what an edition costs until it is served, and a report of a region, as on the server."""
    heap.settle()
    for name, workbook, target in (("published", WORKBOOK, None), ("full", TRAINING, 1.0)):
        edition = load(workbook)
        made = median_ms(lambda book=workbook: _installed(book, folder), TIMES) / MILLISECONDS  # type: ignore[misc]
        yield Line(f"install, {name}", made, "s", target and INSTALL_SECONDS)
        results = Results(Store.in_memory(edition))
        report = median_ms(lambda of=results: make_report(of, REGION, LINK), TIMES) / MILLISECONDS  # type: ignore[misc]
        yield Line(f"one report, {name}", report, "s", target and REPORT_SECONDS)


def _installed(workbook: Path, folder: Path) -> Path:
    """Read a workbook, build its store and compute what is kept there."""
    return store.build(load(workbook), folder, kept.computation())


async def _pages(published: Site, large: Site) -> list[Line]:
    """Open each page for the first time, then run it again, on both editions."""
    lines = []
    for page, region in zip(await menu(large.port), _REGIONS, strict=False):
        name, query = f"« {page or 'home'} »", f"region={region}"
        first = {site.name: await _first(site, page, query) for site in (published, large)}
        told = f"published {first[published.name]:.2f} s"
        lines.append(Line(f"{name}: first view, processor", first[large.name], "s", VIEW_SECONDS, told))
        courses = [
            Course(site.name, Visitor(site.port, page, query, prompt=True), process=site.process)
            for site in (published, large)
        ]
        for course in courses:
            await course.open()
        for _ in range(TURNS):
            for course in courses:
                await course.turn()
        for course in courses:
            await course.visitor.leave()
        lines += _again(name, *courses)
    return lines


def _again(name: str, published: Course, large: Course) -> list[Line]:
    """Compare a rerun on both editions, by what it makes wait and by what it costs."""
    one, other = published.median, large.median
    # A rerun of 6 ms and one of 11 are a step apart, whatever separates them.
    target = RERUN_RATIO if other >= STEPS * STEP_MS else None
    waits = Line(
        f"{name}: a rerun, of the published", other / one, "×", target, f"{one:.0f} and {other:.0f} ms"
    )
    one, other = published.processor, large.processor
    told = f"{one:.1f} and {other:.1f} ms"
    return [waits, Line(f"{name}: of its processor", other / one, "×", RERUN_RATIO, told)]


async def _first(site: Site, page: str, query: str) -> float:
    """Return the processor that the first view of a page costs the server, in seconds."""
    visitor, before = Visitor(site.port, page, query), processor_seconds(site.process)
    await visitor.open()
    run = await visitor.run()
    await visitor.leave()
    if run.errors:
        raise RuntimeError(f"{site.name}, {page}: {run.errors}")
    return processor_seconds(site.process) - before


def heights(sites: list[Site]) -> Iterator[Line]:
    """Yield how high each page is at 1366 pixels, once it is drawn."""
    published, large = sites
    pages, chromium = asyncio.run(menu(large.port)), find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        window = browser.new_context(locale="fr-FR", viewport={"width": 1366, "height": 768}).new_page()

        def height(site: Site, page: str) -> float:
            window.goto(f"http://{LOOPBACK}:{site.port}/{page}?region={REGION}")
            settled(window)
            return float(window.wait_for_function(_HEIGHT, polling=100).json_value())

        for page in pages:
            told = f"published {height(published, page):.0f}"
            yield Line(f"« {page or 'home'} »: height", height(large, page), "px", HEIGHT, told)
        browser.close()


def _settings(workbook: Path, folder: str) -> dict[str, str]:
    stores = Path(folder) / workbook.stem
    return {"OBSERVATOIRE_CLASSEUR": str(workbook), "OBSERVATOIRE_MAGASIN": str(stores)}
