"""Find a Chromium that really starts, or install one: `python -m tests.setup.browser`.

The order is what is cheapest for a developer: the one named by `CHROMIUM`, one already on the machine, the
one Playwright downloaded earlier; only then an installation (Debian and Ubuntu as root: apt; anywhere else:
Playwright's own).
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REQUIRED = os.environ.get("REQUIRE_BROWSER", "") not in {"", "0"}
MISSING = "No Chromium was found or could be installed: THE BROWSER TESTS WERE NOT RUN."
REMEDY = "Install Chromium or Chrome, or name one: CHROMIUM=/path/to/chromium make test"


@cache
def find() -> str | None:
    """Return the path of a Chromium that answers `--version`, or None."""
    named = os.environ.get("CHROMIUM")
    candidates = [named] if named else [*map(shutil.which, NAMES), _downloaded()]
    return next((path for path in candidates if path and _starts(path)), None)


def install() -> None:
    """Try each way to get a Chromium on this machine; none of them failing stops the caller."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for commands in _ways():
        if all(subprocess.run(command, check=False, env=quiet).returncode == 0 for command in commands):
            find.cache_clear()
            if find():
                return


def framed(*lines: str) -> str:
    """Draw a frame that cannot be missed in a long log."""
    width = max(map(len, lines))
    edge = "#" * (width + 6)
    return "\n".join([edge, *(f"#  {line:<{width}}  #" for line in lines), edge])


def main() -> int:
    """Print the Chromium the browser tests will use; 1 when they are required and there is none."""
    if not find():
        print("No Chromium on this machine: installing one for the browser tests", flush=True)
        install()
    path = find()
    print(f"Browser tests use {path}" if path else framed(MISSING, REMEDY), flush=True)
    return 1 if REQUIRED and not path else 0


def _ways() -> list[list[list[str]]]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    libraries = ["--with-deps"] if root else []
    playwright = [[sys.executable, "-m", "playwright", "install", *libraries, "chromium"]]
    apt = [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]]
    return [apt, playwright] if root and shutil.which("apt-get") else [playwright]


def _downloaded() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - half a second, for the last resort

    with sync_playwright() as driver:
        path = Path(driver.chromium.executable_path)
    return str(path) if path.exists() else None


def _starts(path: str) -> bool:
    # Ubuntu's /usr/bin/chromium-browser may be a note that says to use snap: only running it tells.
    try:
        answer = subprocess.run([path, "--version"], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
