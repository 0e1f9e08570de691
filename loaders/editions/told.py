"""The changes as a reader wants them listed: figures first, a whole row in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import pandas as pd

from loaders.editions import words
from loaders.editions.changes import CellChange, Kind
from wording.numbers import counted

COLUMNS = ["Cellule", "Feuille", "De quoi il s’agit", "Changement", "Avant", "Après"]
EMPTY = "vide"


def told(changes: Sequence[CellChange]) -> pd.DataFrame:
    """Return one row a changed cell, or a row that came or went whole, with the columns `COLUMNS`.

    What only reads differently comes last, after the titles and notes outside the tables.
    """
    ordered = sorted(changes, key=lambda change: (change.kind is Kind.REWRITTEN, not change.row))
    rows = [line for _, group in groupby(ordered, _row) for line in _lines(list(group))]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def _row(change: CellChange) -> tuple[object, ...]:
    if not change.whole_row:
        return (change.sheet, change.before_cell, change.after_cell)
    return (change.sheet, change.kind, _number(change), change.row)


def _number(change: CellChange) -> str:
    return (change.after_cell or change.before_cell).lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _lines(group: list[CellChange]) -> Iterator[tuple[str, ...]]:
    first = group[0]
    if not first.whole_row:
        yield from (_line(change) for change in group)
        return
    count = counted(len(group), "cellule", "cellules")
    kind = f"ligne {words.SAID[first.kind][0]}"
    before, after = (EMPTY, count) if first.after_cell else (count, EMPTY)
    yield f"ligne\u00a0{_number(first)}", first.sheet, first.row, kind, before, after


def _line(change: CellChange) -> tuple[str, ...]:
    kind, both = words.SAID[change.kind][0], (change.before or EMPTY, change.after or EMPTY)
    return words.cell(change), change.sheet, words.about(change), kind, *both
