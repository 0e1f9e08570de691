"""One place says where the workbook is, for every command and for the application."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from exports import __main__ as exports
from exports import commands
from exports.editions import __main__ as editions
from indicators import __main__ as indicators
from loaders import __main__ as loaders
from loaders import place
from loaders.command_line import DONE
from loaders.served.archive import Archive
from pages.facade import current
from readings import __main__ as readings
from tests.loaders.books import REAL, slim, to_bytes

# The words of each command that take the workbook served by the application when they name none.
COMMANDS = (
    (loaders, ["check"]),
    (loaders, ["check", "--json"]),
    (loaders, ["values"]),
    (indicators, ["scores", "--region", "53"]),
    (indicators, ["ranks"]),
    (indicators, ["gaps"]),
    (readings, ["findings"]),
    (indicators, ["provenance", "--region", "53", "--domain", "emploi"]),
    (exports, ["reports", "--region", "53"]),
    (exports, ["slides", "--region", "53"]),
    (exports, ["debates", "--region", "53"]),
)
NAMES = [" ".join(words) for _, words in COMMANDS]


@pytest.fixture
def moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small workbook of another name, where the variable says."""
    path = tmp_path / "ailleurs.xlsx"
    path.write_bytes(to_bytes(slim()))
    monkeypatch.setenv(place.WORKBOOK, str(path))
    monkeypatch.chdir(tmp_path)
    return path


def test_check_values_and_compare_read_the_workbook_of_the_variable(
    moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert loaders.main(["check", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["edition"]["file_name"] == moved.name
    assert loaders.main(["values"]) == 0
    assert len(capsys.readouterr().out.splitlines()) < _published(capsys)
    assert editions.main([str(moved)]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == ["Les deux éditions ont les mêmes cellules."]


def _published(capsys: pytest.CaptureFixture[str]) -> int:
    """Count the lines of the published workbook: a path that is named wins over the variable."""
    assert loaders.main(["values", str(REAL)]) == 0
    return len(capsys.readouterr().out.splitlines())


def test_indicators_read_the_workbook_of_the_variable(
    moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert indicators.main(["scores", "--format", "json"]) == 0
    assert {row["edition"] for row in json.loads(capsys.readouterr().out)} == {moved.name}


@pytest.mark.parametrize("command", ["reports", "slides", "debates"])
def test_documents_are_made_from_the_workbook_of_the_variable(
    command: str, moved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def make(results: object, *_rest: object) -> bytes:
        seen.append(results.edition().file_name)  # type: ignore[attr-defined]
        return b""

    one = commands.Document(command, "essai", "Essai", "txt", "text/plain", make)
    monkeypatch.setattr(commands, "DOCUMENTS", (one,))
    assert exports.main([command, "--region", "53"]) == DONE
    assert seen == [moved.name]


def test_an_edition_is_installed_where_the_variable_says(
    moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert loaders.main(["install", str(moved)]) == 0
    assert "déjà en place" in capsys.readouterr().out


@pytest.mark.parametrize(("program", "words"), COMMANDS, ids=NAMES)
def test_a_workbook_that_is_not_there_names_the_variable(
    program: object, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(place.WORKBOOK, "nulle/part.xlsx")
    assert program.main(words) == 2  # type: ignore[attr-defined]
    shown = capsys.readouterr()
    said = shown.out + shown.err
    assert "«\u00a0nulle/part.xlsx\u00a0» n’existe pas" in said
    assert f"La variable {place.WORKBOOK} demande ce fichier\u202f: la corriger, ou la retirer." in said


def test_a_path_that_is_named_is_not_blamed_on_the_variable(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(place.WORKBOOK, str(REAL))
    assert loaders.main(["check", "absent.xlsx"]) == 2
    said = capsys.readouterr().out
    assert "«\u00a0absent.xlsx\u00a0» n’existe pas" in said
    assert place.WORKBOOK not in said


def test_an_installation_that_cannot_be_written_names_the_variable(
    tmp_path: Path, moved: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(place.WORKBOOK, str(tmp_path / "absent" / "servi.xlsx"))
    assert loaders.main(["install", str(moved)]) == 2
    assert place.WORKBOOK in capsys.readouterr().err


def test_the_application_reads_the_same_place(moved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert current.archive().folder == Archive(moved).folder
    monkeypatch.setenv(place.WORKBOOK, "")
    assert current.archive().folder == Archive(REAL).folder
    assert place.workbook() == REAL
    monkeypatch.delenv(place.WORKBOOK)
    assert place.workbook() == REAL


def test_another_workbook_has_stores_of_its_own(moved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(place.STORES, raising=False)
    own = place.stores()
    monkeypatch.setenv(place.WORKBOOK, str(moved.with_name("autre") / moved.name))
    assert place.stores() != own
    monkeypatch.setenv(place.WORKBOOK, str(REAL))
    assert place.stores().name == ".store"
    assert own.is_relative_to(place.stores())
    monkeypatch.setenv(place.STORES, str(moved.parent))
    assert place.stores() == moved.parent


@pytest.mark.skipif(os.name == "nt", reason="a name of Windows is always written in Unicode")
def test_a_name_that_is_not_in_unicode_is_read_all_the_same(
    moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = moved.rename(Path(os.fsdecode(os.fsencode(moved.parent) + b"/r\xe9gion.xlsx")))
    assert loaders.main(["check", "--json", str(odd)]) == 0
    assert json.loads(capsys.readouterr().out)["edition"]["file_name"] == "r?gion.xlsx"
    assert indicators.main(["ranks", str(odd)]) == 0
