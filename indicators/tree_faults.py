"""What makes a structure impossible to compute with; each fault is a French sentence that names its row."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from indicators.method import as_given
from wording.lists import join
from wording.typography import quoted

# From the top down, each with its article.
LEVELS = {"ensemble": "L’ensemble", "axe": "L’axe", "domaine": "Le domaine", "indicateur": "L’indicateur"}
_ABOVE = dict(zip(list(LEVELS)[1:], LEVELS, strict=False))


class StructureError(ValueError):
    """The structure is not a tree one can compute with; the message is French and names the row."""


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the structure; `direction` and `weight` are None where the workbook leaves them empty."""

    code: str
    parent: str
    level: str
    direction: int | None
    weight: float | None
    published: int
    sheet: str
    row_number: int | None

    def __str__(self) -> str:
        """Name the row as a reader finds it."""
        name = f"{LEVELS.get(self.level, 'La ligne')} {quoted(self.code)}"
        return f"{name} (feuille {quoted(self.sheet)}, ligne {self.row_number})" if self.row_number else name


def check(structure: Iterable[Node]) -> None:
    """Raise `StructureError` at the first fault: level, double, orphan, cycle, direction or weight."""
    rows = list(structure)
    for fault in _faults(rows):
        raise StructureError(fault)


def _faults(rows: list[Node]) -> Iterator[str]:
    yield from _unknown_levels(rows)
    yield from _doubles(rows)
    parents = {row: _parent(row, rows) for row in rows if row.level != "ensemble"}
    yield from _orphans(parents)
    yield from _cycles(parents)
    yield from _misplaced(parents)
    yield from _directions(rows)
    yield from _weights(rows, parents)


def _unknown_levels(rows: list[Node]) -> Iterator[str]:
    for row in rows:
        if row.level not in LEVELS:
            known = join(list(LEVELS), "ou")
            yield f"{row} a un niveau inconnu, {quoted(row.level)}\u202f: choisissez {known}."


def _doubles(rows: list[Node]) -> Iterator[str]:
    times = Counter((row.level, row.code) for row in rows)
    for row in rows:
        if times[row.level, row.code] > 1:
            yield f"{row} est décrit {times[row.level, row.code]} fois\u202f: gardez une seule ligne."


def _parent(row: Node, rows: list[Node]) -> Node | None:
    """Return the node above: of the level above when there is one of that code, else any that bears it."""
    found = [other for other in rows if other.code == row.parent]
    found.sort(key=lambda other: other.level != _ABOVE.get(row.level))
    return found[0] if found else None


def _orphans(parents: Mapping[Node, Node | None]) -> Iterator[str]:
    for row, parent in parents.items():
        if parent is None:
            yield (
                f"{row} est rattaché à {quoted(row.parent)}, qui n’existe pas\u202f: "
                f"indiquez {'un axe' if row.level == 'domaine' else 'un domaine'} de la structure."
            )


def _cycles(parents: Mapping[Node, Node | None]) -> Iterator[str]:
    graph = {row: [parent] for row, parent in parents.items() if parent is not None}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        loop: list[Node] = error.args[1]
        path = " → ".join(node.code for node in reversed(loop))
        yield f"{loop[0]} dépend de lui-même ({path})\u202f: changez l’un de ces rattachements."


def _misplaced(parents: Mapping[Node, Node | None]) -> Iterator[str]:
    for row, parent in parents.items():
        if parent is not None and parent.level != _ABOVE[row.level]:
            yield (
                f"{row} est rattaché à un nœud de niveau {quoted(parent.level)}\u202f: "
                f"rattachez-le au niveau {quoted(_ABOVE[row.level])}."
            )


def _directions(rows: list[Node]) -> Iterator[str]:
    """An indicator without any value may wait for its direction; with values, nobody guesses it."""
    for row in rows:
        if row.level != "indicateur" or (row.direction is None and not row.published):
            continue
        if row.direction not in (1, -1):
            given = "n’a pas de sens" if row.direction is None else f"a pour sens {as_given(row.direction)}"
            yield (
                f"{row} {given}\u202f: indiquez 1 (une valeur haute est plus fragile) ou −1 (moins fragile)."
            )


def _weights(rows: list[Node], parents: Mapping[Node, Node | None]) -> Iterator[str]:
    for row in rows:
        if row.weight is not None and not (math.isfinite(row.weight) and row.weight >= 0):
            yield f"{row} a pour poids {as_given(row.weight)}\u202f: indiquez un nombre positif ou nul."
    totals: dict[Node, float] = {}
    for row, parent in parents.items():
        if parent is not None and parent.level in ("domaine", "ensemble"):
            totals[parent] = totals.get(parent, 0.0) + (row.weight or 0.0)
    for parent, total in totals.items():
        if not total > 0:
            below = [row for row, above in parents.items() if above == parent]
            yield (
                f"{below[-1]} et les autres lignes de {quoted(parent.code)} pèsent 0 en tout\u202f: "
                "donnez un poids à l’une au moins."
            )
