"""Bend many workbooks and count what became of them: `python -m tests.fuzz 10000`; 1 when one was a fault."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from multiprocessing import get_context

from tests.fuzz.judge import FAULTS, judged


def main() -> int:
    """Print the counts, the slowest and the largest, and each fault with the number that makes it again."""
    asked = argparse.ArgumentParser()
    asked.add_argument("count", type=int, nargs="?", default=1000)
    asked.add_argument("--first", type=int, default=0)
    given = asked.parse_args()
    numbers = range(given.first, given.first + given.count)
    with get_context("spawn").Pool(maxtasksperchild=1000) as pool:
        verdicts = list(pool.imap_unordered(judged, numbers, chunksize=20))
    counts = Counter(verdict.outcome for verdict in verdicts)
    print(f"{given.count} workbooks:", ", ".join(f"{count} {name}" for name, count in counts.most_common()))
    slowest = max(verdicts, key=lambda verdict: verdict.seconds)
    largest = max(verdict.megabytes for verdict in verdicts)
    print(f"slowest {slowest.seconds:.2f} s (workbook {slowest.number}); largest process {largest:.0f} MB")
    faults = [verdict for verdict in verdicts if verdict.outcome in FAULTS]
    for verdict in sorted(faults, key=lambda verdict: verdict.number):
        print(f"{verdict.outcome}: workbook {verdict.number}, {verdict.ways}: {verdict.why}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
