"""Find a Chromium that really starts, or install one: `python -m tests.setup.browser`.

The order is what is cheapest for a developer: the one named by `CHROMIUM`, one already on the machine, the
one Playwright downloaded earlier; only then an installation (Debian and Ubuntu as root: apt; anywhere else:
Playwright's own).
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.setup.needed import Needed, Ways, is_root, of_debian, starts

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_found: dict[str, str] = {}


def find() -> str | None:
    """Return the path of a Chromium that answers `--version`, or None."""
    named = os.environ.get("CHROMIUM", "")
    if named not in _found:
        # Ubuntu's /usr/bin/chromium-browser may be a note that says to use snap: only running it tells.
        path = next((path for path in _candidates(named) if path and starts([path, "--version"])), None)
        if path is None:
            return None
        _found[named] = path
    return _found[named]


def _candidates(named: str) -> Iterator[str | None]:
    yield from [named] if named else map(shutil.which, NAMES)
    if not named:
        yield _downloaded()


def _ways() -> Ways:
    libraries = ["--with-deps"] if is_root() else []
    return [
        *of_debian("chromium"),
        [[sys.executable, "-m", "playwright", "install", *libraries, "chromium"]],
    ]


def _downloaded() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - half a second, for the last resort

    with sync_playwright() as driver:
        path = Path(driver.chromium.executable_path)
    return str(path) if path.exists() else None


CHROMIUM = Needed(
    "browser",
    "Chromium",
    "No Chromium was found or could be installed: THE BROWSER TESTS WERE NOT RUN.",
    "Install Chromium or Chrome, or name one: CHROMIUM=/path/to/chromium make test",
    find,
    _ways,
)

if __name__ == "__main__":
    sys.exit(CHROMIUM.provide())
