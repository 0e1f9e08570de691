"""The strip that says what the colours mean, in words, under the map."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from charts import palette
from charts.bands import Band
from charts.canvas import Align, Layer, boxes, drawing, rules, words
from charts.look import Look
from charts.screen_look import Projected
from wording import lettering

# The share of a box that its words may take, and the height of a line of words in letters.
_WORDS, _LINE = 0.94, 1.25
# How many lines hatch a box, and what a box leaves empty at each side, in shares of its place.
_LINES, _EDGE = 12, 0.03

Rule = dict[str, Any]


def strip(
    bands: Sequence[Band],
    *,
    ends: tuple[str, str],
    missing: str,
    look: Look,
    undecided: str = "",
) -> dict[str, Any]:
    """Draw one box a class with its limits, `ends` written at both ends, and a box for what is not published.

    `missing` is the label of that last box, `""` when every region has a value; `undecided` that of the box
    before it, for a gap without a stated sign. Both have the pattern of the map.
    """
    page, size = look.page, look.small
    classes = [(band.label, band.colour) for band in bands]
    classes += [(undecided, page.background)] * bool(undecided) + [(missing, page.missing)] * bool(missing)
    count = len(classes)
    # Words wider than their box take two lines: they never touch the next ones.
    room = look.legend * _WORDS / count
    cut = [lettering.lines(label, room, size) for label, _ in classes]
    # The words of both ends stand above the boxes, or in them.
    fit = isinstance(look, Projected) and bool(bands)
    inside = fit and all(lettering.breadth(end, size, bold=True) < room for end in ends)
    above, high = (0.0, size * 1.3) if inside else (1.25, size + 2)
    middle = (0.75 + above) * size
    line = {"y": middle - high / 2, "y2": middle + high / 2, "stroke": palette.OUTLINE, "stroke_width": 1}
    swatches = [
        line | {"x": (place + _EDGE) / count, "x2": (place + 1 - _EDGE) / count, "fill": colour}
        for place, (_, colour) in enumerate(classes)
    ]
    said = [
        {"x": (place + 0.5) / count, "y": (2.25 + above + _LINE * under) * size, "text": text}
        for place, lines in enumerate(cut)
        for under, text in enumerate(lines)
    ]
    height = size * (2.95 + above + _LINE * (max(map(len, cut)) - 1))
    layers = [
        boxes(swatches),
        words(said, look, align="center", size=size),
        *_ends(ends, bands, count, look, inside=inside),
        rules(_dots(len(bands) / count, 1 / count, middle, size) if undecided else [], dotted=True),
        rules(_hatching(1 - 1 / count, 1 / count, middle, high / 2) if missing else []),
    ]
    return drawing(layers, round(height), low=True)


def _hatching(left: float, wide: float, middle: float, half: float) -> list[Rule]:
    """Draw the lines of what is not published over a box."""
    line = {"y": middle + half, "y2": middle - half, "stroke": palette.HATCH, "stroke_width": 1}
    step = (1 - 2 * _EDGE) * wide / _LINES
    starts = [left + _EDGE * wide + step * number for number in range(_LINES)]
    return [line | {"x": start, "x2": start + step} for start in starts]


def _dots(left: float, wide: float, middle: float, size: int) -> list[Rule]:
    """Draw the dots of a gap without a stated sign over a box."""
    line = {"stroke": palette.HATCH, "stroke_width": palette.DOT}
    line |= {"x": left + 0.06 * wide, "x2": left + 0.94 * wide}
    return [line | {"y": y, "y2": y} for y in (middle - 0.3 * size, middle + 0.3 * size)]


def _ends(
    ends: tuple[str, str], bands: Sequence[Band], count: int, look: Look, *, inside: bool
) -> list[Layer]:
    """Write what each end of the scale means, above the boxes or in the first and the last."""
    away, y = (0.1 if inside else _EDGE), 0.75 * look.small
    places: tuple[tuple[float, Align], ...] = ((away, "left"), (len(bands) - away, "right"))
    inks = [palette.ink(band.colour) for band in (bands[0], bands[-1])] if inside else [look.page.ink] * 2
    looks = [replace(look, page=replace(look.page, ink=ink)) for ink in inks]
    return [
        words([{"x": place / count, "y": y, "text": end}], here, align=align, weight=600, size=look.small)
        for end, here, (place, align) in zip(ends, looks, places, strict=True)
    ]
