"""How a question to the numbers is answered on a command line: CSV or JSON on stdout, numbers unrounded.

A wrong option or workbook is one French sentence on stderr. Exit status: 0 when there is an answer (it may
have no row), 2 when the command cannot be run.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from indicators import command_options, command_output
from indicators.command_options import Program
from indicators.method import MethodError
from indicators.structure import edition
from loaders.command_line import DONE, CommandError, run
from loaders.edition import load
from loaders.progress import progress
from loaders.store import Store


def main(program: Program, arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    return run(lambda: _answer(program, sys.argv[1:] if arguments is None else arguments))


def _answer(program: Program, arguments: Sequence[str]) -> int:
    # Before the workbook is read: a misspelt option should not cost a second.
    options = command_options.parse(program, arguments)
    method = command_options.method(options)
    store = _opened(options.workbook)
    try:
        command_options.check_codes(options, store)
        frame = program.questions[options.command].answer(store, options, method)
        command_output.write(frame, edition(store), options.format, sys.stdout)
    except MethodError as error:
        raise CommandError(str(error)) from error
    finally:
        store.close()
    return DONE


def _opened(workbook: Path) -> Store:
    with progress(f"Lecture de {workbook.name}"):
        return Store.in_memory(load(workbook))
