"""`python -m loaders install FILE | install --rollback`: what was done, and where the previous edition is."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from loaders import place
from loaders.command_line import DONE, CommandError, Parser
from loaders.editions import words
from loaders.progress import progress
from loaders.served.install import InstallationRefused, Installed, install, roll_back
from wording.numbers import counted

_SHOWN = 20


def add_to(commands: argparse._SubParsersAction[Parser]) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "install", help="contrôler, comparer, archiver puis remplacer l’édition servie"
    )
    command.add_argument("file", nargs="?", type=Path, metavar="FICHIER", help="le nouveau classeur .xlsx")
    command.add_argument("--rollback", action="store_true", help="rétablir la dernière édition archivée")
    command.add_argument(
        "--workbook",
        type=Path,
        default=place.workbook(),
        metavar="CLASSEUR",
        help="le classeur servi par l’application",
    )


def run(options: argparse.Namespace) -> int:
    """Install or roll back, and print what was done; raises `WorkbookRefused` or `CommandError`."""
    try:
        sys.stdout.write(f"{_done(options)}\n")
    except InstallationRefused as refusal:
        raise CommandError(str(refusal)) from refusal
    return DONE


def _done(options: argparse.Namespace) -> str:
    if options.rollback == (options.file is not None):
        raise InstallationRefused(
            "Une seule chose à la fois\u202f: donnez le classeur à installer, ou --rollback pour "
            "rétablir l’édition précédente."
        )
    with progress("Installation"):
        if options.rollback:
            return told(roll_back(options.workbook), "rétablie")
        return told(install(options.file, options.workbook), "installée")


def told(done: Installed, verb: str) -> str:
    """Say what was done, in lines."""
    edition = done.edition
    if not done.changed:
        return "Cette édition est déjà en place\u202f: rien n’a été changé."
    lines = [
        f"Édition {verb}\u202f: empreinte {edition.sha256[:12]}, vue par l’application sans redémarrage."
    ]
    alerts = sum(finding.level == "alerte" for finding in edition.findings)
    lines.append(f"Contrôle\u202f: classeur accepté, {counted(alerts, 'alerte', 'alertes')}.")
    lines += _compared(done)
    if done.archived is not None:
        lines.append(f"Édition remplacée\u202f: gardée dans {done.archived}")
    return "\n".join(lines)


def _compared(done: Installed) -> Iterator[str]:
    if done.comparison is None:
        yield "Comparaison\u202f: aucune édition lisible n’était en place."
        return
    changes = done.comparison.changes
    yield f"Comparaison avec l’édition remplacée\u202f: {words.title(done.comparison)}."
    yield from (f"- {words.line(change)}" for change in changes[:_SHOWN])
    if len(changes) > _SHOWN:
        rest = counted(len(changes) - _SHOWN, "autre cellule", "autres cellules")
        yield f"- et {rest} («\u00a0python -m exports.editions\u00a0» les donne)"
