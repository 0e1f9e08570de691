"""`python -m exports.editions [OLD] NEW`: the cells that differ, then what they change in the results.

Exit status: 0 when both are read, 2 when one is refused.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from indicators.editions.effects import Effects, effects
from indicators.results import Results
from indicators.vocabulary import either
from loaders import place
from loaders.command_line import DONE, CommandError, Parser, run
from loaders.edition import load
from loaders.editions import words
from loaders.editions.changes import Comparison, compare
from loaders.editions.table import table
from loaders.findings import WorkbookRefused
from loaders.progress import progress
from loaders.store import Store
from readings.editions import listing, tables
from readings.editions import words as effect_words
from wording.mentions import FICTIONAL
from wording.numbers import counted

_SHOWN = 30


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    return run(lambda: _compare(parser().parse_args(arguments)))


def parser() -> Parser:
    """Return the parser of `python -m exports.editions`."""
    command = Parser(
        prog="python -m exports.editions",
        description="Deux éditions\u202f: cellules changées, puis scores, rangs et écarts.",
    )
    command.add_argument(
        "old",
        nargs="?",
        type=Path,
        default=place.workbook(),
        metavar="ANCIEN",
        help="le classeur de départ (sinon, celui que sert l’application)",
    )
    command.add_argument("new", type=Path, metavar="NOUVEAU", help="le classeur d’arrivée")
    output = command.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="tout, pour un programme")
    output.add_argument("--csv", action="store_true", help="tout, une ligne par différence")
    return command


def _compare(options: argparse.Namespace) -> int:
    with progress(f"Comparaison de {options.old.name} et {options.new.name}"):
        before, after = (Results(_opened(path)) for path in (options.old, options.new))
        comparison = compare(before.store, after.store)
        found = table(comparison.changes)
        # Where no cell differs, no result does.
        changed = effects(before, after if comparison.changes else before, found)
    if options.csv:
        listing.write_csv(found, changed, sys.stdout)
    elif options.json:
        listing.write_json((before.edition(), after.edition()), found, changed, sys.stdout)
    else:
        sys.stdout.writelines(f"{line}\n" for line in _report(before, after, comparison, changed))
    return DONE


def _opened(path: Path) -> Store:
    try:
        return Store.in_memory(load(path))
    except WorkbookRefused as refusal:  # which of the two
        raise CommandError(f"{refusal.file_name}\u202f: {refusal}") from refusal


def _report(before: Results, after: Results, comparison: Comparison, changed: Effects) -> Iterator[str]:
    for name, results in (("Ancienne", before), ("Nouvelle", after)):
        edition = results.edition()
        invented = f" ({FICTIONAL})" if edition.fictional else ""
        yield f"{name} édition\u202f: {edition.file_name}, empreinte {edition.sha256[:12]}{invented}"
    if not comparison.changes:
        yield f"{words.SAME}."
        return
    yield f"{words.title(comparison)}\u202f: {effect_words.changed(changed)}."
    known = either(before.vocabulary(), after.vocabulary())
    yield from effect_words.largest(changed, known)
    yield from filter(None, [words.moved(comparison)])
    yield from _part("CELLULES", [words.line(change) for change in comparison.changes])
    for heading, rows, told in (
        ("SCORES", changed.scores, tables.scores_table),
        ("RANGS", changed.ranks, tables.ranks_table),
        ("ÉCARTS", changed.gaps, tables.gaps_table),
    ):
        yield from _part(heading, list(tables.lines(told(rows.head(_SHOWN), known))), len(rows))


def _part(heading: str, lines: list[str], count: int | None = None) -> Iterator[str]:
    """One part of the report: the first lines, and how many more there are."""
    total = len(lines) if count is None else count
    if not total:
        return
    yield ""
    yield f"{heading} ({total})"
    yield from (f"- {line}" for line in lines[:_SHOWN])
    if total > _SHOWN:
        yield f"- et {counted(total - _SHOWN, 'autre', 'autres')} (--csv les donne tous)"


if __name__ == "__main__":
    sys.exit(main())
