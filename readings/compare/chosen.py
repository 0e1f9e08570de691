"""Which regions are compared: those the reader names, or one and the region most like it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEAST, MOST = 2, 5


@dataclass(frozen=True)
class Compared:
    """Codes in the order of the figures, two at least or none; `completed`: the one nobody named, or `""`."""

    codes: tuple[str, ...]
    completed: str = ""


def compared(picked: Sequence[str], region: str, nearest: Callable[[str], str]) -> Compared:
    """Complete what is picked: fewer than two regions take the chosen one, then the most similar.

    `nearest` gives the code of the region most like another, `""` when none can be said to be.
    """
    if len(picked) >= LEAST:
        return Compared(tuple(picked))
    alone = picked[0] if picked else region
    other = nearest(alone) if alone else ""
    return Compared((alone, other), completed=other) if other else Compared(())


def picked(shown: Compared, now: Sequence[str]) -> tuple[str, ...]:
    """Return what is compared once the reader has changed the list from what is shown to `now`.

    A region that is added takes the place of the one nobody named. Those that were there keep their places;
    past five, the new ones are ignored.
    """
    added = [code for code in now if code not in shown.codes]
    kept = [code for code in shown.codes if code in now and not (added and code == shown.completed)]
    return tuple([*kept, *added][:MOST])
