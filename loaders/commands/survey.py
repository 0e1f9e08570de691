"""`python -m loaders survey FILE.csv [WORKBOOK]`: what a survey file would give, before anybody adds it."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from loaders.command_line import DONE, REFUSED, Parser, add_workbook
from loaders.edition import load
from loaders.findings import WorkbookRefused
from loaders.progress import progress
from loaders.survey.decoding import MOST_BYTES
from loaders.survey.door import CsvColumns, Kind, Matching, columns, proposed, read
from loaders.survey.findings import refused
from loaders.survey.listing import Look, as_json, as_text
from loaders.survey.matching_file import matching_of
from loaders.survey.merge import replaced
from loaders.survey.scale import NOTE, SHARE
from wording.lists import join

# What a column can be, in the options: the roles, or the code of a domain.
ROLES = ("actor", "region", "domain", "value", "weight", "size", "deviation")
_MEASURES = {"note": NOTE, "part": SHARE}


def add_to(commands: argparse._SubParsersAction[Parser]) -> None:
    """Declare the command."""
    command = commands.add_parser(
        "survey",
        help="une enquête en CSV\u202f: ce qui est proposé, ce qui serait lu, ce qui est laissé de côté",
    )
    command.add_argument("file", type=Path, metavar="FICHIER.csv", help="le fichier de l’enquête")
    add_workbook(command, "le classeur qui la recevrait")
    command.add_argument(
        "--matching",
        type=Path,
        metavar="FICHIER.json",
        help="ce qu’est chaque colonne, tel qu’une salle de débat l’écrit (correspondance.json)",
    )
    command.add_argument("--json", action="store_true", help="tout, pour un programme")
    command.add_argument("--name", default="", metavar="NOM", help="nom de l’enquête, par exemple PHARE")
    command.add_argument("--date", default="", help="date de l’enquête\u202f: 2025, 2025-09 ou 2025-09-30")
    command.add_argument("--source", default="", help="source à citer")
    command.add_argument(
        "--kind", choices=[*Kind], help="ce qu’est une ligne\u202f: une personne ou une moyenne"
    )
    command.add_argument("--measure", choices=[*_MEASURES], help="note sur 10, ou part en %%")
    for subject in ("actor", "region", "domain"):
        command.add_argument(f"--{subject}", metavar="CODE", help="le même code pour tout le fichier")
    command.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="RÔLE=TITRE",
        help=f"ce qu’est une colonne (titre ou lettre)\u202f: {', '.join(ROLES)}, ou le code d’un "
        "domaine\u202f; RÔLE= retire la colonne proposée",
    )
    command.add_argument(
        "--empty-is-no",
        action="store_true",
        help="cases à cocher\u202f: une case vide veut dire «\u00a0non\u00a0»",
    )


def run(options: argparse.Namespace) -> int:
    """Print what a file would give; return whether it can be read.

    Raises `WorkbookRefused` when the workbook itself cannot be.
    """
    with progress(f"Lecture de {options.file.name}"):
        edition = load(options.workbook)
        look = Look(options.file.name, edition)
        try:
            data = _bytes(options.file)
            look.found = columns(data)
            look.proposal = proposed(look.found, edition)
            given = matching_of(_bytes(options.matching), options.file.name) if options.matching else None
            look.used = corrected(given or look.proposal, look.found, options)
            described = bool(look.used.programme and look.used.date)
            look.rows = read(data, look.used, edition, options.file.name, described=described)
            look.replaced = replaced(edition, look.rows) if described else ()
        except WorkbookRefused as refusal:
            look.refusal = refusal
    if options.json:
        sys.stdout.write(json.dumps(as_json(look), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in as_text(look))
    return DONE if look.refusal is None else REFUSED


def corrected(proposal: Matching, found: CsvColumns, options: argparse.Namespace) -> Matching:
    """Return the proposal with what the command line says instead. Raises `SurveyRefused`."""
    changes: dict[str, Any] = {
        "programme": options.name or proposal.programme,
        "date": options.date or proposal.date,
        "source": options.source or proposal.source,
        "empty_is_no": options.empty_is_no or proposal.empty_is_no,
    }
    if options.kind:
        changes["kind"] = Kind(options.kind)
        averaged = options.kind == Kind.MEANS
        dropped = ("weight_column",) if averaged else ("size_column", "deviation_column")
        changes |= dict.fromkeys(dropped, "")
    if options.measure:
        changes["measure"] = _MEASURES[options.measure]
    for subject in ("actor", "region", "domain"):
        if code := getattr(options, subject):
            changes |= {subject: code, f"{subject}_column": ""}
    domains = dict(proposal.domain_columns)
    for text in options.column:
        role, _, title = text.partition("=")
        heading = _heading(title.strip(), found)
        if role in ROLES:
            changes[f"{role}_column"] = heading
            domains = {} if role in {"domain", "value"} and heading else domains
        else:
            domains = {other: code for other, code in domains.items() if code != role and other != heading}
            domains |= {heading: role} if heading else {}
    return replace(proposal, **changes, domain_columns=domains)


def _heading(title: str, found: CsvColumns) -> str:
    """Return a heading, asked by itself or by the letter of its column; "" for none."""
    if not title or title in found.headings:
        return title
    letters = {column.letter: column.heading for column in found.columns}
    if title.upper() not in letters:
        known = join((f"«\u00a0{heading}\u00a0»" for heading in found.headings), "ou")
        message = f"Aucune colonne n’a le titre ou la lettre «\u00a0{title}\u00a0»."
        raise refused("colonne_inconnue", message, f"Titres possibles\u202f: {known}.")
    return letters[title.upper()]


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"Le fichier {path} ne peut pas être lu."
        raise refused("fichier_absent", message, "Vérifier son chemin et ses droits.") from error
