"""`python -m hall`: rooms made, listed, taken home, compared and erased from a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hall import __main__ as command
from hall.book import place
from hall.book.book import Book
from hall.book.box import Box
from hall.book.ledger import opened
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
