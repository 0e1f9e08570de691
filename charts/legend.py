"""The strip that says what the colours mean, in words, under the map."""

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt
import pandas as pd

from charts import palette
from charts.bands import Band
from charts.inline import specification
from charts.look import Look
from charts.palette import Page
from wording import lettering

# The share of a box that its words may take, and the height of a line of words in letters.
_WORDS, _LINE = 0.94, 1.25


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
    before it, for a gap without a stated sign.
    """
    page, size = look.page, look.small
    boxes = [{"label": band.label, "colour": band.colour} for band in bands]
    grey = [{"label": label, "colour": page.missing} for label in (undecided, missing) if label]
    boxes += grey
    # Words wider than their box take two lines: they never touch the next ones.
    room = look.size[0] * _WORDS / len(boxes)
    cut = [lettering.lines(box["label"], room, size) for box in boxes]
    frame = pd.DataFrame(boxes).assign(label=["\n".join(lines) for lines in cut])
    frame = frame.assign(left=frame.index + 0.03, right=frame.index + 0.97, middle=frame.index + 0.5)
    across = alt.Scale(domain=[0, len(boxes)], nice=False, zero=False)
    base = alt.Chart(frame)
    swatches = base.mark_rect(
        height=size + 2, y=2 * size, stroke=palette.OUTLINE, cornerRadius=2, aria=False
    ).encode(
        x=alt.X("left:Q", axis=None, scale=across),
        x2=alt.X2("right:Q"),
        color=alt.Color("colour:N", scale=None),
    )
    words = base.mark_text(
        y=3.5 * size, fontSize=size, lineBreak="\n", lineHeight=size * _LINE, color=page.ink, aria=False
    ).encode(x=alt.X("middle:Q", axis=None, scale=across), text=alt.Text("label:N"))
    layers = [swatches, words, *_ends(ends, len(bands), across, page, size)]
    height = size * (4.2 + _LINE * (max(map(len, cut)) - 1))
    return specification(alt.layer(*layers).properties(width="container", height=round(height)))


def _ends(ends: tuple[str, str], last: int, across: alt.Scale, page: Page, size: int) -> list[alt.Chart]:
    """Write what each end of the scale means, above the boxes."""
    marks = []
    sides: tuple[tuple[float, Literal["left", "right"]], ...] = ((0.03, "left"), (last - 0.03, "right"))
    for label, (place, align) in zip(ends, sides, strict=True):
        frame = pd.DataFrame([{"at": place, "label": label}])
        side = alt.Chart(frame).mark_text(
            y=0.75 * size, align=align, fontSize=size, fontWeight=600, color=page.ink, aria=False
        )
        marks.append(side.encode(x=alt.X("at:Q", axis=None, scale=across), text=alt.Text("label:N")))
    return marks
