"""`make sentences [OUT=file] [ONLY=page] [EVERY=n]`: read every sentence that the product can state.

Prints how many distinct sentences stand over how many views, then what breaks a rule and where. OUT: the
sentences, sorted, one a line, to compare before and after a change. Exit status: 1 when a sentence is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from tests.sentences import collect
from tests.sentences.rules import Violation
from tests.sentences.said import COMPLETE, HOLED, PUBLISHED, Place

_CHUNK = 150


@dataclass
class Found:
    """What was read so far."""

    sentences: set[str] = field(default_factory=set)
    violations: dict[tuple[str, str], Violation] = field(default_factory=dict)

    def add(self, sentences: Iterable[str], violations: Iterable[Violation]) -> None:
        """Add what a chunk gave; a sentence that breaks a rule at several places is told once."""
        self.sentences |= set(sentences)
        for one in violations:
            self.violations.setdefault((one.rule, one.text), one)


def main() -> int:
    """Read, print, write; return the exit status."""
    options = _options()
    with tempfile.TemporaryDirectory() as stores:
        places = [place for place in _places(Path(stores), options.every) if options.only in str(place)]
        found = _read(places, Path(stores))
    if options.out:
        Path(options.out).write_text("".join(f"{one}\n" for one in sorted(found.sentences)), encoding="utf-8")
    for one in sorted(found.violations.values(), key=lambda one: (one.rule, one.text)):
        print(one)
    print(
        f"{len(found.sentences)} distinct sentences over {len(places)} views: "
        f"{len(found.violations)} break a rule"
    )
    return 1 if found.violations else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make sentences", description=__doc__)
    parser.add_argument("--out", default="", help="file of the sentences, sorted")
    parser.add_argument("--only", default="", help="part of an address: « /ecarts », « complet »")
    parser.add_argument("--every", type=int, default=1, help="one view in so many")
    return parser.parse_args()


def _places(stores: Path, every: int) -> Iterator[Place]:
    for data in (PUBLISHED, COMPLETE, HOLED):
        yield from collect.places(data, stores, every)


def _read(places: list[Place], stores: Path) -> Found:
    """Read the places on every core, one workbook after the other: a process keeps what it computed."""
    found, done = Found(), 0
    chunks = [places[start : start + _CHUNK] for start in range(0, len(places), _CHUNK)]
    with ProcessPoolExecutor(max_workers=os.cpu_count(), mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(collect.read, chunk, stores): len(chunk) for chunk in chunks}
        for one in as_completed(waiting):
            found.add(*one.result())
            done += waiting[one]
            print(f"{done}/{len(places)} views", file=sys.stderr)
    return found


if __name__ == "__main__":
    sys.exit(main())
