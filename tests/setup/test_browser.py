"""A machine without a browser: loud when the browser tests are left out, red when they are required."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.tree import ROOT
from tests.setup import browser

# A run inside a run: what it reaches is not what ours reaches.
PYTEST = [sys.executable, "-m", "pytest", "-p", "no:slipcover"]
GATE = "from tests.conftest import *\n"
TESTS = """
import pytest

@pytest.mark.browser
def test_map(): ...

# Reaches Chromium through another fixture, and says nothing of it.
@pytest.fixture
def window(chromium): ...

def test_bars(window): ...

def test_sum(): ...
"""


# One process, or one that reports to another.
EITHER_WAY = pytest.mark.parametrize("more", [[], ["-n", "1"]])


def run_without_browser(folder: Path, more: list[str], *, required: bool) -> subprocess.CompletedProcess[str]:
    """Run three tests, two of them with a browser, where the only Chromium named does not exist."""
    (folder / "conftest.py").write_text(GATE)
    (folder / "test_page.py").write_text(TESTS)
    environment = os.environ | {"CHROMIUM": str(folder / "absent"), "PYTHONPATH": str(ROOT)}
    environment["REQUIRE_BROWSER"] = "1" if required else ""
    command = [*PYTEST, "-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, *more, str(folder)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@EITHER_WAY
def test_browser_tests_are_left_out_loudly(tmp_path: Path, more: list[str]) -> None:
    run = run_without_browser(tmp_path, more, required=False)
    *before, summary = run.stdout.strip().splitlines()
    assert run.returncode == 0
    assert "1 passed, 2 skipped" in summary
    frame = "\n".join(before[-5:])
    assert browser.MISSING in frame
    assert "2 tests left out" in frame
    assert before[-1] == before[-5] == "#" * len(before[-1])


@EITHER_WAY
def test_browser_tests_left_out_are_a_failure_when_required(tmp_path: Path, more: list[str]) -> None:
    run = run_without_browser(tmp_path, more, required=True)
    assert run.returncode == 1
    assert "1 passed, 2 errors" in run.stdout


@EITHER_WAY
def test_a_required_whole_run_without_browser_tests_is_refused(tmp_path: Path, more: list[str]) -> None:
    (tmp_path / "conftest.py").write_text(GATE)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_sum.py").write_text("def test_sum(): ...\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\nmarkers = browser\n")
    environment = os.environ | {"REQUIRE_BROWSER": "1", "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [*PYTEST, *more],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert "no browser test was run" in run.stdout


@pytest.mark.parametrize(("required", "code"), [(True, 1), (False, 0)])
def test_the_command_that_finds_none(
    required: bool, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "REQUIRED", required)
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(browser, "install", lambda: None)
    assert browser.main() == code
    assert browser.MISSING in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_a_name_that_is_only_a_note_is_not_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "chromium-browser"
    note.write_text("#!/bin/sh\necho 'install the snap'\nexit 1\n")
    note.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(note))
    browser.find.cache_clear()
    try:
        assert browser.find() is None
    finally:
        browser.find.cache_clear()


def test_an_installation_goes_on_to_the_next_way(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command[0])
        return subprocess.CompletedProcess(command, returncode=100)

    monkeypatch.setattr(
        browser, "_ways", lambda: [[["apt-get", "update"], ["apt-get", "install"]], [["playwright"]]]
    )
    monkeypatch.setattr(subprocess, "run", run)
    browser.install()
    assert asked == ["apt-get", "playwright"]
