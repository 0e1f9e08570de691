"""What every `python -m` command shares: its streams, its exit status, and how the workbook is named."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from loaders import place
from loaders.findings import WorkbookRefused
from wording.typography import quoted

DONE, REFUSED = 0, 2
_TYPED = "Utilisation\u00a0: "
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


class _Help(argparse.HelpFormatter):
    """The words that argparse writes of itself in a help, in French."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Write how a command is typed."""
        super().add_usage(usage, actions, groups, _TYPED if prefix is None else prefix)

    def _get_default_metavar_for_optional(self, _action: argparse.Action) -> str:
        return "VALEUR"


class Parser(argparse.ArgumentParser):
    """argparse whose help and errors are French, like all that a reader sees."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(formatter_class=_Help, add_help=False, **given)
        self._positionals.title, self._optionals.title = "À donner\u00a0", "Options\u00a0"
        self.add_argument("-h", "--help", action="help", help="montre cette aide, et rien d’autre")

    def format_usage(self) -> str:
        """Return how a command is typed; `parse_intermixed_args` cuts argparse’s own seven letters off it."""
        return f"usage: {super().format_usage().removeprefix(_TYPED)}"

    def error(self, message: str) -> NoReturn:
        """Say which word cannot be read, and where the words that can are; raises `CommandError`."""
        listed = f"{quoted(f'{self.prog} --help')} donne la liste de ce qui se lit"
        for pattern, said, way_out in _ERRORS:
            if found := re.fullmatch(pattern, message):
                raise CommandError(found.expand(said), found.expand(way_out).replace("'", "") or listed)
        raise CommandError("La commande ne se lit pas", listed)


def add_workbook(parser: argparse.ArgumentParser, help_text: str = "le classeur .xlsx") -> None:
    """Let a command name the workbook last; when it names none, it is the one the application serves."""
    default = place.workbook()
    parser.add_argument("workbook", nargs="?", type=Path, default=default, metavar="CLASSEUR", help=help_text)


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
