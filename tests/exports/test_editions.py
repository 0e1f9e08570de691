"""`python -m exports.editions`: cells, then effects, for a person or for a program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.editions import __main__ as editions
from exports.editions.__main__ import main
from indicators.results import Results
from tests.loaders.books import REAL, TABLE, to_bytes, whole


@pytest.fixture(autouse=True, scope="module")
def _computed_once() -> Iterator[None]:
    """Compute each of the two editions once for all these tests."""
    known: dict[str, Results] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editions, "Results", lambda store: known.setdefault(store.sha256, Results(store)))
        yield


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another rate of unemployment, and forty remarks."""
    book = whole()
    book[TABLE].set(18, book[TABLE].column("Bretagne"), 12.5)
    book["Perceptions"].move(rows=lambda row: row + 1 if row > 30 else row)
    for row in range(40):
        book["Sources"].set(100 + row, 1, f"S{100 + row}")
    path = tmp_path_factory.mktemp("nouveau") / "nouveau_FICTIF.xlsx"
    path.write_bytes(to_bytes(book))
    return path


def test_the_report_opens_on_what_changed_and_what_it_changes(
    new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(REAL), str(new)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Ancienne édition\u202f: indicateurs_regionaux.xlsx, empreinte ")
    assert lines[1].endswith("(DONNÉES FICTIVES)")
    assert lines[2].startswith("1\u00a0cellule\u00a0modifiée et 40\u00a0cellules\u00a0ajoutées\u202f: ")
    assert "SCORES (39)" in lines
    assert any(
        line.endswith("autres cellules ont changé de place sans changer de contenu.") for line in lines
    )
    assert any(line.startswith("- et 11\u00a0autres") for line in lines)
    assert (
        f"- {TABLE}, P18\u202f: Taux de chomage, Bretagne, modifiée"
        in lines[lines.index("CELLULES (41)") + 1]
    )
    assert any(
        line.startswith("- Bretagne, Emploi. Avant\u202f: −1,09. Après\u202f: 2,36. +3,45.") for line in lines
    )


def test_the_same_edition_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(REAL), str(REAL)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2:] == ["Les deux éditions ont les mêmes cellules."]


def test_csv_and_json_have_everything(new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(REAL), str(new), "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert main([str(REAL), str(new), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["new"]["fictional"] is True
    assert len(said["cells"]) == 41
    assert len(rows) == sum(len(said[name]) for name in ("cells", "scores", "ranks", "gaps"))


def test_a_refused_workbook_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "mauvais.xlsx"
    bad.write_bytes(b"nothing")
    assert main([str(REAL), str(bad)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines()[-1].startswith("mauvais.xlsx\u202f: Classeur refusé.")
