"""`python -m loaders check|values|install|survey`: what the loader sees, and what it serves.

Exit status: 0 when the workbook is accepted, 2 when it is refused (or when the command itself is wrong).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from loaders.command_line import DONE, REFUSED, CommandError, Parser, add_workbook, run
from loaders.commands import install as install_command
from loaders.commands import survey as survey_command
from loaders.commands.listing import write_values
from loaders.commands.report import as_json, as_text
from loaders.edition import LoadedEdition, load
from loaders.findings import WorkbookRefused
from loaders.progress import progress


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    return run(lambda: _answer(_parser().parse_args(arguments)))


def _answer(options: argparse.Namespace) -> int:
    return _COMMANDS[options.command](options)


def _parser() -> Parser:
    parser = Parser(prog="python -m loaders", description="Contrôler et lire le classeur.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="commande")
    check = commands.add_parser(
        "check", help="édition, comptes et constats\u202f; code de sortie 0 accepté, 2 refusé"
    )
    check.add_argument("--json", action="store_true", help="le même rapport, pour un programme")
    values = commands.add_parser("values", help="toutes les valeurs typées, en CSV")
    values.add_argument(
        "--sheet", default="", help="une seule feuille, par exemple «\u00a0Perceptions\u00a0»"
    )
    for command in (check, values):
        add_workbook(command)
    install_command.add_to(commands)
    survey_command.add_to(commands)
    return parser


def _load(path: Path) -> LoadedEdition:
    with progress(f"Lecture de {path.name}"):
        return load(path)


def _check(options: argparse.Namespace) -> int:
    outcome: LoadedEdition | WorkbookRefused
    try:
        outcome = _load(options.workbook)
    except WorkbookRefused as refusal:
        outcome = refusal
    if options.json:
        print(json.dumps(as_json(outcome), ensure_ascii=False, indent=2))
    else:
        print(as_text(outcome))
    return REFUSED if isinstance(outcome, WorkbookRefused) else DONE


def _values(options: argparse.Namespace) -> int:
    if write_values(_load(options.workbook), sys.stdout, options.sheet) == 0:
        raise CommandError(f"Aucune valeur sur la feuille «\u00a0{options.sheet}\u00a0».")
    return DONE


_COMMANDS = {"check": _check, "values": _values, "install": install_command.run, "survey": survey_command.run}

if __name__ == "__main__":
    sys.exit(main())
