"""`python -m loaders check|values|compare|install|survey`: what the loader sees, and what it serves.

Exit status: 0 when the workbook is accepted, 2 when it is refused (or when the command itself is wrong).
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from loaders import place
from loaders.commands import compare as compare_command
from loaders.commands import install as install_command
from loaders.commands import survey as survey_command
from loaders.commands.listing import write_values
from loaders.commands.report import as_json, as_text
from loaders.edition import LoadedEdition, load
from loaders.findings import WorkbookRefused
from loaders.progress import progress

ACCEPTED, REFUSED = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    # French text must come out whole on a Windows console too.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    try:
        status = _COMMANDS[options.command](options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`head`) has had enough: not an error, and nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ACCEPTED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description="Contrôler et lire le classeur.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", help="édition, comptes et constats\u202f; code de sortie 0 accepté, 2 refusé"
    )
    check.add_argument("--json", action="store_true", help="le même rapport, pour un programme")
    values = commands.add_parser("values", help="toutes les valeurs typées, en CSV")
    values.add_argument(
        "--sheet", default="", help="une seule feuille, par exemple «\u00a0Perceptions\u00a0»"
    )
    for command in (check, values):
        command.add_argument(
            "workbook", nargs="?", type=Path, default=place.workbook(), help="le classeur .xlsx"
        )
    compare_command.add_to(commands)
    install_command.add_to(commands)
    survey_command.add_to(commands)
    return parser


def _load(path: Path) -> LoadedEdition | WorkbookRefused:
    try:
        with progress(f"Lecture de {path.name}"):
            return load(path)
    except WorkbookRefused as refusal:
        return refusal


def _check(options: argparse.Namespace) -> int:
    outcome = _load(options.workbook)
    if options.json:
        print(json.dumps(as_json(outcome), ensure_ascii=False, indent=2))
    else:
        print(as_text(outcome))
    return REFUSED if isinstance(outcome, WorkbookRefused) else ACCEPTED


def _values(options: argparse.Namespace) -> int:
    outcome = _load(options.workbook)
    if isinstance(outcome, WorkbookRefused):
        print(outcome, file=sys.stderr)
        return REFUSED
    if write_values(outcome, sys.stdout, options.sheet) == 0:
        print(f"Aucune valeur sur la feuille «\u00a0{options.sheet}\u00a0».", file=sys.stderr)
        return REFUSED
    return ACCEPTED


def _compare(options: argparse.Namespace) -> int:
    try:
        compare_command.run(options)
    except WorkbookRefused as refusal:
        print(f"{refusal.file_name}\u202f: {refusal}", file=sys.stderr)
        return REFUSED
    return ACCEPTED


def _install(options: argparse.Namespace) -> int:
    try:
        print(install_command.run(options))
    except install_command.REFUSALS as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    return ACCEPTED


def _survey(options: argparse.Namespace) -> int:
    try:
        return ACCEPTED if survey_command.run(options) else REFUSED
    except WorkbookRefused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED


_COMMANDS = {
    "check": _check,
    "values": _values,
    "compare": _compare,
    "install": _install,
    "survey": _survey,
}

if __name__ == "__main__":
    sys.exit(main())
