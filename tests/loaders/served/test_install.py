"""A new edition in place of the served one: checked first, archived, whole for every reader, reversible."""

from __future__ import annotations

import os
import shutil
import threading
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.commands import install as install_command
from loaders.edition import load
from loaders.findings import WorkbookRefused
from loaders.served import archive
from loaders.served import install as installation
from loaders.served.archive import Archive, fingerprint
from loaders.served.install import InstallationRefused, install, roll_back
from loaders.served.keeper import EditionKeeper
from tests.loaders.books import TABLE, slim, to_bytes

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def written(path: Path, unemployment: float) -> Path:
    """Write the slim workbook with this rate of unemployment in Bretagne."""
    book = slim()
    book[TABLE].set(18, book[TABLE].column("Bretagne"), unemployment)
    path.write_bytes(to_bytes(book))
    return path


_read = cache(load)


@pytest.fixture(autouse=True)
def _once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the same few workbooks once for all these tests."""
    monkeypatch.setattr(installation, "load", _read)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three editions: 7.2, 8.2 and 9.2."""
    folder = tmp_path_factory.mktemp("editions")
    return [written(folder / f"edition{number}.xlsx", 7.2 + number) for number in range(3)]


@pytest.fixture
def served(tmp_path: Path, books: list[Path]) -> Path:
    """The workbook in place: the first edition."""
    shutil.copy(books[0], tmp_path / "servi.xlsx")
    return tmp_path / "servi.xlsx"


def names(served: Path) -> list[str]:
    return sorted(path.name for path in served.parent.iterdir())


def test_an_edition_is_compared_archived_and_put_in_place(served: Path, books: list[Path]) -> None:
    before = served.read_bytes()
    done = install(books[1], served, NOON)
    assert served.read_bytes() == books[1].read_bytes()
    assert done.comparison is not None
    assert [(change.before, change.after) for change in done.comparison.changes] == [("7,2", "8,2")]
    assert done.archived is not None
    assert done.archived.name == f"2026-11-21_120000_{fingerprint(before)}.xlsx"
    assert done.archived.read_bytes() == before
    assert names(served) == ["archives", "servi.xlsx"]


def test_the_same_edition_is_not_installed_twice(served: Path, books: list[Path]) -> None:
    assert not install(books[0], served).changed
    assert names(served) == ["archives", "servi.xlsx"]
    assert Archive(served).editions() == []


def test_the_first_installation_has_nothing_to_archive(tmp_path: Path, books: list[Path]) -> None:
    done = install(books[0], tmp_path / "neuf.xlsx")
    assert (done.comparison, done.archived, done.changed) == (None, None, True)
    assert "gardée dans" not in install_command.told(done, "installée")


def test_going_back_twice_goes_further_and_loses_nothing(served: Path, books: list[Path]) -> None:
    install(books[1], served, NOON)
    install(books[2], served, NOON + timedelta(hours=1))
    roll_back(served, NOON + timedelta(hours=2))
    assert served.read_bytes() == books[1].read_bytes()
    roll_back(served, NOON + timedelta(hours=3))
    assert served.read_bytes() == books[0].read_bytes()
    with pytest.raises(InstallationRefused, match="rien à rétablir"):
        roll_back(served)
    kept = Archive(served).editions()
    assert [item.path.read_bytes() for item in kept] == [books[1].read_bytes(), books[2].read_bytes()]
    assert all(item.withdrawn for item in kept)


def test_an_archive_left_by_an_interrupted_rollback_is_passed_over(served: Path, books: list[Path]) -> None:
    """Put back, then killed before its archive was taken away: the next one must not stay in place."""
    install(books[1], served, NOON)
    install(books[2], served, NOON + timedelta(hours=1))
    served.write_bytes(books[1].read_bytes())
    roll_back(served, NOON + timedelta(hours=2))
    assert served.read_bytes() == books[0].read_bytes()


def test_a_refused_workbook_changes_nothing(served: Path, tmp_path: Path) -> None:
    before = served.read_bytes()
    bad = tmp_path / "mauvais.xlsx"
    book = slim()
    book[TABLE].set(18, 15, "oups")
    bad.write_bytes(to_bytes(book))
    with pytest.raises(WorkbookRefused, match="O18"):
        install(bad, served)
    assert served.read_bytes() == before
    assert names(served) == ["mauvais.xlsx", "servi.xlsx"]


def test_a_refused_edition_in_place_is_replaced_without_comparison(tmp_path: Path, books: list[Path]) -> None:
    broken = tmp_path / "servi.xlsx"
    broken.write_bytes(b"PK not a workbook")
    done = install(books[0], broken)
    assert done.comparison is None
    assert done.archived is not None
    assert "aucune édition lisible" in install_command.told(done, "installée")


def test_an_archive_refused_today_is_not_put_back(served: Path, books: list[Path]) -> None:
    done = install(books[1], served, NOON)
    assert done.archived is not None
    done.archived.write_bytes(b"damaged")
    with pytest.raises(WorkbookRefused):
        roll_back(served)
    assert served.read_bytes() == books[1].read_bytes()


@pytest.mark.parametrize(("new", "place"), [("x_FICTIF.xlsx", "servi.xlsx"), ("x.xlsx", "demo_FICTIF.xlsx")])
def test_invented_data_never_become_the_public_edition(
    tmp_path: Path, books: list[Path], new: str, place: str
) -> None:
    shutil.copy(books[1], tmp_path / new)
    shutil.copy(books[0], tmp_path / place)
    with pytest.raises(InstallationRefused, match="données fictives"):
        install(tmp_path / new, tmp_path / place)
    assert (tmp_path / place).read_bytes() == books[0].read_bytes()


def test_a_file_that_cannot_be_read_is_one_sentence(served: Path, tmp_path: Path) -> None:
    with pytest.raises(InstallationRefused, match="n’existe pas"):
        install(tmp_path / "nulle_part.xlsx", served)
    (tmp_path / "dossier.xlsx").mkdir()
    with pytest.raises(InstallationRefused, match="ne peut pas être lu"):
        install(tmp_path / "servi.xlsx", tmp_path / "dossier.xlsx")


def test_a_file_held_for_a_moment_is_waited_for(
    served: Path, books: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that somebody reads."""
    held = iter([True, True, False, True, False])
    real = Path.replace

    def replaced(path: Path, target: Path) -> Path:
        if next(held):
            raise PermissionError(13, "in use")
        return real(path, target)

    monkeypatch.setattr(archive, "_PAUSE_SECONDS", 0)
    monkeypatch.setattr(Path, "replace", replaced)
    install(books[1], served, NOON)
    assert served.read_bytes() == books[1].read_bytes()


def test_a_file_held_for_good_leaves_the_edition_and_no_remains(
    served: Path, books: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def replaced(path: Path, target: Path) -> Path:
        if target == served:
            raise PermissionError(13, "in use")
        return real(path, target)

    monkeypatch.setattr(archive, "_PAUSE_SECONDS", 0)
    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(InstallationRefused, match="l’édition en place n’a pas changé"):
        install(books[1], served, NOON)
    assert served.read_bytes() == books[0].read_bytes()
    assert names(served) == ["archives", "servi.xlsx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights")
def test_the_new_file_can_be_read_by_whoever_read_the_old_one(served: Path, books: list[Path]) -> None:
    served.chmod(0o640)
    install(books[1], served, NOON)
    assert served.stat().st_mode & 0o777 == 0o640


def test_only_archives_are_listed_the_latest_first(tmp_path: Path) -> None:
    found = Archive(tmp_path / "servi.xlsx")
    assert found.editions() == []
    first = found.keep(b"a", NOON)
    second = found.keep(b"b", NOON + timedelta(days=1), withdrawn=True)
    for name in ("note.txt", f"2026-13-45_120000_{'0' * 12}.xlsx", f"{first.name}.tmp"):
        (found.folder / name).write_bytes(b"")
    assert [(item.path, item.withdrawn) for item in found.editions()] == [(second, True), (first, False)]
    assert found.editions()[1].moment == NOON


@pytest.mark.parametrize("later", [timedelta(hours=-1), timedelta(0), timedelta(milliseconds=400)])
def test_what_was_replaced_last_comes_back_whatever_the_clock_said(
    served: Path, books: list[Path], later: timedelta
) -> None:
    install(books[1], served, NOON)
    install(books[2], served, NOON + later)
    roll_back(served, NOON + 2 * later)
    assert served.read_bytes() == books[1].read_bytes()
    roll_back(served, NOON + 3 * later)
    assert served.read_bytes() == books[0].read_bytes()


def test_readers_get_one_edition_or_the_other_while_it_is_replaced(served: Path, books: list[Path]) -> None:
    keeper = EditionKeeper(served, served.parent / "magasin")
    sql = "SELECT value FROM mart.indicator_value WHERE indicator_code = 'Freco.1' AND region_code = '53'"
    stop, seen, refusals = threading.Event(), set[float](), set[str | None]()

    def read() -> None:
        while not stop.is_set():
            current = keeper.current()
            seen.add(current.store.rows(sql)[0][0])
            refusals.add(current.refusal)

    assert keeper.current().store.rows(sql) == [(7.2,)]
    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    install(books[1], served, NOON)
    roll_back(served, NOON + timedelta(hours=1))
    stop.set()
    for reader in readers:
        reader.join()
    assert seen <= {7.2, 8.2}
    assert refusals == {None}
    assert keeper.current().store.rows(sql) == [(7.2,)]


def test_the_command_says_what_was_done(
    served: Path, books: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    place = ["--workbook", str(served)]
    assert main(["install", str(books[1]), *place]) == 0
    said = capsys.readouterr().out
    assert "Édition installée" in said
    assert "1\u00a0cellule\u00a0modifiée" in said
    assert "Taux de chomage, Bretagne, modifiée, «\u00a07,2\u00a0» puis «\u00a08,2\u00a0»" in said
    assert str(served.parent / archive.FOLDER) in said
    assert main(["install", str(books[1]), *place]) == 0
    assert "déjà en place" in capsys.readouterr().out
    assert main(["install", "--rollback", *place]) == 0
    assert "Édition rétablie" in capsys.readouterr().out
    assert served.read_bytes() == books[0].read_bytes()
    assert main(["install", "--rollback", *place]) == 2
    assert "rien à rétablir" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["install"], ["install", "x.xlsx", "--rollback"]])
def test_one_thing_at_a_time(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert "Une seule chose à la fois" in capsys.readouterr().err


def test_a_long_list_of_changes_is_cut_with_its_count(
    served: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = slim()
    for row in range(2, 9):
        for column in (17, 19, 20, 21):
            book["Perceptions"].set(row, column, f"texte {row} {column}")
    path = tmp_path / "beaucoup.xlsx"
    path.write_bytes(to_bytes(book))
    assert main(["install", str(path), "--workbook", str(served)]) == 0
    said = capsys.readouterr().out
    assert "autres cellules («\u00a0python -m exports.editions\u00a0» les donne)" in said
