"""The strip that says what the colours mean, in words, under the map."""

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt
import pandas as pd

from charts import palette
from charts.bands import Band
from charts.inline import specification
from charts.look import Look
from charts.screen_look import Projected
from wording import lettering

# The share of a box that its words may take, and the height of a line of words in letters.
_WORDS, _LINE = 0.94, 1.25
# How many lines hatch a box.
_LINES = 12


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
    boxes = [{"label": band.label, "colour": band.colour} for band in bands]
    boxes += [{"label": undecided, "colour": page.background}] * bool(undecided)
    boxes += [{"label": missing, "colour": page.missing}] * bool(missing)
    # Words wider than their box take two lines: they never touch the next ones.
    room = look.legend * _WORDS / len(boxes)
    cut = [lettering.lines(box["label"], room, size) for box in boxes]
    frame = pd.DataFrame(boxes).assign(label=["\n".join(lines) for lines in cut])
    frame = frame.assign(left=frame.index + 0.03, right=frame.index + 0.97, middle=frame.index + 0.5)
    across = alt.Scale(domain=[0, len(boxes)], nice=False, zero=False)
    base = alt.Chart(frame)
    # The words of both ends stand above the boxes, or in them.
    fit = isinstance(look, Projected) and bool(bands)
    inside = fit and all(lettering.breadth(end, size, bold=True) < room for end in ends)
    above, high = (0.0, size * 1.3) if inside else (1.25, size + 2)
    middle = (0.75 + above) * size
    swatches = base.mark_rect(
        height=high, y=middle, stroke=palette.OUTLINE, cornerRadius=2, aria=False
    ).encode(
        x=alt.X("left:Q", axis=None, scale=across),
        x2=alt.X2("right:Q"),
        color=alt.Color("colour:N", scale=None),
    )
    words = base.mark_text(
        y=(2.25 + above) * size,
        fontSize=size,
        lineBreak="\n",
        lineHeight=size * _LINE,
        color=page.ink,
        aria=False,
    ).encode(x=alt.X("middle:Q", axis=None, scale=across), text=alt.Text("label:N"))
    patterns = [
        *[_dots(len(bands), across, middle, size)] * bool(undecided),
        *[_hatching(len(boxes) - 1, across, middle, high / 2)] * bool(missing),
    ]
    layers = [swatches, words, *_ends(ends, bands, across, look, inside=inside), *patterns]
    height = size * (2.95 + above + _LINE * (max(map(len, cut)) - 1))
    return specification(alt.layer(*layers, width="container", height=round(height)))


def _hatching(place: int, across: alt.Scale, middle: float, half: float) -> alt.Chart:
    """Draw the lines of what is not published over the box at a place."""
    ends = [place + 0.03 + 0.94 * step / _LINES for step in range(_LINES + 1)]
    lines = pd.DataFrame({"from": ends[:-1], "to": ends[1:], "low": middle + half, "high": middle - half})
    return _ruled(lines, across, 1)


def _dots(place: int, across: alt.Scale, middle: float, size: int) -> alt.Chart:
    """Draw the dots of a gap without a stated sign over the box at a place."""
    heights = [middle - 0.3 * size, middle + 0.3 * size]
    lines = pd.DataFrame({"from": place + 0.06, "to": place + 0.94, "low": heights, "high": heights})
    return _ruled(lines, across, palette.DOT, **palette.DOTTED)


def _ruled(
    lines: pd.DataFrame,
    across: alt.Scale,
    width: float,
    **dashes: Any,  # noqa: ANN401 - Altair’s own
) -> alt.Chart:
    rules = alt.Chart(lines).mark_rule(stroke=palette.HATCH, strokeWidth=width, aria=False, **dashes)
    drawn: alt.Chart = rules.encode(
        x=alt.X("from:Q", axis=None, scale=across),
        x2=alt.X2("to:Q"),
        y=alt.Y("low:Q", axis=None, scale=None),
        y2=alt.Y2("high:Q"),
    )
    return drawn


def _ends(
    ends: tuple[str, str], bands: Sequence[Band], across: alt.Scale, look: Look, *, inside: bool
) -> list[alt.Chart]:
    """Write what each end of the scale means, above the boxes or in the first and the last."""
    marks, size = [], look.small
    away = 0.1 if inside else 0.03
    sides: tuple[tuple[float, Literal["left", "right"]], ...] = ((away, "left"), (len(bands) - away, "right"))
    inks = [palette.ink(band.colour) for band in (bands[0], bands[-1])] if inside else [look.page.ink] * 2
    for label, ink, (place, align) in zip(ends, inks, sides, strict=True):
        frame = pd.DataFrame([{"at": place, "label": label}])
        side = alt.Chart(frame).mark_text(
            y=0.75 * size, align=align, fontSize=size, fontWeight=600, color=ink, aria=False
        )
        marks.append(side.encode(x=alt.X("at:Q", axis=None, scale=across), text=alt.Text("label:N")))
    return marks
