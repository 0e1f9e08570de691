"""`python -m loaders`: exit status, report, JSON, CSV."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from loaders import __main__ as command
from loaders.progress import progress
from tests import earlier_years
from tests.loaders.books import REAL, TABLE, slim, to_bytes
from tests.loaders.published import REGIONS, expected

ROOT = Path(__file__).resolve().parents[3]
HEADER = "sheet,cell,indicator_code,indicator,region_code,value,low,high,status,raw,unit,year"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "loaders", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def silent(stderr: str) -> bool:
    """Nothing but the line that a slow machine may deserve."""
    return all(line.startswith("Lecture de ") for line in stderr.splitlines())


def values(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    assert command.main(["values", *arguments]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_check_accepts_the_shipped_workbook() -> None:
    result = run("check")
    assert result.returncode == 0
    assert hashlib.sha256(REAL.read_bytes()).hexdigest() in result.stdout
    assert "accepté" in result.stdout
    assert "11\u00a0ALERTES" in result.stdout
    assert "30\u00a0indicateurs" in result.stdout
    assert "42\u00a0chiffres à vérifier" in result.stdout
    assert silent(result.stderr)


def test_earlier_years_are_counted_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "essai.xlsx"
    path.write_bytes(to_bytes(earlier_years.evolved()))
    found = values(capsys, str(path), "--sheet", earlier_years.SHEET)
    assert len(found) == 5 * 14
    assert (found[0]["indicator_code"], found[0]["year"], found[0]["value"]) == ("Freco.1", "2015 (T1)", "10")
    assert command.main(["check", str(path)]) == 0
    assert f"{earlier_years.SHEET}\u202f: 5\u00a0lignes, 1\u00a0case vide" in capsys.readouterr().out


def test_check_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["check", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["accepted"] is True
    assert report["edition"]["file_name"] == REAL.name
    assert report["counts"]["findings"]["alerte"] == 11
    assert report["counts"]["sheets"][TABLE] == {
        "indicators": 30,
        "missing": 15,
        "not_available": 1,
        "range": 13,
        "value": 391,
        "corrected": 1,
    }
    assert report["corrections"][0]["state"] == "appliquee"
    assert set(report["findings"][0]) == {"level", "kind", "sheet", "cell", "message", "action"}


def test_a_missing_file_is_one_clear_sentence() -> None:
    result = run("check", "nulle/part.xlsx")
    assert result.returncode == 2
    assert "n’existe pas" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_a_refused_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = slim()
    book[TABLE].set(18, 15, "oups")
    path = tmp_path / "essai.xlsx"
    path.write_bytes(to_bytes(book))
    assert command.main(["check", str(path)]) == 2
    text = capsys.readouterr().out
    assert "REFUSÉ" in text
    assert "cellule O18" in text
    assert command.main(["check", str(path), "--json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert report["accepted"] is False
    assert report["edition"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert report["findings"][0]["cell"] == "O18"
    assert command.main(["values", str(path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    # A busy machine says first that it is still reading.
    assert "Classeur refusé." in captured.err


def test_a_fictional_workbook_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "classeur_FICTIF.xlsx"
    path.write_bytes(to_bytes(slim()))
    assert command.main(["check", str(path)]) == 0
    assert "oui (FICTIF)" in capsys.readouterr().out


def test_values_are_the_published_figures(capsys: pytest.CaptureFixture[str]) -> None:
    rows = values(capsys)
    assert len(rows) == len({(row["sheet"], row["cell"]) for row in rows})
    assert len(rows) == len({(row["sheet"], row["indicator_code"], row["region_code"]) for row in rows})
    table = rows[:420]
    assert {row["sheet"] for row in table} == {TABLE}
    wanted = [(label, code, figures[code]) for label, figures in expected() for code in REGIONS]
    for row, (label, code, (value, low, high, status)) in zip(table, wanted, strict=True):
        assert (row["indicator"], row["region_code"], row["status"]) == (label, code, status)
        for name, number in (("value", value), ("low", low), ("high", high)):
            assert row[name] == ("" if number is None else f"{number.normalize():f}")


def test_values_of_one_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    rows = values(capsys, "--sheet", "perceptions")
    assert {row["sheet"] for row in rows} == {"Perceptions"}
    shared = next(row for row in rows if row["region_code"] == "93 94")
    assert shared["indicator_code"] == "part_priorite_pct.pouvoir_achat.citoyens.phare_2015"
    assert (shared["value"], shared["unit"], shared["year"]) == ("48", "%", "2015-09")
    words = next(row for row in rows if row["raw"] == "fin de classement")
    assert (words["status"], words["unit"]) == ("not_available", "rang")
    assert words["indicator_code"].startswith("rang.note_fragilite_sur_10.environnement")


def test_a_range_of_ranks_has_both_ends(capsys: pytest.CaptureFixture[str]) -> None:
    row = next(row for row in values(capsys, "--sheet", "Alliances") if row["raw"] == "2 ou 3")
    assert (row["value"], row["low"], row["high"], row["status"]) == ("", "2", "3", "range")


def test_an_unknown_sheet_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["values", "--sheet", "Divers"]) == 2
    assert "Divers" in capsys.readouterr().err


def test_values_on_a_pipe() -> None:
    result = run("values")
    assert result.returncode == 0
    assert result.stdout.splitlines()[0] == HEADER
    assert silent(result.stderr)


@pytest.mark.skipif(os.name == "nt", reason="a broken pipe is another error there")
def test_a_reader_that_leaves_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "loaders", "values"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert silent(process.stderr.read().decode())
    process.stderr.close()
    assert process.wait(timeout=30) == 0


def test_progress_says_nothing_of_what_is_quick(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Lecture"):
        pass
    assert capsys.readouterr().err == ""


def test_progress_speaks_when_it_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told()
    monkeypatch.setattr("sys.stderr", told)
    with progress("Lecture", patience=0.001):
        assert told.heard.wait(timeout=30)
    assert told.getvalue().startswith("Lecture")


class Told(io.StringIO):
    """A stream that says when it has been written to, so that nobody waits for a clock."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = threading.Event()

    def write(self, text: str) -> int:
        written = super().write(text)
        self.heard.set()
        return written
