"""What a rule is: what it reads, what it finds wrong, and the samples that prove it is not blunt."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from tests.sentences.said import PUBLISHED, Place, Said

Check = Callable[[Said], Iterable[str]]


@dataclass(frozen=True)
class Rule:
    """One rule. `wrong`: yields why a text is wrong, nothing when it is sound.

    `caught`: texts that it must refuse; `passed`: texts like them that it must let through. `by_place`:
    whether the address decides too (a sentence that does not name its region).
    """

    name: str
    wrong: Check
    caught: Sequence[Said]
    passed: Sequence[Said] = ()
    by_place: bool = False

    def scope(self, said: Said) -> Hashable:
        """Return what decides the verdict on a text: two texts of the same scope are read once."""
        return (said.text, said.row, said.place.data, said.place.choices if self.by_place else "", said.kind)


@dataclass(frozen=True)
class ViewRule:
    """One rule on all that a view says together. `caught`, `passed`: whole views."""

    name: str
    wrong: Callable[[Sequence[Said]], Iterable[str]]
    caught: Sequence[Sequence[Said]]
    passed: Sequence[Sequence[Said]] = ()


def at(text: str, *, data: str = PUBLISHED, kind: str = "texte", page: str = "/", **choices: str) -> Said:
    """Make a sample: a text as if it stood at that address."""
    return Said(text, kind, Place(data, page, tuple(choices.items())))


def in_row(column: str, row: dict[str, str], *, data: str = PUBLISHED, page: str = "/") -> Said:
    """Make a sample: the cell of a row under that heading."""
    return Said(row[column], "cellule", Place(data, page), tuple(row.items()))
