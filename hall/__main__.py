"""`python -m hall list|new|export|compare|erase`: the rooms, from a terminal of the machine that keeps them.

A wrong option is one French sentence on stderr. Exit status: 0 when it is done, 2 when it cannot be.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from exports.address import VARIABLE, is_web, public_base
from hall.book import ledger
from hall.book.book import Book
from hall.book.box import Box
from hall.book.errors import RoomError
from hall.book.rooms import Room
from hall.stage.desk import LENT
from hall.stage.kept.comparison import comparison
from hall.stage.kept.given_back import Given, of_files, of_zip
from hall.stage.kept.taken_home import file_name, tables, taken_home
from hall.stage.plan.alike import new_alike
from hall.stage.plan.new_room import Choice, new_room
from indicators.results import Results
from loaders.command_line import DONE, CommandError, Parser, add_workbook, run
from loaders.edition import load
from loaders.progress import progress
from loaders.store import Store
from wording.typography import quoted


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    return run(lambda: _done(arguments))


def _done(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    try:
        with closing(ledger.opened()) as rooms:
            _COMMANDS[options.command](Book(rooms), Box(rooms), options)
    except RoomError as error:
        raise CommandError(str(error)) from error
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m hall", description="Les salles de débat.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="commande")
    listed = commands.add_parser("list", help="les salles, leur étape, leurs réponses")
    made = commands.add_parser("new", help="ouvre une salle pour une région")
    made.add_argument("--region", required=True, help="code INSEE de la région")
    made.add_argument("--like", default="", metavar="CODE", help="les étapes et les choix de cette salle")
    made.add_argument("--titre", default="", help="nom de la salle (par défaut, celui de la région)")
    made.add_argument(
        "--adresse", default="", help=f"adresse que les téléphones atteignent (par défaut, {VARIABLE})"
    )
    for parser_of in (listed, made):
        parser_of.add_argument("--json", action="store_true", help="un objet JSON")
    add_workbook(made)
    exported = commands.add_parser("export", help="écrit le zip de ce qu’une salle a dit")
    exported.add_argument("code", metavar="CODE", help="code de la salle, ou son identifiant")
    exported.add_argument("--out", type=Path, default=Path(), help="dossier")
    compared = commands.add_parser("compare", help="deux salles, par acteur, sur les mêmes questions")
    for name in ("one", "other"):
        compared.add_argument(name, metavar="SALLE", help="zip d’une salle, ou son code")
    erased = commands.add_parser("erase", help="efface une salle et tout ce qui y a été répondu")
    erased.add_argument("code", metavar="CODE", help="code de la salle, ou son identifiant")
    return parser


def _new(book: Book, _box: Box, options: argparse.Namespace) -> None:
    base = (options.adresse or public_base()).rstrip("/")
    if not is_web(base):
        raise CommandError(f"{quoted(base)} n’est pas une adresse", "donnez-la en http(s)://")
    results = _results(options.workbook)
    known = results.vocabulary().regions
    if options.region not in known:
        raise CommandError(f"Région inconnue {quoted(options.region)}", f"choisissez {', '.join(known)}")
    room = _made(book, results, options)
    key = book.lend(room.id, time.time(), LENT)
    made = {
        "code": room.code,
        "participants": f"{base}/salle/{room.code}",
        "ecran": f"{base}/ecran/{room.code}",
        "regie": f"{base}/regie/ouvrir?jeton={key}",
    }
    print(json.dumps(made) if options.json else "\n".join(f"{name}\t{said}" for name, said in made.items()))


def _results(workbook: Path) -> Results:
    with progress(f"Lecture de {workbook.name}"):
        return Results(Store.in_memory(load(workbook)))


def _made(book: Book, results: Results, options: argparse.Namespace) -> Room:
    """Make the room that is asked for; what one like another leaves out is said on stderr."""
    if not options.like:
        choice = Choice(title=options.titre, address=options.adresse.rstrip("/"))
        return new_room(book, results, options.region, choice=choice)
    chosen = (options.titre, options.adresse.rstrip("/"))
    room, left = new_alike(book, results, options.region, _named(book, options.like), *chosen)
    print("\n".join(left), end="\n" * bool(left), file=sys.stderr)
    return room


def _list(book: Book, box: Box, options: argparse.Namespace) -> None:
    found = [_told(room, box) for room in book.every()]
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
        return
    if not found:
        print("Aucune salle n’a été ouverte.", file=sys.stderr)
    for room in found:
        print("\t".join(str(room[name]) for name in ("id", "code", "titre", "etat", "etape", "creee")))


def _told(room: Room, box: Box) -> dict[str, Any]:
    steps = [
        {
            "rang": step.rank,
            "sorte": step.kind.value,
            "etat": step.state.value,
            "tour": step.round,
            "bulletins": sum(box.counts(room.id, step.rank, step.round).values()),
        }
        for step in room.progress.steps
    ]
    return {
        "id": room.id,
        "code": room.code,
        "titre": room.title,
        "region": room.region,
        "etat": room.progress.state.value,
        "etape": room.progress.at,
        "creee": room.created.isoformat(),
        "etapes": steps,
    }


def _export(book: Book, box: Box, options: argparse.Namespace) -> None:
    room = _named(book, options.code)
    path = options.out / file_name(room)
    try:
        path.write_bytes(taken_home(box, room, datetime.now(UTC).date()))
    except OSError as error:
        raise CommandError(
            f"{quoted(str(error.filename))} ne peut pas être écrit", "donnez un autre dossier à --out"
        ) from error
    print(path)


def _compare(book: Book, box: Box, options: argparse.Namespace) -> None:
    told = comparison(*(_given(book, box, name) for name in (options.one, options.other)))
    print("\n".join((told.title, *told.sentences, *filter(None, [told.left]))))
    for table in told.tables:
        print("", table.heading, *("\t".join(row) for row in (table.heads, *table.rows)), sep="\n")


def _given(book: Book, box: Box, name: str) -> Given:
    """Read the zip of a room, or a room that is kept here."""
    if not name.endswith(".zip"):
        return of_files(tables(box, _named(book, name), datetime.now(UTC).date()))
    try:
        return of_zip(Path(name).read_bytes())
    except OSError as error:
        raise CommandError(f"{quoted(name)} ne peut pas être lu", "donnez le zip d’une salle") from error


def _erase(book: Book, _box: Box, options: argparse.Namespace) -> None:
    book.erase(_named(book, options.code).id, datetime.now(UTC).date())


def _named(book: Book, text: str) -> Room:
    found = book.named(text)
    if found is None:
        raise RoomError("Cette salle n’existe pas, ou plus.")
    return found


_COMMANDS = {"list": _list, "new": _new, "export": _export, "compare": _compare, "erase": _erase}


if __name__ == "__main__":
    sys.exit(main())
