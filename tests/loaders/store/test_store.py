"""The store: one edition a file, read-only, the same for everybody, and whole or refused."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import is_dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, get_type_hints

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders import records
from loaders.edition import LoadedEdition, load
from loaders.store import BUILDING, Computation, Store, StoreError, build, open_file
from loaders.store import database as store_module
from tests import made

ROOT = Path(__file__).resolve().parents[3]
WORKBOOK = ROOT / "data" / "indicateurs_regionaux.xlsx"
MART = (
    *("edition", "region", "axis", "domain", "actor", "measure", "indicator", "indicator_value"),
    *("perception", "alliance", "initiative", "source", "correction", "finding"),
)
# What the pages and the indicators were promised, table by table.
PROMISED = {
    "edition": "sha256 file_name fictional",
    "region": "region_code name name_in name_of name_the short_name number gender position",
    "axis": "axis_code label position",
    "domain": "domain_code label short_label axis_code position",
    "actor": "actor_code label label_the position",
    "measure": "measure label sheet kind minimum maximum unit",
    "indicator": "indicator_code published_code label criterion axis_label dimension domain_code direction "
    "unit weight year source status_phare sheet row_number decimals",
    "indicator_value": "indicator_code region_code value low high status decimals raw sheet cell corrected "
    "published_raw correction_reason",
    "perception": "figure_id programme survey wave survey_date actor_code region_code region_codes perimeter "
    "domain_code measure detail value rank_low rank_high raw_value raw_rank unit sample_size "
    "standard_deviation base subpopulation source reliability remark sheet cell rank_cell",
    "finding": "level kind sheet cell message action",
    "correction": "sheet cell published corrected reason date state",
}


@pytest.fixture(scope="module")
def published() -> LoadedEdition:
    return load(WORKBOOK)


@pytest.fixture(scope="module")
def small() -> LoadedEdition:
    return made.edition(
        {"a": {"FR": 2, "11": 1, "24": 2.5, "27": None}, "b": {"FR": 3, "11": (1, 2), "24": 4, "27": 5}},
        [made.indicator("a", "emploi", 5), made.indicator("b", "sante", 6, direction=-1)],
        [made.figure(2, ["11", "24"], "emploi"), made.figure(3, [], None)],
    )


@pytest.fixture(scope="module", params=["file", "memory"])
def small_store(
    request: pytest.FixtureRequest, small: LoadedEdition, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """One store for all the tests that only ask; whatever they tried, it holds the same at the end."""
    folder = tmp_path_factory.mktemp("store")
    store = Store.in_memory(small) if request.param == "memory" else open_file(build(small, folder))
    before = mart(store)
    yield store
    assert_same(mart(store), before)
    store.close()


def mart(store: Store) -> dict[str, pd.DataFrame]:
    """Everything that pages can read, in the order it is stored."""
    return {name: store.frame("SELECT * FROM query_table(?)", [f"mart.{name}"]) for name in MART}


def assert_same(one: dict[str, pd.DataFrame], other: dict[str, pd.DataFrame]) -> None:
    for name in MART:
        pd.testing.assert_frame_equal(one[name], other[name], obj=f"mart.{name}")


def test_mart_keeps_its_promises(published: LoadedEdition) -> None:
    tables: Any = mart(Store.in_memory(published))
    for name, columns in PROMISED.items():
        assert set(columns.split()) <= set(tables[name].columns), name
    assert len(tables["region"]) == 13
    assert "FR" not in set(tables["region"]["region_code"])
    assert len(tables["indicator"]) == 30
    assert len(tables["indicator_value"]) == 30 * 14
    assert len(tables["domain"]) == 16


def test_mart_values_are_those_of_the_records(published: LoadedEdition) -> None:
    values: Any = mart(Store.in_memory(published))["indicator_value"].set_index(
        ["indicator_code", "region_code"]
    )
    for record in published.values:  # noqa: PD011 - records, not a frame
        row = values.loc[record.indicator_code, record.region_code]
        assert row["status"] == record.status
        for name in ("value", "low", "high"):
            number = getattr(record, name)
            assert pd.isna(row[name]) if number is None else Decimal(repr(float(row[name]))) == number


def test_raw_holds_every_cell_as_read(published: LoadedEdition) -> None:
    rows = Store.in_memory(published).rows("SELECT sheet, cell, text, value_type FROM raw.cell")
    assert len(rows) == len(published.raw_cells)
    assert ("Données territoriales", "W16", "#N/A", "str") in rows
    assert ("Données territoriales", "K6", "8,5%", "float") in rows


def test_a_figure_of_several_regions_has_a_row_for_each(small_store: Store) -> None:
    rows = small_store.rows("SELECT figure_id, region_code FROM mart.perception ORDER BY ALL")
    assert rows == [("Perceptions!2", "11"), ("Perceptions!2", "24"), ("Perceptions!3", None)]


def test_missing_stays_missing(small_store: Store) -> None:
    rows = small_store.rows(
        "SELECT value, low, high, status FROM mart.indicator_value ORDER BY indicator_code, 1"
    )
    assert (None, None, None, "missing") in rows
    assert (None, 1.0, 2.0, "range") in rows


def test_columns_have_one_type_whatever_the_rows(small_store: Store) -> None:
    sql = """
        SELECT row_number, direction, corrected
        FROM mart.indicator
        JOIN mart.indicator_value USING (indicator_code)
    """
    kinds = {"row_number": "Int64", "direction": "Int64", "corrected": "boolean"}
    for condition in ("", " WHERE false"):
        assert small_store.frame(sql + condition).dtypes.astype(str).to_dict() == kinds


def test_parameters_are_bound(small_store: Store) -> None:
    hostile = "11' OR '1'='1"
    sql = "SELECT region_code FROM mart.region WHERE region_code = "
    assert small_store.rows(sql + "$code", {"code": "11"}) == [("11",)]
    assert small_store.rows(sql + "?", [hostile]) == []


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO clean.axis VALUES ('x', 'x', 9)",
        "WITH new AS (INSERT INTO clean.axis VALUES ('x', 'x', 9) RETURNING *) SELECT * FROM new",
        "UPDATE clean.axis SET label = 'x'",
        "DELETE FROM clean.axis",
        "DROP TABLE clean.finding",
        "CREATE TABLE memory.main.mine (a INTEGER)",
        "CREATE TEMP TABLE mine (a INTEGER)",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "INSTALL httpfs",
        "LOAD httpfs",
        "ATTACH ':memory:' AS other",
        "ATTACH '/tmp/other.duckdb'",
        "DETACH edition",
        "COPY (SELECT 1) TO '/tmp/stolen.csv'",
        "EXPORT DATABASE '/tmp/stolen'",
        "SET threads = 1",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "COMMIT",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE clean.finding",
        "",
        "SELECT nonsense",
        "SELEC",
    ],
)
def test_only_reading_the_store_is_possible(small_store: Store, sql: str) -> None:
    with pytest.raises(StoreError):
        small_store.frame(sql)
    with pytest.raises(StoreError):
        small_store.rows(sql)
    assert small_store.rows("SELECT count(*) FROM clean.axis") == [(1,)]


def test_a_query_never_sees_the_variables_of_its_caller(small_store: Store) -> None:
    secret = pd.DataFrame({"a": [1]})
    assert len(secret) == 1
    with pytest.raises(StoreError):
        small_store.frame("SELECT * FROM secret")


def test_eight_threads_ask_at_once(small_store: Store) -> None:
    def ask(number: int) -> int:
        sql = "SELECT count(*) + ? FROM mart.indicator_value, range(1000)"
        return int(small_store.rows(sql, [number])[0][0])

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8 * 60)))
    assert answers == [8000 + number for number in range(480)]


def test_a_closed_store_says_so(small: LoadedEdition) -> None:
    store = Store.in_memory(small)
    store.close()
    with pytest.raises(StoreError):
        store.rows("SELECT 1")


def test_the_file_is_named_after_its_content(small: LoadedEdition, tmp_path: Path) -> None:
    path = build(small, tmp_path / "new" / "folder")
    assert re.fullmatch(r"0{16}-[0-9a-f]{8}\.duckdb", path.name)
    assert path.name == f"{open_file(path).key}.duckdb"
    assert build(replace(small, reference_sha256="2" * 64), path.parent).name != path.name
    assert build(replace(small, sha256="3" * 64), path.parent).name != path.name
    assert sorted(item.suffix for item in path.parent.iterdir()) == [".duckdb"] * 3


def test_the_same_workbook_gives_the_same_mart(published: LoadedEdition, tmp_path: Path) -> None:
    first = open_file(build(published, tmp_path / "one"))
    second = open_file(build(load(WORKBOOK.read_bytes(), WORKBOOK.name), tmp_path / "two"))
    assert_same(mart(first), mart(second))
    assert_same(mart(first), mart(Store.in_memory(published)))
    assert first.key == second.key == Store.in_memory(published).key


def test_an_empty_edition_has_all_tables(small: LoadedEdition) -> None:
    tables: Any = mart(Store.in_memory(replace(small, perceptions=(), values=(), raw_cells=())))
    assert tables["perception"].empty
    assert set(PROMISED["perception"].split()) <= set(tables["perception"].columns)


@pytest.mark.parametrize(
    "changes",
    [
        {"values": (made.value("a", "11", 1, 5, 9), made.value("a", "11", 2, 5, 9))},  # two values, one place
        {"values": (made.value("unknown", "11", 1, 5, 9),)},
        {"values": (made.value("a", "99", 1, 5, 9),)},
        {"values": (replace(made.value("a", "11", 1, 5, 9), status="missing"),)},
        {"values": (replace(made.value("a", "11", None, 5, 9), status="value"),)},
        {"values": (made.value("a", "11", (3, 2), 5, 9),)},
        {"values": (replace(made.value("a", "11", 1, 5, 9), value=Decimal("Infinity")),)},
        {"perceptions": (made.figure(2, ["99"], "emploi"),)},
        {"perceptions": (made.figure(2, ["11"], "emploi", rank_low=3, rank_high=2),)},
        {"perceptions": (made.figure(2, ["11"], "emploi", rank_high=None),)},
        {"perceptions": (made.figure(2, ["11"], "emploi", reliability="sans doute"),)},
        {"indicators": (made.indicator("a", "emploi", 5, direction=2),)},
        {"indicators": (made.indicator("a", "unknown", 5),)},
        {"axes": ()},
    ],
)
def test_what_the_loader_would_let_through_stops_the_build(
    small: LoadedEdition, tmp_path: Path, changes: dict
) -> None:
    good = build(small, tmp_path)
    before = good.read_bytes()
    with pytest.raises(StoreError):
        build(replace(small, **changes), tmp_path)
    assert good.read_bytes() == before
    assert list(tmp_path.iterdir()) == [good]


def test_a_process_killed_in_the_middle_leaves_the_previous_store(
    small: LoadedEdition, tmp_path: Path
) -> None:
    good = build(small, tmp_path)
    script = """
        import os, sys
        from pathlib import Path
        from loaders.store import database as store
        from tests import made
        store._fill = lambda *_: os._exit(9)
        store.build(made.edition({}, [], sha256="0" * 64), Path(sys.argv[1]))
    """
    killed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)], cwd=ROOT, check=False, timeout=60
    )
    assert killed.returncode == 9
    left = [path.name for path in tmp_path.iterdir() if path != good]
    assert len(left) == 1
    assert left[0].startswith(BUILDING)
    assert len(open_file(good).frame("SELECT * FROM mart.indicator_value")) == 8


def test_an_open_store_survives_its_replacement_and_its_deletion(
    small: LoadedEdition, tmp_path: Path
) -> None:
    path = build(small, tmp_path)
    store = open_file(path)
    before = mart(store)
    build(small, tmp_path)
    assert_same(mart(store), before)
    path.unlink()
    assert_same(mart(store), before)


def test_an_answer_is_kept_and_what_a_reader_writes_into_it_is_seen_by_no_other(small: LoadedEdition) -> None:
    with closing(Store.in_memory(small)) as store:
        asked = "SELECT region_code, position FROM mart.region ORDER BY position"
        first = store.frame(asked)
        first.loc[0, "position"] = 99
        first["more"] = 1
        again = store.frame(asked)
        assert again.equals(store.query(asked))
        del again["position"]
        assert list(store.frame(asked)) == ["region_code", "position"]


def test_a_store_of_another_version_is_not_opened(
    small: LoadedEdition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build(small, tmp_path)
    monkeypatch.setattr(store_module, "schema_version", lambda: "another")
    with pytest.raises(StoreError, match="another version"):
        open_file(path)


@pytest.mark.parametrize("content", [b"", b"not a database", b"\0" * 5000])
def test_what_is_not_a_store_is_not_opened(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.duckdb"
    with pytest.raises(StoreError):
        open_file(path)
    path.write_bytes(content)
    with pytest.raises(StoreError):
        open_file(path)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(place=st.floats(0, 1, exclude_max=True), cut=st.booleans(), noise=st.binary(min_size=1, max_size=64))
def test_a_damaged_file_is_refused_or_right(
    damaged: tuple[bytes, dict[str, pd.DataFrame], Path], place: float, cut: bool, noise: bytes
) -> None:
    content, before, path = damaged
    start = int(place * len(content))
    path.write_bytes(content[:start] if cut else content[:start] + noise + content[start + len(noise) :])
    try:
        store = open_file(path)
    except StoreError:
        return
    assert_same(mart(store), before)
    assert store.kept("numbers").equals(before["kept"])


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, pd.DataFrame], Path]:
    folder = tmp_path_factory.mktemp("damaged")
    edition = made.edition(
        {"a": {"FR": 2, "11": 1, "24": 2.5}},
        [made.indicator("a", "emploi", 5)],
        [made.figure(2, ["11"], "emploi")],
    )
    numbers = pd.DataFrame({"number": [place / 7 for place in range(5_000)]})
    path = build(edition, folder, Computation("this code", lambda _: {"numbers": numbers}))
    return path.read_bytes(), mart(open_file(path)) | {"kept": numbers}, folder / "damaged.duckdb"


def test_every_number_of_a_record_says_its_unit() -> None:
    numbers = {
        (record, name)
        for record in vars(records).values()
        if is_dataclass(record)
        for name, kind in get_type_hints(record).items()
        if "Decimal" in str(kind)
    }
    assert {name for _, name in numbers} > {"value", "weight", "standard_deviation"}
    assert not [each for each in numbers if f"`{each[1]}`" not in str(each[0].__doc__)]


def test_build_is_quick(published: LoadedEdition, tmp_path: Path) -> None:
    """A generous bound: the bench measures, this only catches row-by-row insertion."""
    start = os.times().elapsed
    build(published, tmp_path)
    assert os.times().elapsed - start < 2
