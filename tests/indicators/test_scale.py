"""The same SQL at another size: against plain pandas, on drawn territories."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indicators.index import index_scores
from loaders.store import Store, open_file
from tests import territories
from tests.bench import engine, engine_scale

KEY = ["region_code", "level", "code"]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("drawn") / "drawn.duckdb"
    territories.drawn_store(path, 300, 40).close()
    return path


@pytest.fixture
def store(drawn: Path) -> Iterator[Store]:
    opened = open_file(drawn)
    yield opened
    opened.close()


def test_the_drawn_store_has_the_size_and_the_holes_it_says(store: Store) -> None:
    counted = "SELECT count(*), count(value), count(DISTINCT region_code) FROM mart.indicator_value"
    cells, published, regions = store.rows(counted)[0]
    assert (cells, regions) == (300 * 40, 300)
    assert 0.97 < published / cells < 0.99


def test_sql_and_plain_pandas_agree_on_every_score_and_rank(store: Store) -> None:
    ours: Any = index_scores(store)
    plain = engine_scale.plain_pandas(store.frame(engine_scale.VALUES), store.frame(engine_scale.STRUCTURE))
    both = ours.merge(plain, on=KEY, suffixes=("", "_plain"), how="outer", indicator=True)
    assert set(both["_merge"]) == {"both"}
    assert len(both) == 300 * (16 + 4 + 1)
    for column in ("score", "coverage", "rank", "ranked"):
        expected = both[f"{column}_plain"].astype("float64").tolist()
        assert both[column].astype("float64").tolist() == pytest.approx(expected, abs=1e-9, nan_ok=True)
    assert engine_scale.checksum(ours) == engine_scale.checksum(plain)


def test_the_checksum_sees_one_rank_that_moves(store: Store) -> None:
    ours: Any = index_scores(store)
    moved = ours.copy()
    moved.loc[0, "rank"] = moved.loc[0, "rank"] + 1
    assert engine_scale.checksum(ours) != engine_scale.checksum(moved)


@pytest.mark.parametrize("way", ["sql", "pandas"])
def test_one_computation_is_measured(drawn: Path, way: str, capsys: pytest.CaptureFixture[str]) -> None:
    engine_scale.main(way, drawn)
    figures = json.loads(capsys.readouterr().out)
    assert 0 < figures["computing"] <= figures["seconds"] < 60
    assert 0.05 < figures["gigabytes"] < 20


def test_the_lines_of_the_bench_have_the_targets_of_the_specification() -> None:
    lines = {line.what: line for line in engine.scale_lines(20, 60, 16, rounds=1)}
    assert [line.target for line in lines.values()] == [5, 2, None, 0.2, None, 1]
    assert lines["60 x 16 scores and ranks"].value > 0
    assert lines["time a territory, 60 over 20"].value > 0


def test_ways_that_do_not_agree_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    def differing(_store: Path, way: str) -> dict[str, float]:
        return {"seconds": 1, "computing": 1, "gigabytes": 1, "checksum": len(way)}

    monkeypatch.setattr(engine, "measured", differing)
    with pytest.raises(RuntimeError, match="do not rank alike"):
        engine.scale_lines(5, 10, 4)


def test_a_schema_that_changed_is_noticed() -> None:
    with pytest.raises(LookupError, match="PRIMARY KEY"):
        territories._without_keys("CREATE TABLE clean.indicator_value ()")
