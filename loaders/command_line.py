"""What every `python -m` command shares: its streams, its exit status, and how the workbook is named."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from loaders import place
from loaders.findings import WorkbookRefused

DONE, REFUSED = 0, 2


class CommandError(Exception):
    """The command cannot be run; the message is one French sentence: what is wrong, then the way out."""

    def __init__(self, wrong: str, way_out: str = "") -> None:
        super().__init__(f"{wrong}\u202f: {way_out}." if way_out else wrong)


def add_workbook(parser: argparse.ArgumentParser, help_text: str = "le classeur .xlsx") -> None:
    """Let a command name the workbook last; when it names none, it is the one the application serves."""
    parser.add_argument("workbook", nargs="?", type=Path, default=place.workbook(), help=help_text)


def run(action: Callable[[], int]) -> int:
    """Do what the command asks and return the exit status; what is refused is one sentence on stderr."""
    # French text must come out whole on a Windows console too.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    try:
        status = action()
        sys.stdout.flush()
    except (CommandError, WorkbookRefused) as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader (`head`) has had enough: not an error, and nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status
