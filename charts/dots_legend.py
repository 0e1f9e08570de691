"""Which colour and shape is which region, in words, above the dots."""

from collections.abc import Sequence
from typing import Any

from charts.canvas import drawing, points, words
from charts.dots import Mark
from charts.look import Look

# Height of a line for text of size 1.
_LEADING = 2


def legend(compared: Sequence[Mark], *, columns: int, look: Look) -> dict[str, Any]:
    """Draw the mark of each region before its name, `columns` on a line."""
    size = look.text
    placed = [
        {"x": place % columns / columns, "y": (place // columns + 0.5) * _LEADING * size}
        for place in range(len(compared))
    ]
    marks = [
        at | {"shape": mark.shape, "fill": mark.colour, "stroke": "transparent", "area": size**2}
        for at, mark in zip(placed, compared, strict=True)
    ]
    plain, bold = (
        [at | {"text": mark.name} for at, mark in zip(placed, compared, strict=True) if mark.bold is here]
        for here in (False, True)
    )
    lines = -(-len(compared) // columns)
    return drawing(
        [
            points(marks, dx=size),
            words(plain, look, dx=2 * size),
            words(bold, look, weight=700, dx=2 * size),
        ],
        round(_LEADING * size) * lines,
        low=True,
    )
