"""What may happen while a server runs: a store is cut, the disk is full, everybody installs at once."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from loaders.served import archive
from loaders.served.archive import Archive
from loaders.served.install import InstallationRefused, install
from loaders.served.keeper import EditionKeeper
from loaders.store import Store
from tests.loaders.books import TABLE, slim, to_bytes

ROOT = Path(__file__).parents[3]
FIRST = 7.2
# More than a server keeps of one workbook after another.
MANY = 50


def edition(value: float | str) -> bytes:
    """Return a workbook that has this rate of unemployment in Bretagne."""
    book = slim()
    book[TABLE].set(18, book[TABLE].column("Bretagne"), value)
    return to_bytes(book)


def served(folder: Path) -> Path:
    """Put the first edition in place."""
    workbook = folder / "servi.xlsx"
    workbook.write_bytes(edition(FIRST))
    return workbook


def bretagne(store: Store) -> float:
    """Return what the edition of a store says of Bretagne."""
    asked = "SELECT value FROM mart.indicator_value WHERE region_code = '53' AND indicator_code = 'Freco.1'"
    return float(store.query(asked)["value"].iloc[0])


def apart(script: str, *given: object) -> subprocess.Popen[str]:
    """Run a script in another process."""
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, given)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> list[str]:
    """Return the lines that a process wrote."""
    told, failed = process.communicate(timeout=120)
    assert process.returncode == 0, failed
    return told.strip().splitlines()


@pytest.mark.parametrize("left", [0.0, 0.5])
def test_a_store_that_is_cut_while_it_is_open_goes_on_answering(tmp_path: Path, left: float) -> None:
    """By a process that did not build it, so that nothing of it is left in memory from then."""
    stores, workbook = tmp_path / "stores", served(tmp_path)
    EditionKeeper(workbook, stores).current()
    script = """
        import os, sys
        from pathlib import Path
        from loaders.served.keeper import EditionKeeper
        from tests.loaders.served.test_faults import bretagne
        workbook, stores, left = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
        keeper = EditionKeeper(workbook, stores)
        store = keeper.current().store
        (path,) = stores.glob("*.duckdb")
        os.truncate(path, int(path.stat().st_size * left))
        again = keeper.current().store
        print(bretagne(store), bretagne(again))
    """
    assert said(apart(script, workbook, stores, left)) == [f"{FIRST} {FIRST}"]
    # The next process to start finds what is left, and builds it again.
    assert bretagne(EditionKeeper(workbook, stores).current().store) == FIRST


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of what a process writes")
def test_a_full_disk_keeps_what_is_served_until_there_is_room(tmp_path: Path) -> None:
    stores, workbook = tmp_path / "stores", served(tmp_path)
    new = tmp_path / "nouveau.xlsx"
    new.write_bytes(edition(8.2))
    script = """
        import resource, signal, sys
        from pathlib import Path
        from loaders.served.install import InstallationRefused, install
        from loaders.served.keeper import EditionKeeper
        from tests.loaders.served.test_faults import bretagne
        workbook, stores, new = map(Path, sys.argv[1:])
        value = lambda: bretagne(keeper.current().store)
        keeper = EditionKeeper(workbook, stores)
        print(value())
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
        try:
            install(new, workbook)
        except InstallationRefused as refusal:
            print("place libre sur le disque" in str(refusal))
        print(value(), sorted(path.name for path in workbook.parent.glob("*")))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        install(new, workbook)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
        print(value())
    """
    before, refused, during, after = said(apart(script, workbook, stores, new))
    assert (before, refused) == (str(FIRST), "True")
    assert during == f"{FIRST} ['archives', 'nouveau.xlsx', 'servi.xlsx', 'stores']"
    # The store cannot be written either: it is built in memory, and served all the same.
    assert after == "8.2"
    assert len(Archive(workbook).editions()) == 1
    assert not list(tmp_path.rglob("*.tmp"))


def test_fifty_bad_workbooks_change_nothing_and_leave_nothing(tmp_path: Path) -> None:
    stores, workbook = tmp_path / "stores", served(tmp_path)
    keeper = EditionKeeper(workbook, stores)
    store = keeper.current().store
    kept, bad = sorted(stores.iterdir()), edition("oups")
    for number in range(MANY):
        workbook.write_bytes(bad + b"\0" * number)
        os.utime(workbook, (number, number))
        current = keeper.current()
        assert current.refusal
        assert current.store is store
    assert sorted(stores.iterdir()) == kept
    workbook.write_bytes(edition(9.2))
    os.utime(workbook, (MANY, MANY))
    assert bretagne(keeper.current().store) == 9.2


def test_two_installations_at_once_come_one_after_the_other(tmp_path: Path) -> None:
    """Whichever comes second archives what the first one put there: nothing that was served is lost."""
    workbook, books = served(tmp_path), [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    first, contents = workbook.read_bytes(), [edition(8.2), edition(9.2)]
    for book, content in zip(books, contents, strict=True):
        book.write_bytes(content)
    script = """
        import sys
        from pathlib import Path
        from loaders.served.install import install
        print(install(Path(sys.argv[1]), Path(sys.argv[2])).changed)
    """
    both = [apart(script, book, workbook) for book in books]
    assert [said(process) for process in both] == [["True"], ["True"]]
    kept = {item.path.read_bytes() for item in Archive(workbook).editions()}
    assert workbook.read_bytes() in contents
    assert kept | {workbook.read_bytes()} == {first, *contents}


def test_an_installation_that_never_ends_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook, new = served(tmp_path), tmp_path / "nouveau.xlsx"
    new.write_bytes(edition(8.2))
    monkeypatch.setattr(archive, "_PATIENCE_SECONDS", 0.0)
    script = """
        import sys
        from pathlib import Path
        from loaders.served.archive import Archive
        with Archive(Path(sys.argv[1])).alone():
            print("held", flush=True)
            sys.stdin.read()
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(workbook)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(InstallationRefused, match="Une autre installation est en cours"):
            install(new, workbook)
        # Killed while it holds: the system releases, and nobody has anything to clean.
        holder.kill()
        holder.wait()
    assert install(new, workbook).changed
