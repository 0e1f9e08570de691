"""The figures of a sequence in their places: after what they show, and after every guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_Part = TypeVar("_Part")


def followed(
    parts: Sequence[_Part], figure: Callable[[_Part], _Part | None], guess: Callable[[_Part], bool]
) -> list[_Part]:
    """Put after a part the figure that shows what it tells; never before it nor before a `guess`.

    Whatever the order: a figure of many domains holds the answers of the guesses that come after.
    """
    last = max((place for place, part in enumerate(parts) if guess(part)), default=0)
    found: list[_Part] = []
    waiting: list[_Part] = []
    for place, part in enumerate(parts):
        found.append(part)
        if (own := figure(part)) is not None:
            waiting.insert(0, own)
        if place >= last:
            found += waiting
            waiting.clear()
    return found
