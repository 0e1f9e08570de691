"""One large computation in this process alone: its time, its peak of memory, and what it ranks.

`python -m tests.bench.engine_scale sql|pandas STORE` prints one JSON object. Plain pandas is what an analyst
would write over the same long table: a column a step, group, merge. Both start at the store and end with a
frame.
"""

import json
import resource
import sys
import time
from pathlib import Path

import pandas as pd

from indicators.index import index_scores
from loaders.store import open_file

# ru_maxrss counts kilobytes, but bytes on a Mac.
PER_GIGABYTE = 1e9 if sys.platform == "darwin" else 1e6
TIMES = {"sql": 2, "pandas": 1}  # the fastest counts: the first query of a process also warms it up

VALUES = """
    SELECT region_code, indicator_code, value
    FROM mart.indicator_value
    WHERE status = 'value' AND region_code <> 'FR'
"""
STRUCTURE = """
    SELECT indicator_code, domain_code, axis_code, direction, weight
    FROM mart.indicator
    JOIN mart.domain USING (domain_code)
"""


def main(way: str, path: Path) -> None:
    """Measure one way: seconds in all and once the table is read (the fastest), peak gigabytes, checksum."""
    store = open_file(path)
    store.frame = store.query  # type: ignore[method-assign]  # each time anew: what is kept costs nothing
    times: list[float] = []
    computing: list[float] = []
    for _ in range(TIMES[way]):
        start = time.perf_counter()
        tables = (store.frame(VALUES), store.frame(STRUCTURE)) if way == "pandas" else None
        read = time.perf_counter()
        ranked = plain_pandas(*tables) if tables else index_scores(store)
        end = time.perf_counter()
        times.append(end - start)
        computing.append(end - read)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PER_GIGABYTE
    figures = {
        "seconds": min(times),
        "computing": min(computing),
        "gigabytes": peak,
        "checksum": checksum(ranked),
    }
    print(json.dumps(figures))


def checksum(ranked: pd.DataFrame) -> float:
    """Return a number that changes when the rank of one territory on one code does."""
    place = pd.to_numeric(ranked["region_code"]) * (1 + ranked["code"].str.len())
    return float((place * ranked["rank"].astype("float64")).sum())


def plain_pandas(values: pd.DataFrame, structure: pd.DataFrame) -> pd.DataFrame:
    """Compute the same scores and ranks, equal domains, by zscore."""
    frame = values.merge(structure, on="indicator_code")
    frame["oriented"] = frame["value"] * frame["direction"].astype("float64")
    by_indicator = frame.groupby("indicator_code")["oriented"]
    deviation = by_indicator.transform("std", ddof=0)
    frame["score"] = (frame["oriented"] - by_indicator.transform("mean")) / deviation
    domains = weighted(frame, ["region_code", "axis_code", "domain_code"], structure, "domain_code")
    above = domains.assign(coverage=domains["coverage"].where(domains["score"].notna(), 0))
    axes = above.groupby(["region_code", "axis_code"], as_index=False)[["score", "coverage"]].mean()
    whole = above.groupby("region_code", as_index=False)[["score", "coverage"]].mean()
    levels = [
        domains.rename(columns={"domain_code": "code"}).assign(level="domaine"),
        axes.rename(columns={"axis_code": "code"}).assign(level="axe"),
        whole.assign(level="ensemble", code="ensemble"),
    ]
    table = pd.concat(levels, ignore_index=True)
    table.loc[table["coverage"] < 0.5, "score"] = float("nan")
    rounded = table["score"].round(9)
    by_code = rounded.groupby([table["level"], table["code"]])
    table["rank"] = by_code.rank(method="min", ascending=False)
    table["ranked"] = by_code.transform("count")
    return table.sort_values(["region_code", "level", "code"])


def weighted(frame: pd.DataFrame, keys: list[str], structure: pd.DataFrame, parent: str) -> pd.DataFrame:
    """Return the weighted mean of `score` by `keys`, with the share of the parent's weight it rests on."""
    frame["weighted"] = frame["score"] * frame["weight"]
    sums = frame.groupby(keys, as_index=False)[["weighted", "weight"]].sum()
    planned = structure.groupby(parent)["weight"].sum()
    sums["score"] = sums["weighted"] / sums["weight"]
    sums["coverage"] = sums["weight"] / sums[parent].map(planned)
    sums.loc[sums["coverage"] < 0.5, "score"] = float("nan")
    return sums


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
