"""A machine without a browser or a server: loud when their tests are left out, red when they are required."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.rules.tree import ROOT
from tests.setup import browser
from tests.setup.everything import NEEDED
from tests.setup.needed import Needed

# A run inside a run: what it reaches is not what ours reaches.
PYTEST = [sys.executable, "-m", "pytest", "-p", "no:slipcover"]
GATE = """
from dataclasses import replace

import tests.conftest as gate
from tests.conftest import *

gate.NEEDED = tuple(replace(needed, find=lambda: None) for needed in gate.NEEDED)
"""
TESTS = """
import pytest

@pytest.mark.browser
def test_map(): ...

# Reaches Chromium through another fixture, and says nothing of it.
@pytest.fixture
def window(chromium): ...

def test_bars(window): ...

@pytest.mark.postgres
def test_rooms(): ...

@pytest.mark.nginx
def test_front(): ...

def test_sum(): ...
"""


# One process, or one that reports to another.
EITHER_WAY = pytest.mark.parametrize("more", [[], ["-n", "1"]])
EACH = pytest.mark.parametrize("needed", NEEDED, ids=lambda needed: needed.marker)
# One of them in each way: both go through the same lines.
ONE_EACH = pytest.mark.parametrize(("needed", "more"), [(NEEDED[0], []), (NEEDED[1], ["-n", "1"])])
LEFT_OUT = {"browser": 2, "postgres": 1, "nginx": 1}


def run_without(folder: Path, more: list[str], required: str = "") -> subprocess.CompletedProcess[str]:
    """Run five tests, four of them of a program that is not there; `required`: the marker of one."""
    (folder / "conftest.py").write_text(GATE)
    (folder / "test_page.py").write_text(TESTS)
    environment = os.environ | {needed.switch: "" for needed in NEEDED}
    environment |= {needed.switch: "1" for needed in NEEDED if needed.marker == required}
    command = [*PYTEST, "-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, *more, str(folder)],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@EITHER_WAY
def test_what_cannot_be_tried_is_left_out_loudly(tmp_path: Path, more: list[str]) -> None:
    run = run_without(tmp_path, more)
    lines = run.stdout.strip().splitlines()
    assert run.returncode == 0
    assert "1 passed, 4 skipped" in lines[-1]
    for needed in NEEDED:
        (said,) = (place for place, line in enumerate(lines) if needed.missing in line)
        assert f"{LEFT_OUT[needed.marker]} tests left out" in lines[said + 1]
        assert needed.remedy in lines[said + 2]
        assert lines[said - 1] == lines[said + 3] == "#" * len(lines[said])


@ONE_EACH
def test_what_is_required_and_not_there_fails(tmp_path: Path, more: list[str], needed: Needed) -> None:
    run = run_without(tmp_path, more, required=needed.marker)
    failed = LEFT_OUT[needed.marker]
    assert run.returncode == 1
    assert f"1 passed, {4 - failed} skipped, {failed} error" in run.stdout
    assert f"{needed.switch}=1 and {needed.absent}" in run.stdout


@ONE_EACH
def test_a_required_whole_run_without_its_tests_is_refused(
    tmp_path: Path, more: list[str], needed: Needed
) -> None:
    (tmp_path / "conftest.py").write_text(GATE)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_sum.py").write_text("def test_sum(): ...\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\nmarkers =\n browser\n postgres\n")
    environment = os.environ | {one.switch: "" for one in NEEDED} | {needed.switch: "1"}
    run = subprocess.run(
        [*PYTEST, *more],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert f"no {needed.marker} test was run" in run.stdout


@EACH
@pytest.mark.parametrize(("required", "code"), [("1", 1), ("", 0)])
def test_the_command_that_finds_none(
    needed: Needed,
    required: str,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(needed.switch, required)
    assert replace(needed, find=lambda: None, ways=list).provide() == code
    assert needed.missing in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_a_name_that_is_only_a_note_is_not_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "chromium-browser"
    note.write_text("#!/bin/sh\necho 'install the snap'\nexit 1\n")
    note.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(note))
    assert browser.find() is None


def test_an_installation_goes_on_to_the_next_way(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command[0])
        return subprocess.CompletedProcess(command, returncode=100)

    monkeypatch.setattr(subprocess, "run", run)
    ways = [[["apt-get", "update"], ["apt-get", "install"]], [["playwright"]]]
    replace(browser.CHROMIUM, find=lambda: None, ways=lambda: ways).install()
    assert asked == ["apt-get", "playwright"]
