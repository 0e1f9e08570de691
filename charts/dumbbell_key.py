"""The legend of a dumbbell: each voice with its own mark, in as many lines as the width asks for."""

from collections.abc import Sequence
from typing import Any

from charts.actors_series import Series
from charts.dumbbell_frame import KEY
from charts.look import Look
from wording.lettering import breadth

# The room of a mark and of the space after a name, in text sizes.
_AROUND = 3.2


def key_lines(series: Sequence[Series], look: Look) -> list[list[Series]]:
    """Share the voices among lines that fit in the width."""
    found: list[list[Series]] = [[]]
    for one in series:
        taken = sum(_room(other, look) for other in [*found[-1], one])
        if found[-1] and taken > look.room:
            found.append([])
        found[-1].append(one)
    return found


def key(lines: Sequence[Sequence[Series]], look: Look) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the marks and the words of the legend."""
    size, wide = look.text, look.room
    marks, said = [], []
    for number, line in enumerate(lines):
        x, y = 0.0, (number + 0.6) * KEY * size
        for one in line:
            marks.append({"x": (x + 0.7 * size) / wide, "y": y, **mark(one, look), "label": one.name})
            said.append({"x": (x + 1.7 * size) / wide, "y": y, "text": one.name})
            x += _room(one, look)
    return marks, said


def mark(one: Series, look: Look) -> dict[str, Any]:
    """Return how the mark of a voice looks."""
    area = (look.text * (0.8 if one.joined else 0.95)) ** 2
    return {
        "shape": one.shape,
        "fill": one.colour if one.filled else look.page.background,
        "stroke": one.colour,
        "area": area,
    }


def _room(one: Series, look: Look) -> float:
    return breadth(one.name, look.text) + _AROUND * look.text
