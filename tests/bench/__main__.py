"""Run the benchmarks and print one table; exit 1 when a target is missed."""

import argparse
import os
import platform
import sys
from collections.abc import Iterable

import duckdb
import streamlit as st

# Importing a benchmark registers it; the order here is the order of the table.
from tests.bench import (
    engine,
    faults,
    first_visit,
    full,
    loading,
    reruns,
    room,
    soak,
    taken,
    takers,
    visitors,
)
from tests.bench.registry import BENCHMARKS, Line

MODULES = (loading, engine, taken, reruns, first_visit, visitors, takers, room, faults, soak, full)


def main(arguments: list[str]) -> int:
    """Run all benchmarks, or those named by `--only`."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=BENCHMARKS, help="run this one (may be repeated)")
    names = parser.parse_args(arguments).only or list(BENCHMARKS)
    print(machine())
    missed = 0
    for name in names:
        print(f"\n{name}", flush=True)
        lines = list(BENCHMARKS[name]())
        print("\n".join(table(lines)), flush=True)
        missed += sum(line.missed for line in lines)
    print(f"\n{missed} targets missed" if missed else "\nEvery target is met")
    return 1 if missed else 0


def machine() -> str:
    """Return what the figures depend on."""
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, Streamlit {st.__version__}, DuckDB {duckdb.__version__}"
    )


def table(lines: Iterable[Line]) -> list[str]:
    """Return one aligned text line a measure, with its target and whether it is met."""
    return [_text(line).rstrip() for line in lines]


def _text(line: Line) -> str:
    number = f"{line.value:.{_decimals(line.value)}f}"
    return f"  {line.what:<52}{number:>9} {line.unit:<9}{_verdict(line):<22}{line.note}"


def _decimals(value: float) -> int:
    value = float(value)
    return 0 if value >= 100 or value.is_integer() else 1 if value >= 10 else 2


def _verdict(line: Line) -> str:
    if line.target is None:
        return ""
    return f"target ≤ {line.target:g}: {'MISSED' if line.missed else 'met'}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
