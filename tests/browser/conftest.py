"""A real server started by the real command, and a real Chromium that notes all it hears and says."""

import fcntl
import os
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocket, expect, sync_playwright

from tests.browser.rooms import ledger, room, rooms  # noqa: F401 - fixtures of the tests of a room
from tests.setup.ports import free_port

ROOT = Path(__file__).parents[2]
# Software drawing for WebGL alone (for the page itself it costs a quarter more time), and none of Chromium's
# own calls home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu-compositing",
    "--disable-gpu-rasterization",
    "--disable-accelerated-2d-canvas",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
# A first drawing of the map takes seconds on two cores without a graphics card.
expect.set_options(timeout=20_000)


# Between the choice of a free port and its use, a test beside this one may take it.
_ATTEMPTS = 3


@contextmanager
def running(
    stores: Path, asked: int = 0, *, killed: bool = False, settings: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """Run `streamlit run app.py` until the block ends; yields its address once it is ready.

    `asked`: the port of a server that has just stopped, instead of a free one; `killed`: it ends as by
    `kill -9`; `settings`: of its environment.
    """
    environment = os.environ | {"OBSERVATOIRE_MAGASIN": str(stores), "OBSERVATOIRE_SALLES": rooms(stores)}
    environment.update(settings)
    for _ in range(_ATTEMPTS):
        port = asked or free_port()
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
            try:
                address = f"http://127.0.0.1:{port}"
                if _is_ready(process, f"{address}/ready"):
                    yield address
                    return
            finally:
                process.kill() if killed else process.terminate()
    pytest.fail(f"the server stopped before it was ready, {_ATTEMPTS} times")


def _is_ready(process: subprocess.Popen[bytes], address: str) -> bool:
    """Wait for an answer; False when the server stops instead."""
    tick = Event()
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                assert answer.status == 200
                return True
        except OSError:
            # Nobody listens yet; or somebody does, who makes the first page before answering anything.
            if process.poll() is not None:
                return False
            tick.wait(0.1)
    pytest.fail("the server was not ready after a minute")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that every worker of this run sees."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def stores(shared: Path) -> Path:
    return shared / "magasin"


@pytest.fixture(scope="session")
def server(shared: Path, stores: Path) -> Iterator[str]:
    """One server for all the workers: the first to ask starts it, and waits for the others to stop it."""
    with (
        (shared / "server").open("a+") as note,
        (shared / "visitors").open("a") as visitors,
        ExitStack() as mine,
    ):
        fcntl.flock(note, fcntl.LOCK_EX)
        note.seek(0)
        address = note.read()
        if not address:
            address = mine.enter_context(running(stores))
            note.write(address)
            note.flush()
            mine.callback(fcntl.flock, visitors, fcntl.LOCK_EX)
        fcntl.flock(visitors, fcntl.LOCK_SH)
        fcntl.flock(note, fcntl.LOCK_UN)
        yield address


@pytest.fixture(scope="session")
def windows(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Where every page opens: a profile on disk keeps the framework's scripts, fetched and compiled once."""
    with sync_playwright() as playwright:
        profile = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=chromium, args=ARGUMENTS, locale="fr-FR"
        )
        yield profile
        profile.close()


@dataclass
class Heard:
    """What a page asked for, said to the server (a message asks for a run) and complained about."""

    hosts: set[str] = field(default_factory=set)
    files: list[str] = field(default_factory=list)
    runs: int = 0
    complaints: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("request", lambda request: self._asked(request.url))
        page.on("websocket", self._opened)
        page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _opened(self, socket: WebSocket) -> None:
        self._asked(socket.url)
        socket.on("framesent", lambda _message: self._sent())

    def _sent(self) -> None:
        self.runs += 1

    def _asked(self, url: str) -> None:
        if urlsplit(url).scheme not in {"data", "blob"}:
            self.hosts.add(urlsplit(url).netloc)
            self.files.append(urlsplit(url).path)


Open = Callable[..., Page]


def settled(page: Page) -> None:
    """Wait until the page is whole: nothing runs or waits for its code, and its end is there."""
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    expect(page.get_by_text("Édition des données")).to_be_attached()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def open_page(windows: BrowserContext, server: str, heard: Heard) -> Iterator[Open]:
    """Open an address in a page of its own and wait until it is drawn."""
    pages = []

    def opened(
        path: str = "/",
        *,
        width: int = 1366,
        height: int = 768,
        scheme: Literal["light", "dark"] = "light",
        base: str = "",
    ) -> Page:
        page = windows.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        heard.listen(page)
        page.goto((base or server) + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        settled(page)
        return page

    yield opened
    for page in pages:
        page.close()
