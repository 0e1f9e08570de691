"""Knock at the doors with bent things and count what became of them: `python -m tests.fuzz 10000`.

Ends with 1 when one of them was a fault. `--door`: one door alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from multiprocessing import get_context

from streamlit.logger import set_log_level

from tests.fuzz.doors import DOORS, Door
from tests.fuzz.verdict import FAULTS, Verdict

# What a process remembers is not what one that is bent takes.
_EACH_PROCESS = 1000
_TOLD_EACH = 1000


def main() -> int:
    """Print the counts of each door, the slowest and the largest, and each fault with its number."""
    asked = argparse.ArgumentParser()
    asked.add_argument("count", type=int, nargs="?", default=1000)
    asked.add_argument("--door", choices=DOORS, default="")
    asked.add_argument("--first", type=int, default=0)
    given = asked.parse_args()
    doors = {given.door: DOORS[given.door]} if given.door else DOORS
    faults = [
        fault for name, door in doors.items() for fault in _knocked(name, door, given.first, given.count)
    ]
    return 1 if faults else 0


def _knocked(name: str, door: Door, first: int, count: int) -> list[Verdict]:
    """Knock at one door, print what became of it, and return the faults."""
    numbers = range(first, first + max(1, int(count * door.share)))
    # Streamlit says, at each page, that no server runs it.
    with get_context("spawn").Pool(None, set_log_level, ("ERROR",), _EACH_PROCESS) as pool:
        verdicts = list(_told(pool.imap_unordered(door.judged, numbers, chunksize=5), name, door.what))
    print(_counted(verdicts, door.what))
    slowest = max(verdicts, key=lambda verdict: verdict.seconds)
    largest = max(verdict.megabytes for verdict in verdicts)
    print(f"  slowest {slowest.seconds:.2f} s (number {slowest.number}); largest process {largest:.0f} MB")
    return [verdict for verdict in verdicts if verdict.outcome in FAULTS]


def _told(judged: Iterable[Verdict], door: str, what: str) -> Iterator[Verdict]:
    """Pass the verdicts on, and say on the way what is known, should this be stopped: faults, and counts."""
    so_far: list[Verdict] = []
    for verdict in judged:
        so_far.append(verdict)
        if verdict.outcome in FAULTS:
            number = f"--door {door} --first {verdict.number} 1"
            print(f"  {verdict.outcome}: {number}, {verdict.ways}: {verdict.why}", flush=True)
        if len(so_far) % _TOLD_EACH == 0:
            print(_counted(so_far, what), file=sys.stderr, flush=True)
        yield verdict


def _counted(verdicts: list[Verdict], what: str) -> str:
    counts = Counter(verdict.outcome for verdict in verdicts).most_common()
    return f"{len(verdicts)} {what}: " + ", ".join(f"{count} {name}" for name, count in counts)


if __name__ == "__main__":
    sys.exit(main())
