"""`python -m indicators scores|ranks|gaps|findings|provenance`: the same numbers without a browser.

CSV or JSON on stdout, numbers unrounded; a wrong option or workbook is one French sentence on stderr.
Exit status: 0 when there is an answer (it may have no row), 2 when the command cannot be run.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from indicators import command_answers, command_options, command_output
from indicators.structure import edition
from loaders.command_line import DONE, run
from loaders.edition import load
from loaders.progress import progress
from loaders.store import Store


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    return run(lambda: _answer(sys.argv[1:] if arguments is None else arguments))


def _answer(arguments: Sequence[str]) -> int:
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
    return DONE


def _opened(workbook: Path) -> Store:
    with progress(f"Lecture de {workbook.name}"):
        return Store.in_memory(load(workbook))


if __name__ == "__main__":
    sys.exit(main())
