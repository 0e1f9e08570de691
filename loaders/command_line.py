"""What every `python -m` command shares: its streams, its exit status, and how the workbook is named."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from loaders import place
from loaders.findings import WorkbookRefused
from wording.typography import quoted

DONE, REFUSED = 0, 2
# What argparse says, in English, and what is said of the words it names: what is wrong, the way out.
_ERRORS: Sequence[tuple[str, str, str]] = (
    (
        r"argument (.+): invalid choice: '(.*)' \(choose from (.+)\)",
        "«\u00a0\\2\u00a0» n’existe pas pour «\u00a0\\1\u00a0»",
        "choisissez \\3",
    ),
    (r"the following arguments are required: (.+)", "Il manque «\u00a0\\1\u00a0»", ""),
    (r"unrecognized arguments: (.+)", "Option inconnue «\u00a0\\1\u00a0»", ""),
    (r"argument (.+): expected .*", "L’option \\1 attend une valeur", "ajoutez-la après l’option"),
    (r"argument (.+): not allowed with argument (.+)", "\\1 ne va pas avec \\2", "gardez l’une des deux"),
)


class CommandError(Exception):
    """The command cannot be run; the message is one French sentence: what is wrong, then the way out."""

    def __init__(self, wrong: str, way_out: str = "") -> None:
        super().__init__(f"{wrong}\u202f: {way_out}." if way_out else wrong)


class Parser(argparse.ArgumentParser):
    """argparse whose errors are French sentences, like all that a reader sees."""

    def error(self, message: str) -> NoReturn:
        """Say which word cannot be read, and where the words that can are; raises `CommandError`."""
        listed = f"{quoted(f'{self.prog} --help')} donne la liste de ce qui se lit"
        for pattern, said, way_out in _ERRORS:
            if found := re.fullmatch(pattern, message):
                raise CommandError(found.expand(said), found.expand(way_out).replace("'", "") or listed)
        raise CommandError("La commande ne se lit pas", listed)


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
