"""A comparison in French: how many cells differ, then each of them in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from loaders.editions.changes import CellChange, Comparison, Kind
from loaders.naming import quote
from wording.lists import join
from wording.numbers import counted

# Kind → « modifiée », « modifiées ».
SAID: dict[Kind, tuple[str, str]] = {
    Kind.CHANGED: ("modifiée", "modifiées"),
    Kind.ADDED: ("ajoutée", "ajoutées"),
    Kind.REMOVED: ("retirée", "retirées"),
    Kind.REWRITTEN: ("écrite autrement", "écrites autrement"),
}
SAME = "Les deux éditions ont les mêmes cellules"
OUTSIDE = "hors tableau"


def title(comparison: Comparison) -> str:
    """« 3 cellules modifiées et 1 cellule ajoutée », or that nothing differs."""
    return join(_counts(comparison.changes)) or SAME


def _counts(changes: Sequence[CellChange]) -> Iterator[str]:
    counts = Counter(change.kind for change in changes)
    for kind, (one, many) in SAID.items():
        if counts[kind]:
            yield counted(counts[kind], f"cellule\u00a0{one}", f"cellules\u00a0{many}")


def moved(comparison: Comparison) -> str:
    """Say how many cells only changed place; nothing when none did."""
    if not comparison.moved:
        return ""
    one, many = "autre cellule a changé de place", "autres cellules ont changé de place"
    return f"{counted(comparison.moved, one, many)} sans changer de contenu."


def line(change: CellChange) -> str:
    """One change on one line: where, what about, before and after."""
    return f"{place(change)}\u202f: {about(change)}, {what(change)}"


def place(change: CellChange) -> str:
    """« Données territoriales, O18 », with both addresses when the cell has moved."""
    return f"{change.sheet}, {cell(change)}"


def cell(change: CellChange) -> str:
    """« O18 », « O18 puis O20 » when the cell has moved."""
    return " puis ".join(dict.fromkeys(one for one in (change.before_cell, change.after_cell) if one))


def about(change: CellChange) -> str:
    """« Taux de chômage, Bretagne »; a text of no table is said to be « hors tableau »."""
    return ", ".join(word for word in (change.row, change.column) if word) or OUTSIDE


def what(change: CellChange) -> str:
    """« modifiée, « 8,5 » puis « 9,1 » », « ajoutée, « 12 » »."""
    texts = [quote(text) for text in (change.before, change.after) if text]
    return f"{SAID[change.kind][0]}, {' puis '.join(texts)}"
