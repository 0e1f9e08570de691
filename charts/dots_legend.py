"""Which colour and shape is which region, in words, above the dots."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from charts.dots import Mark
from charts.inline import specification
from charts.look import Look

# Height of a line for text of size 1.
_LEADING = 2


def legend(compared: Sequence[Mark], *, columns: int, look: Look) -> dict[str, Any]:
    """Draw the mark of each region before its name, `columns` on a line."""
    size, page = look.text, look.page
    rows = pd.DataFrame(
        [
            {"at": place % columns, "line": place // columns, "name": mark.name, "colour": mark.colour,
             "shape": mark.shape, "weight": 700 if mark.bold else 400}
            for place, mark in enumerate(compared)
        ]
    )  # fmt: skip
    lines = int(rows["line"].max()) + 1
    middle = rows.assign(y=(rows["line"] + 0.5) * _LEADING * size)
    base = alt.Chart(middle).encode(
        x=alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, columns], nice=False, zero=False)),
        y=alt.Y("y:Q", axis=None, scale=None),
    )
    points = base.mark_point(filled=True, size=size**2, opacity=1, xOffset=size, aria=False).encode(
        color=alt.Color("colour:N", scale=None), shape=alt.Shape("shape:N", scale=None)
    )
    words = [
        base.transform_filter(alt.datum.weight == weight)
        .mark_text(
            align="left", xOffset=size * 2, fontSize=size, fontWeight=weight, color=page.ink, aria=False
        )
        .encode(text=alt.Text("name:N"))
        for weight in sorted(set(rows["weight"]))
    ]
    chart = alt.layer(points, *words, width="container", height=round(_LEADING * size) * lines)
    return specification(chart)
