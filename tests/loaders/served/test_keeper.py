"""The edition that is served: noticed without a restart, never mixed, never lost."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
import subprocess
import sys
import textwrap
import threading
import time
import timeit
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from loaders.edition import LoadedEdition
from loaders.file.guard import refuse
from loaders.reference import Reference
from loaders.served import keeper as editions
from loaders.served import shelf
from loaders.served.keeper import EditionKeeper, NoEdition
from loaders.served.shelf import POINTER
from loaders.store import BUILDING, Computation, Store, StoreError
from loaders.tables import read_tables
from tests import made
from tests.loaders.books import REAL

ROOT = Path(__file__).resolve().parents[3]


class Loads:
    """Stands in for `load`: a workbook is here a number, anything else is refused. Counts the calls."""

    def __init__(self) -> None:
        self.count = 0
        self.while_loading: Callable[[], None] = lambda: None

    def __call__(self, data: bytes, file_name: str, reference: Reference) -> LoadedEdition:
        self.count += 1
        self.while_loading()
        text = data.decode()
        if not text.strip().isdigit():
            raise refuse("essai", f"{file_name} ne convient pas.", "Le changer.")
        row = made.indicator("a", "emploi", 5)
        edition = made.edition({"a": {"FR": 0, "11": int(text), "24": 1}}, [row])
        return replace(
            edition,
            sha256=hashlib.sha256(data).hexdigest(),
            reference_sha256=reference.sha256,
            file_name=file_name,
        )


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> Loads:
    counted = Loads()
    monkeypatch.setattr(editions, "load", counted)
    return counted


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "classeur.xlsx"
    write(path, "7")
    return path


@pytest.fixture
def keeper(workbook: Path, loads: Loads) -> EditionKeeper:
    assert loads.count == 0
    return EditionKeeper(workbook, workbook.parent / "stores")


_written = 0


def write(path: Path, text: str) -> None:
    """Write a workbook that was saved long ago, each time at another moment."""
    global _written  # noqa: PLW0603 - a clock for the tests
    _written += 1
    path.write_text(text, encoding="utf-8")
    long_ago = time.time() - 100_000 + _written
    os.utime(path, (long_ago, long_ago))


def value(store: Store) -> float:
    sql = "SELECT value FROM mart.indicator_value WHERE region_code = '11'"
    return float(store.rows(sql)[0][0])


def test_a_workbook_is_read_once(keeper: EditionKeeper, loads: Loads) -> None:
    first = keeper.current()
    assert value(first.store) == 7
    assert (first.refusal, first.findings) == (None, ())
    assert keeper.current().store is first.store
    assert loads.count == 1


def test_a_new_workbook_is_noticed_and_the_page_keeps_its_own(
    keeper: EditionKeeper, workbook: Path, loads: Loads
) -> None:
    page = keeper.current().store
    write(workbook, "8")
    assert value(keeper.current().store) == 8
    assert value(page) == 7
    assert keeper.current().store.key != page.key
    assert loads.count == 2


def test_saving_without_a_change_keeps_the_same_store(
    keeper: EditionKeeper, workbook: Path, loads: Loads
) -> None:
    page = keeper.current().store
    write(workbook, "7")
    assert keeper.current().store is page
    assert loads.count == 1


def test_a_refused_workbook_leaves_the_previous_one_served(
    keeper: EditionKeeper, workbook: Path, loads: Loads
) -> None:
    page = keeper.current().store
    write(workbook, "non")
    for _ in range(3):
        refused = keeper.current()
        assert refused.store is page
        assert refused.refusal == "Classeur refusé. classeur.xlsx ne convient pas. Le changer."
        assert [finding.kind for finding in refused.findings] == ["essai"]
    assert loads.count == 2
    write(workbook, "7")
    assert keeper.current().refusal is None
    assert keeper.current().store is page
    write(workbook, "non")
    keeper.current()
    write(workbook, "9")
    assert value(keeper.current().store) == 9


def test_a_restart_opens_the_store_without_reading_the_workbook(
    keeper: EditionKeeper, workbook: Path, loads: Loads
) -> None:
    keeper.current()
    again = EditionKeeper(workbook, workbook.parent / "stores").current()
    assert value(again.store) == 7
    assert loads.count == 1


def test_what_is_computed_from_an_edition_is_computed_once(workbook: Path, loads: Loads) -> None:
    computed: list[float] = []

    def frames(store: Store) -> dict[str, pd.DataFrame]:
        computed.append(value(store))
        return {"value": pd.DataFrame({"value": computed})}

    for made_by in ("this code", "this code", "another code"):
        served = EditionKeeper(workbook, workbook.parent / "stores", Computation(made_by, frames)).current()
        assert served.store.kept("value")["value"].tolist() == computed
        assert served.store.made_by == made_by
    assert computed == [7, 7]
    assert loads.count == 2


def test_a_restart_beside_a_refused_workbook_serves_the_last_good_one(
    keeper: EditionKeeper, workbook: Path, loads: Loads
) -> None:
    keeper.current()
    write(workbook, "8")
    keeper.current()
    write(workbook, "non")
    again = EditionKeeper(workbook, workbook.parent / "stores").current()
    assert value(again.store) == 8
    assert again.refusal is not None
    assert loads.count == 3


@pytest.mark.parametrize(
    "pointer",
    [
        None,
        b"",
        b"\xff\xfe",
        b"../../etc/passwd",
        b"/etc/passwd",
        b"0123456789abcdef-01234567.duckdb",
        b"0123456789abcdef-01234567.duckdb/../x",
    ],
)
def test_without_any_good_edition_there_is_a_french_sentence(
    keeper: EditionKeeper, workbook: Path, pointer: bytes | None
) -> None:
    write(workbook, "non")
    if pointer is not None:
        (workbook.parent / "stores").mkdir()
        (workbook.parent / "stores" / POINTER).write_bytes(pointer)
    for _ in range(2):
        with pytest.raises(
            NoEdition, match=r"Classeur refusé\. classeur\.xlsx ne convient pas\. Le changer\."
        ):
            keeper.current()
    write(workbook, "7")
    assert value(keeper.current().store) == 7


def test_a_half_written_workbook_is_read_again_when_complete(
    keeper: EditionKeeper, workbook: Path, loads: Loads
) -> None:
    keeper.current()
    loads.while_loading = lambda: write(workbook, "12")
    write(workbook, "1x")
    assert keeper.current().refusal is not None
    loads.while_loading = lambda: None
    assert value(keeper.current().store) == 12
    assert keeper.current().refusal is None


def test_a_workbook_that_goes_away_and_comes_back(
    keeper: EditionKeeper, workbook: Path, loads: Loads
) -> None:
    page = keeper.current().store
    kept = workbook.rename(workbook.with_suffix(".bak"))
    gone = keeper.current()
    assert gone.store is page
    assert gone.refusal is not None
    assert "n’existe pas ou plus" in gone.refusal
    assert str(workbook.parent) not in gone.refusal
    kept.rename(workbook)
    assert keeper.current().refusal is None
    assert loads.count == 1


def test_a_folder_in_the_place_of_the_workbook(keeper: EditionKeeper, workbook: Path) -> None:
    page = keeper.current().store
    workbook.unlink()
    workbook.mkdir()
    assert "ne peut pas être lu" in str(keeper.current().refusal)
    assert keeper.current().store is page


def test_files_of_a_spreadsheet_program_beside_the_workbook_do_not_matter(
    keeper: EditionKeeper, workbook: Path, loads: Loads
) -> None:
    keeper.current()
    for name in (".~lock.classeur.xlsx#", "~$classeur.xlsx"):
        (workbook.parent / name).write_text("quelqu’un", encoding="utf-8")
        assert keeper.current().refusal is None
    assert loads.count == 1


class Clock:
    """Time that passes when told to, for `loaders.served.keeper` only."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def monotonic(self) -> float:
        return self.seconds

    def time_ns(self) -> int:
        return int(self.seconds * 1e9)


def test_a_workbook_written_twice_in_the_same_instant_is_noticed_a_moment_later(
    keeper: EditionKeeper, workbook: Path, loads: Loads, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = workbook.stat()
    clock = Clock(written.st_mtime)
    monkeypatch.setattr(editions, "time", clock)
    page = keeper.current().store
    workbook.write_text("8", encoding="utf-8")
    os.utime(workbook, ns=(written.st_atime_ns, written.st_mtime_ns))
    clock.seconds += editions.LOOK_AGAIN_SECONDS / 2
    assert keeper.current().store is page
    clock.seconds += editions.LOOK_AGAIN_SECONDS
    assert value(keeper.current().store) == 8
    monkeypatch.setattr(editions, "read_tables", lambda: pytest.fail("it has settled: nothing to read"))
    clock.seconds += 1000
    assert value(keeper.current().store) == 8
    assert loads.count == 2


@pytest.mark.parametrize("days", [-400, -1 / 24, 1])
def test_a_workbook_put_back_with_the_date_of_then_is_noticed(
    keeper: EditionKeeper, workbook: Path, days: float
) -> None:
    """As a backup is restored, in the place of the file and of its size; or by a clock that is ahead."""
    assert value(keeper.current().store) == 7
    written = workbook.stat()
    workbook.write_text("8", encoding="utf-8")
    moment = written.st_mtime_ns + int(days * 86_400e9)
    os.utime(workbook, ns=(moment, moment))
    assert workbook.stat().st_ino == written.st_ino
    assert value(keeper.current().store) == 8


def test_a_workbook_that_cannot_be_read_is_tried_again_although_nothing_seems_to_change(
    keeper: EditionKeeper, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the program that writes it holds it: its date and size are those of before."""
    clock = Clock(time.time())
    monkeypatch.setattr(editions, "time", clock)
    page = keeper.current().store

    def locked(*_: object) -> None:
        raise PermissionError("held by another program")

    write(workbook, "8")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", locked)
        assert "ne peut pas être lu" in str(keeper.current().refusal)
    assert keeper.current().store is page
    clock.seconds += editions.LOOK_AGAIN_SECONDS + 1
    assert value(keeper.current().store) == 8


def test_a_deleted_store_folder_is_made_again(keeper: EditionKeeper, workbook: Path) -> None:
    page = keeper.current().store
    shutil.rmtree(workbook.parent / "stores")
    assert value(keeper.current().store) == 7
    assert value(page) == 7
    write(workbook, "8")
    assert value(keeper.current().store) == 8
    assert len(list((workbook.parent / "stores").glob("*.duckdb"))) == 1


def test_a_damaged_store_is_built_again(keeper: EditionKeeper, workbook: Path, loads: Loads) -> None:
    keeper.current()
    (path,) = (workbook.parent / "stores").glob("*.duckdb")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert value(EditionKeeper(workbook, workbook.parent / "stores").current().store) == 7
    assert loads.count == 2


def test_a_folder_that_cannot_be_written_to_does_not_stop_anything(
    keeper: EditionKeeper, workbook: Path, loads: Loads
) -> None:
    (workbook.parent / "stores").write_text("a file where the folder should be", encoding="utf-8")
    assert value(keeper.current().store) == 7
    write(workbook, "non")
    assert value(keeper.current().store) == 7
    write(workbook, "8")
    assert value(keeper.current().store) == 8


def test_a_store_that_cannot_be_built_is_a_refusal(
    keeper: EditionKeeper, workbook: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page = keeper.current().store

    def fail(*_: object) -> None:
        raise StoreError("a constraint")

    monkeypatch.setattr(shelf, "build", fail)
    write(workbook, "8")
    refused = keeper.current()
    assert refused.store is page
    assert "n’ont pas pu être enregistrées" in str(refused.refusal)
    assert "a constraint" in caplog.text


def test_other_reference_tables_make_another_edition(
    keeper: EditionKeeper, workbook: Path, loads: Loads, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = keeper.current().store
    tables = read_tables()
    monkeypatch.setattr(editions, "read_tables", lambda: replace(tables, sha256="f" * 64))
    write(workbook, "7")
    other = keeper.current().store
    assert other.sha256 == page.sha256
    assert other.key != page.key
    assert loads.count == 2


def test_broken_reference_tables_are_a_refusal(
    keeper: EditionKeeper, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = keeper.current().store

    def broken() -> None:
        raise refuse("table", "La table manque.", "La remettre.")

    monkeypatch.setattr(editions, "read_tables", broken)
    write(workbook, "8")
    assert keeper.current().refusal == "Classeur refusé. La table manque. La remettre."
    assert keeper.current().store is page


def test_the_latest_stores_are_kept_and_the_others_go(keeper: EditionKeeper, workbook: Path) -> None:
    stores = workbook.parent / "stores"
    keys = []
    for number in range(6):
        write(workbook, str(number))
        keys.append(keeper.current().store.key)
    left = {path.stem for path in stores.glob("*.duckdb")}
    assert left == set(keys[-3:])
    assert (stores / POINTER).read_text(encoding="utf-8") == f"{keys[-1]}.duckdb"


def test_the_current_store_is_kept_whatever_the_clock_says(keeper: EditionKeeper, workbook: Path) -> None:
    """Files of the future (a wrong clock) and one that cannot be looked at (a broken link)."""
    stores = workbook.parent / "stores"
    stores.mkdir()
    tomorrow = time.time() + 86_400
    for number in range(4):
        path = stores / f"{number:016x}-00000000.duckdb"
        path.write_text("of another edition", encoding="utf-8")
        os.utime(path, (tomorrow, tomorrow))
    (stores / f"{9:016x}-00000000.duckdb").symlink_to(stores / "nowhere")
    key = keeper.current().store.key
    left = {path.stem for path in stores.iterdir() if path.suffix == ".duckdb"}
    assert key in left
    assert len(left) == 4


def test_what_a_crash_left_goes_after_an_hour(keeper: EditionKeeper, workbook: Path) -> None:
    stores = workbook.parent / "stores"
    old, recent, file = (stores / f"{BUILDING}{name}" for name in ("old", "recent", "file"))
    for folder in (old, recent):
        folder.mkdir(parents=True)
    file.write_text("a pointer that was not moved", encoding="utf-8")
    long_ago = time.time() - 4000
    for path in (old, file):
        os.utime(path, (long_ago, long_ago))
    keeper.current()
    assert not old.exists()
    assert not file.exists()
    assert recent.exists()


def test_a_pointer_that_cannot_be_replaced_leaves_nothing_behind(
    keeper: EditionKeeper, workbook: Path
) -> None:
    (workbook.parent / "stores" / POINTER).mkdir(parents=True)
    assert value(keeper.current().store) == 7
    assert list((workbook.parent / "stores").glob(f"{BUILDING}*")) == []


def test_the_previous_store_goes_with_its_last_holder(keeper: EditionKeeper, workbook: Path) -> None:
    page = keeper.current().store
    gone = weakref.ref(page)
    write(workbook, "8")
    keeper.current()
    assert value(page) == 7
    gc.disable()  # the server does not collect after each page either: counting holders must be enough
    try:
        del page
        assert gone() is None
    finally:
        gc.enable()


def test_while_one_thread_reads_the_others_are_served(
    keeper: EditionKeeper, workbook: Path, loads: Loads
) -> None:
    page = keeper.current().store
    reading, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        reading.set()
        assert go_on.wait(20)

    loads.while_loading = wait
    write(workbook, "8")
    with ThreadPoolExecutor(8) as pool:
        reader = pool.submit(keeper.current)
        assert reading.wait(20)
        assert all(current.store is page for current in pool.map(lambda _: keeper.current(), range(50)))
        go_on.set()
        assert value(reader.result().store) == 8
    assert loads.count == 2


def test_the_first_visitors_wait_for_one_reading(keeper: EditionKeeper, loads: Loads) -> None:
    arrived = threading.Semaphore(0)

    def arrive(_: int) -> int:
        arrived.release()
        return id(keeper.current().store)

    def wait_for_all() -> None:
        for _ in range(8):
            assert arrived.acquire(timeout=20)

    loads.while_loading = wait_for_all
    with ThreadPoolExecutor(8) as pool:
        stores = set(pool.map(arrive, range(8)))
    assert len(stores) == 1
    assert loads.count == 1


def test_two_processes_build_at_once(tmp_path: Path) -> None:
    shutil.copy(REAL, tmp_path / "classeur.xlsx")
    script = """
        import sys
        from pathlib import Path
        from loaders.served.keeper import EditionKeeper
        folder = Path(sys.argv[1])
        current = EditionKeeper(folder / "classeur.xlsx", folder / "stores").current()
        print(current.refusal, len(current.store.frame("SELECT * FROM mart.indicator_value")))
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate(timeout=60)[0].strip() for process in both] == ["None 420", "None 420"]
    assert len(list((tmp_path / "stores").iterdir())) == 2


def test_a_cell_changed_in_the_real_workbook_reaches_the_store(tmp_path: Path) -> None:
    path = tmp_path / "classeur.xlsx"
    shutil.copy(REAL, path)
    keeper = EditionKeeper(path, tmp_path / "stores")
    sql = "SELECT value FROM mart.indicator_value WHERE indicator_code = 'Freco.1' AND region_code = '32'"
    assert keeper.current().store.rows(sql) == [(10.8,)]
    book = openpyxl.load_workbook(path)
    book["Données territoriales"]["T18"] = 9.9
    book.save(path)
    current = keeper.current()
    assert current.refusal is None
    assert current.store.rows(sql) == [(9.9,)]
    path.write_bytes(b"%PDF-1.4")
    refused = keeper.current()
    assert refused.refusal is not None
    assert refused.refusal.startswith("Classeur refusé.")
    assert refused.store is current.store


def test_a_call_costs_one_stat(keeper: EditionKeeper) -> None:
    keeper.current()
    best = min(timeit.repeat(keeper.current, number=200, repeat=20)) / 200
    assert best < 50e-6
