"""From the workbook to an open store: what a restart or a new edition costs."""

import tempfile
from pathlib import Path

from loaders.edition import load
from loaders.store import database as store
from tests.bench.measure import median_ms
from tests.bench.registry import Line, benchmark
from tests.bench.sites import ROOT

WORKBOOK = ROOT / "data" / "indicateurs_regionaux.xlsx"


@benchmark("loading")
def loading() -> list[Line]:
    """Measure reading and checking the workbook, building the store, opening it, and one first query."""
    edition = load(WORKBOOK)
    with tempfile.TemporaryDirectory() as folder:
        path = store.build(edition, Path(folder))
        return [
            Line("read, type and check the workbook", median_ms(lambda: load(WORKBOOK), 7), "ms"),
            Line("build the store", median_ms(lambda: store.build(edition, Path(folder)), 7), "ms"),
            Line("open the store and count the regions", median_ms(lambda: _first_query(path), 15), "ms"),
            Line("size of the store", path.stat().st_size / 1e6, "MB"),
        ]


def _first_query(path: Path) -> None:
    opened = store.open_file(path)
    opened.frame("SELECT count(*) AS regions FROM mart.region")
    opened.close()
