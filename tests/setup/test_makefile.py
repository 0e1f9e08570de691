"""The two commands on machines that lack something: one clear sentence each, nothing half made."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.tree import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows runs the plain commands, not make")

OLD = "#!/bin/sh\n[ \"$1\" = --version ] && echo 'Python 3.9.1' && exit 0\nexit 1\n"
# Debian's Python without python3-venv.
WITHOUT_VENV = (
    f'#!/bin/sh\ncase "$*" in *ensurepip* | "-m venv"*) exit 1;; esac\nexec {sys.executable} "$@"\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fresh copy of what the first step of make reads, with an empty PATH of its own beside it."""
    for name in ("Makefile", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "path").mkdir()
    for name in ("sh", "echo", "touch", "make"):
        (tmp_path / "path" / name).symlink_to(shutil.which(name) or name)
    return tmp_path


def program(folder: Path, name: str, text: str) -> None:
    path = folder / "path" / name
    path.write_text(text)
    path.chmod(0o755)


def make(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [shutil.which("make") or "make", *arguments]
    environment = {"PATH": str(folder / "path"), "HOME": str(folder)} | variables
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_python_that_is_too_old_is_named(folder: Path) -> None:
    program(folder, "python3", OLD)
    run = make(folder, "run")
    assert run.returncode != 0
    assert "needs Python 3.11 or newer" in run.stderr
    assert "Python 3.9.1" in run.stderr
    assert not (folder / ".venv").exists()


def test_a_chosen_python_that_is_too_old_is_named(folder: Path) -> None:
    program(folder, "mine", OLD)
    run = make(folder, "run", "PYTHON=mine")
    assert "mine is Python 3.9.1" in run.stderr
    assert not (folder / ".venv").exists()


def test_a_missing_venv_module_names_its_package(folder: Path) -> None:
    program(folder, "python3", WITHOUT_VENV)
    program(folder, "id", "#!/bin/sh\necho 1000\n")
    run = make(folder, "run")
    major, minor = sys.version_info[:2]
    assert run.returncode != 0
    assert f"sudo apt-get install python{major}.{minor}-venv" in run.stderr
    assert not (folder / ".venv").exists()


def test_a_missing_venv_module_is_installed_for_root(folder: Path) -> None:
    program(folder, "python3", WITHOUT_VENV)
    program(folder, "id", "#!/bin/sh\necho 0\n")
    program(folder, "apt-get", '#!/bin/sh\necho "apt-get $@" >> "$HOME/asked"\n')
    make(folder, ".venv/bin/python")
    asked = (folder / "asked").read_text().splitlines()
    assert asked[0].startswith("apt-get update")
    assert asked[1].startswith("apt-get install -y")
    assert asked[1].endswith("-venv")


def test_the_newest_python_that_starts_is_taken(folder: Path) -> None:
    """A version manager leaves names on the PATH whose version is not installed."""
    program(folder, "python3.14", "#!/bin/sh\necho 'python3.14: command not found' >&2\nexit 127\n")
    program(folder, "python3.12", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    program(folder, "python3", OLD)
    shown = make(folder, "--dry-run", ".venv/bin/python").stdout
    assert '"python3.12" -m venv --clear .venv' in shown


def test_requirements_that_change_are_installed_again(folder: Path) -> None:
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").touch()
    (folder / ".venv" / ".runtime").touch()
    assert "pip install" not in make(folder, "--dry-run", "run").stdout
    stamp = (folder / ".venv" / ".runtime").stat().st_mtime
    os.utime(folder / "requirements.lock", (stamp + 5, stamp + 5))
    assert "pip install" in make(folder, "--dry-run", "run").stdout


@pytest.mark.parametrize(
    ("target", "given", "ran"),
    [
        ("check", [], "dit.xlsx -m loaders check"),
        ("check", ["WORKBOOK=autre.xlsx"], "dit.xlsx -m loaders check autre.xlsx"),
        ("reports", [], "dit.xlsx -m exports reports"),
        ("run", [], "dit.xlsx -m streamlit run app.py --server.port 8501"),
        ("run", ["WORKBOOK=autre.xlsx"], "autre.xlsx -m streamlit run app.py --server.port 8501"),
    ],
)
def test_the_variable_moves_the_workbook_of_every_target(
    folder: Path, target: str, given: list[str], ran: str
) -> None:
    (folder / ".venv" / "bin").mkdir(parents=True)
    program(folder, "python", '#!/bin/sh\necho "$OBSERVATOIRE_CLASSEUR $*"\n')
    (folder / "path" / "python").rename(folder / ".venv" / "bin" / "python")
    (folder / ".venv" / ".runtime").touch()
    assert make(folder, target, *given, OBSERVATOIRE_CLASSEUR="dit.xlsx").stdout.strip() == ran


def test_the_port_can_be_chosen(folder: Path) -> None:
    assert "streamlit run app.py --server.port 8600" in make(folder, "--dry-run", "run", "PORT=8600").stdout
