"""The engine: the published edition, its draws, and the same SQL at the size of the communes.

The large computations run in a process of their own (`engine_scale`), one at a time: its peak of memory is
then theirs alone.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from indicators.both_sides import both_sides
from indicators.gap_intervals import drawn_gaps
from indicators.gap_signs import gaps
from indicators.index import index_scores
from indicators.intervals import rank_intervals
from indicators.leave_one_out import leave_one_out
from indicators.method import Method
from indicators.noise import DRAWS_REPORT
from indicators.scores import domain_ranks, indicator_scores
from loaders.edition import load
from loaders.store import Store
from tests.bench.loading import WORKBOOK
from tests.bench.measure import median_ms
from tests.bench.registry import Line, benchmark
from tests.bench.sites import ROOT
from tests.territories import drawn_store

FEW, MANY, INDICATORS = 1_000, 35_000, 350
TIMES = 9


@benchmark("engine")
def engine() -> list[Line]:
    """Measure the published results, then scores and ranks of 35,000 territories x 350 indicators."""
    return [*published_lines(), *scale_lines(FEW, MANY, INDICATORS)]


def published_lines() -> list[Line]:
    """Time what the published edition gives, each result from the store to its frame."""
    store = Store.in_memory(load(WORKBOOK))
    store.frame = store.query  # type: ignore[method-assign]  # each time anew: what is kept costs nothing

    def objective() -> None:
        indicator_scores(store)
        index_scores(store, Method())
        domain_ranks(store)

    return [
        _line("published: every score and rank, all levels", objective, 50),
        _line(
            "published: gaps of one actor with their signs", lambda: gaps(both_sides(store, "citoyens")), 1000
        ),
        _line("published: 37 elements left out in turn", lambda: leave_one_out(store)),
        _line("10,000 draws: every rank interval", lambda: rank_intervals(store, draws=DRAWS_REPORT), 1000),
        _line(
            "10,000 draws: every gap interval of one actor",
            lambda: drawn_gaps(both_sides(store, "citoyens", draws=DRAWS_REPORT)),
            1000,
        ),
    ]


def _line(what: str, action: Callable[[], object], target: float | None = None) -> Line:
    return Line(what, median_ms(action, TIMES), "ms", target)


def scale_lines(few: int, many: int, indicators: int, rounds: int = 3) -> list[Line]:
    """Time scores and ranks of `few` and `many` territories, by the product's SQL and by plain pandas.

    Ratios are medians of those of each round: what slows the machine for a while slows both sides.
    """
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "few.duckdb", Path(folder) / "many.duckdb"
        drawn_store(small, few, indicators).close()
        drawn_store(large, many, indicators).close()
        turns = [
            (measured(small, "sql"), measured(large, "sql"), measured(large, "pandas")) for _ in range(rounds)
        ]
    if any(ours["checksum"] != plain["checksum"] for _, ours, plain in turns):
        raise RuntimeError("the SQL and pandas do not rank alike: nothing to compare")
    size = f"{many:,} x {indicators} scores and ranks"
    seconds, plainly = (median(turn[place]["seconds"] for turn in turns) for place in (1, 2))
    faster = median(plain["seconds"] / ours["seconds"] for _, ours, plain in turns)
    only_computing = median(plain["computing"] / ours["seconds"] for _, ours, plain in turns)
    growth = median(ours["seconds"] / quick["seconds"] for quick, ours, _ in turns) / (many / few)
    peak, plain_peak = (max(turn[place]["gigabytes"] for turn in turns) for place in (1, 2))
    note = f"{faster:.1f} times faster ({only_computing:.1f} if pandas need not read)"
    return [
        Line(size, seconds, "s", 5),
        Line(f"{size}: peak memory", peak, "GB", 2),
        Line(f"{size}: plain pandas", plainly, "s", None, f"{plain_peak:.1f} GB"),
        Line("share of the time of pandas", 1 / faster, "", 1 / 5, note),
        Line(f"{few:,} x {indicators} scores and ranks", median(turn[0]["seconds"] for turn in turns), "s"),
        Line(f"time a territory, {many:,} over {few:,}", growth, "", 1, "1 = linear"),
    ]


def measured(store: Path, way: str) -> dict[str, float]:
    """Run one computation in a process of its own: seconds (median), gigabytes (peak), checksum of ranks."""
    command = [sys.executable, "-m", "tests.bench.engine_scale", way, str(store)]
    answer = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(answer.stdout)
    return figures
