"""`python -m hall`: rooms made, listed, taken home, compared and erased from a terminal."""

from __future__ import annotations

import json
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from hall import __main__ as command
from hall.book import place
from hall.book.book import Book
from hall.book.box import Box
from hall.book.gestures import Gesture
from hall.book.ledger import opened
from tests.hall.conftest import NEW, NOW, TODAY
from tests.hall.test_keep import a_debate
from tests.opened import published


def test_a_room_is_made_like_another_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(place.VARIABLE, str(tmp_path))
    monkeypatch.setattr(command, "_results", lambda _workbook: published())
    asked = ["new", "--region", "53", "--json", "--adresse", "http://salle.test"]
    assert command.main(asked) == 0
    made = json.loads(capsys.readouterr().out)
    assert list(made) == ["code", "participants", "ecran", "regie"]
    assert made["regie"].startswith("http://salle.test/regie/ouvrir?jeton=")
    assert command.main(["new", "--region", "53", "--like", made["code"], "--titre", "Rennes"]) == 0
    capsys.readouterr()
    assert command.main(["list", "--json"]) == 0
    first, second = sorted(json.loads(capsys.readouterr().out), key=lambda room: room["titre"])
    assert (first["code"], first["etat"], second["titre"]) == (made["code"], "preparee", "Rennes")
    assert [step["bulletins"] for step in first["etapes"]] == [0] * len(first["etapes"])
    assert command.main(["new", "--region", "94", "--like", "AAAAAA"]) == 2
    assert "n’existe pas" in capsys.readouterr().err


def test_rooms_are_taken_home_compared_and_erased(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(place.VARIABLE, str(tmp_path))
    ledger = opened(str(tmp_path))
    rooms = [a_debate(Book(ledger), Box(ledger)) for _ in range(2)]
    ledger.close()
    assert command.main(["export", str(rooms[0].code), "--out", str(tmp_path)]) == 0
    path = capsys.readouterr().out.strip()
    assert path.endswith(f"salle_32_2027-01-15_{rooms[0].code}.zip")
    # A zip given back and a room that is kept here; then two that cannot be.
    assert command.main(["compare", path, str(rooms[1].code)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Salle {rooms[0].code} (Lille, 32, 2027-01-15) et Salle {rooms[1].code}")
    assert "Maires\u202f: note de fragilité sur 10\nDomaine\tSalle" in said
    assert command.main(["compare", path, str(tmp_path / "rien.zip")]) == 2
    assert command.main(["compare", path, path]) == 2
    assert command.main(["erase", str(rooms[0].code)]) == 0
    capsys.readouterr()
    assert command.main(["export", rooms[0].id, "--out", str(tmp_path)]) == 2
    assert "Cette salle est effacée\u202f: il n’en reste rien à exporter." in capsys.readouterr().err


def test_a_room_that_is_over_is_listed_and_found_by_either_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(place.VARIABLE, str(tmp_path))
    with closing(opened()) as ledger:
        room = Book(ledger).move(Book(ledger).create(NEW, TODAY).id, Gesture.OPEN, NOW)
        Book(ledger).move(room.id, Gesture.END, NOW)
    assert [(one["code"], one["etat"]) for one in listed(capsys)] == [(None, "terminee")]
    for name in (str(room.code), room.id):
        assert command.main(["export", name, "--out", str(tmp_path)]) == 0
        assert "LISEZ-MOI.txt" in zipfile.ZipFile(capsys.readouterr().out.strip()).namelist()
    assert command.main(["erase", str(room.code)]) == 0
    [gone] = listed(capsys)
    assert (gone["etat"], gone["titre"], gone["etapes"]) == ("effacee", "", [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new", "--region", "00"], "Région inconnue"),
        (["new", "--region", "32", "--adresse", "nulle part"], "n’est pas une adresse"),
    ],
)
def test_what_cannot_be_made_is_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.setenv(place.VARIABLE, str(tmp_path))
    monkeypatch.setattr(command, "_results", lambda _workbook: published())
    assert command.main(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_server_of_rooms_that_does_not_answer_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(place.VARIABLE, "postgresql://127.0.0.1:1/personne")
    assert command.main(["list"]) == 2
    assert "ne s’ouvrent pas" in capsys.readouterr().err


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Return the rooms as the command lists them."""
    assert command.main(["list", "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found
