"""`python -m exports`: a file a region in a folder, or one French sentence."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from exports import __main__ as command
from exports import commands, paper
from loaders.command_line import DONE, REFUSED
from loaders.edition import LoadedEdition, load
from tests.boring import WORKBOOK


@cache
def _published() -> LoadedEdition:
    """The published workbook, read once for these tests."""
    return load(WORKBOOK)


def test_a_region_is_written_under_a_plain_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "sortie" / "rapports"
    line = ["reports", "--region", "94", "--out", str(folder), str(WORKBOOK)]
    assert command.main(line) == DONE
    made = folder / "observatoire-rapport-corse.pdf"
    assert capsys.readouterr().out == f"{made}\n"
    assert made.read_bytes().startswith(b"%PDF-")


def test_every_region_is_written_when_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def make(_results: object, region: str, link: str, _method: object) -> bytes:
        asked.append((region, link))
        return region.encode()

    one = commands.Document("reports", "rapport", "Rapport", "txt", "text/plain", make)
    monkeypatch.setattr(commands, "DOCUMENTS", (one,))
    monkeypatch.setenv("OBSERVATOIRE_ADRESSE", "https://observatoire.example")
    assert command.main(["reports", "--out", str(tmp_path)]) == DONE
    assert len(capsys.readouterr().out.splitlines()) == len(asked) == 13
    assert ("32", "https://observatoire.example/mon-territoire?region=32") in asked
    assert (tmp_path / "observatoire-rapport-hauts-de-france.txt").read_text(encoding="utf-8") == "32"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            ["report"],
            "«\u00a0report\u00a0» n’existe pas pour «\u00a0commande\u00a0»",
        ),
        ([], "Il manque «\u00a0commande\u00a0»"),
        (
            ["reports", "--region", "99"],
            "La région «\u00a099\u00a0» est inconnue\u202f: donnez un code parmi",
        ),
        (["reports", "absent.xlsx"], "«\u00a0absent.xlsx\u00a0» n’existe pas"),
    ],
)
def test_a_command_that_cannot_run_says_why(
    line: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "rien"
    assert command.main([*line, "--out", str(folder)]) == REFUSED
    assert said in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize(
    "address", ["observatoire.example", "file:///etc", "https://", "http://[", "javascript:x"]
)
def test_an_address_that_nobody_can_follow_is_named(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OBSERVATOIRE_ADRESSE", address)
    assert command.main(["reports", "--out", str(tmp_path / "rien")]) == REFUSED
    assert "La variable OBSERVATOIRE_ADRESSE vaut" in capsys.readouterr().err
    assert not (tmp_path / "rien").exists()


@pytest.mark.parametrize("failure", commands.FAILURES)
def test_a_document_that_cannot_be_made_costs_no_other(
    failure: type[Exception],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def make(_results: object, region: str, _link: str, _method: object) -> bytes:
        if region == "44":
            raise failure("the glyph is missing")
        return region.encode()

    one = commands.Document("reports", "rapport", "Rapport (PDF)", "txt", "text/plain", make)
    monkeypatch.setattr(commands, "DOCUMENTS", (one,))
    monkeypatch.setattr(command, "load", lambda _path: _published())
    assert command.main(["reports", "--out", str(tmp_path)]) == command.INCOMPLETE
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 12
    (said,) = [line for line in shown.err.splitlines() if "Lecture" not in line]
    journal = tmp_path / command.JOURNAL
    assert said.replace("\u00a0", " ") == (
        "1 document n’a pas pu être fait\u202f: « Rapport (PDF), Grand Est »\u202f; "
        f"la cause est dans « {journal} »."
    )
    assert "the glyph is missing" in journal.read_text(encoding="utf-8")
    assert "observatoire-rapport-grand-est.txt" in journal.read_text(encoding="utf-8")


def test_what_paper_refuses_is_among_the_failures() -> None:
    with pytest.raises(commands.FAILURES):
        paper.pdf("absent.typ", {}, {})


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = tmp_path / "fichier"
    taken.write_text("")
    assert command.main(["reports", "--out", str(taken / "sortie")]) == REFUSED
    assert "ne peut pas être écrit\u202f: donnez un autre dossier à --out." in capsys.readouterr().err


def test_documents_have_names_of_their_own() -> None:
    names = [commands.named(one, "Île-de-France", fictional=True) for one in commands.DOCUMENTS]
    assert len(set(names)) == len(names) >= 2
    assert all("FICTIF" in name and name.endswith("-ile-de-france." + name.split(".")[-1]) for name in names)
    assert {one.command for one in commands.DOCUMENTS} == set(commands.commands())
