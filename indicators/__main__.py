"""`python -m indicators scores|ranks|gaps|findings|provenance`: the same numbers without a browser.

CSV or JSON on stdout, numbers unrounded; a wrong option or workbook is one French sentence on stderr.
Exit status: 0 when there is an answer (it may have no row), 2 when the command cannot be run.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from indicators import command_answers, command_options, command_output
from indicators.command_options import CommandError
from indicators.structure import edition
from loaders.edition import load
from loaders.findings import WorkbookRefused
from loaders.progress import progress
from loaders.store import Store

ANSWERED, REFUSED = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    # French text must come out whole on a Windows console too.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    try:
        _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except (CommandError, WorkbookRefused) as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader (`head`) has had enough: not an error, and nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ANSWERED


def _run(arguments: Sequence[str]) -> None:
    # Before the workbook is read: a misspelt option should not cost a second.
    options = command_options.parse(arguments)
    method = command_options.method(options)
    store = _opened(options.workbook)
    try:
        command_options.check_codes(options, store)
        frame = command_answers.answer(store, options, method)
        command_output.write(frame, edition(store), options.format, sys.stdout)
    finally:
        store.close()


def _opened(workbook: Path) -> Store:
    with progress(f"Lecture de {workbook.name}"):
        return Store.in_memory(load(workbook))


if __name__ == "__main__":
    sys.exit(main())
