"""`python -m exports reports|slides|… [--out DIR] [--region 32] [WORKBOOK]`: a file a region, on paper.

Every region unless one is named. The path of each file on stdout; a wrong option or workbook is one French
sentence on stderr. Exit status: 0 when the files are written, 1 when one of them cannot be made (the others
are), 2 when the command cannot be run.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from exports.address import VARIABLE, is_web, public_base, view_link
from exports.commands import FAILURES, commands, named, of_command
from indicators.results import REFERENCE, Results
from loaders.command_line import DONE, CommandError, Parser, add_workbook, run
from loaders.edition import load
from loaders.progress import progress
from loaders.store import Store
from wording.lists import join, joined
from wording.numbers import counted
from wording.typography import quoted, uncapital

INCOMPLETE = 1
# Beside the files, when one of them cannot be made: why.
JOURNAL = "erreurs.log"
_PAGE = "mon-territoire"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    return run(lambda: _made(arguments))


def _made(arguments: Sequence[str] | None) -> int:
    options = parser().parse_intermixed_args(arguments)
    with progress(f"Lecture de {options.workbook.name}"):
        results = Results(Store.in_memory(load(options.workbook)))
    try:
        lost = write(results, options)
    except BrokenPipeError:  # whoever reads the names of the files has had enough
        raise
    except OSError as error:
        raise CommandError(
            f"{quoted(str(error.filename))} ne peut pas être écrit\u202f: donnez un autre dossier à --out."
        ) from error
    if lost:
        print(_said(lost, options.out), file=sys.stderr)
    return INCOMPLETE if lost else DONE


def parser() -> Parser:
    """Return the parser of `python -m exports`."""
    whole = Parser(prog="python -m exports", description="Un fichier par région, à emporter.")
    add = whole.add_argument
    listed = joined(
        f"{name}\u202f: {join(uncapital(one.said) for one in of_command(name))}" for name in commands()
    )
    add("command", choices=commands(), metavar="commande", help=listed)
    add_workbook(whole)
    add("--out", type=Path, default=Path("reports"), help="dossier des fichiers (sinon, reports)")
    add("--region", default="", help="code INSEE d’une région (par défaut, toutes)")
    return whole


def write(results: Results, options: argparse.Namespace) -> list[str]:
    """Write the documents of a command and name those that cannot be made.

    Raises `CommandError` for an unknown region, OSError for a bad folder.
    """
    regions, base = _regions(results, options.region), _base()
    options.out.mkdir(parents=True, exist_ok=True)
    lost = []
    for region, name in regions.items():
        link = view_link(base, _PAGE, {"region": region})
        for one in of_command(options.command):
            path = options.out / named(one, name, fictional=results.edition().fictional)
            try:
                with progress(f"{one.said}, {name}"):
                    content = one.make(results, region, link, REFERENCE)
            except FAILURES:
                _note(options.out, path.name)
                lost.append(f"{one.said}, {name}")
                continue
            path.write_bytes(content)
            print(path)
    return lost


def _note(folder: Path, file_name: str) -> None:
    """Keep the trace of what failed for whoever repairs it."""
    with (folder / JOURNAL).open("a", encoding="utf-8", errors="backslashreplace") as journal:
        journal.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M} {file_name}\n{traceback.format_exc()}\n")


def _said(lost: list[str], folder: Path) -> str:
    what = counted(len(lost), "document n’a pas pu être fait", "documents n’ont pas pu être faits")
    names = join(quoted(name) for name in lost)
    return f"{what}\u202f: {names}\u202f; la cause est dans {quoted(str(folder / JOURNAL))}."


def _base() -> str:
    base = public_base()
    if not is_web(base):
        raise CommandError(
            f"La variable {VARIABLE} vaut {quoted(base)}, qui n’est pas une adresse\u202f: elle doit "
            "commencer par http:// ou https://."
        )
    return base


def _regions(results: Results, asked: str) -> dict[str, str]:
    known = dict(results.vocabulary().regions)
    if asked and asked not in known:
        raise CommandError(
            f"La région {quoted(asked)} est inconnue\u202f: donnez un code parmi {join(known, 'ou')}."
        )
    return {asked: known[asked]} if asked else known


if __name__ == "__main__":
    sys.exit(main())
