"""What is published, as a grid: a full cell by region, a pale one for France only, a dot for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.drawing import bare_axis
from charts.inline import specification
from charts.look import Look
from charts.palette import Page

# Three looks: colour, and what is written inside.
LOOKS = {"region": (palette.FRAGILITY[3], "●"), "france": (palette.FRAGILITY[0], "F"), "rien": ("", "·")}
_MUTED = 0.55


def coverage_grid(rows: pd.DataFrame, look: Look, *, columns: Sequence[str], chosen: str) -> dict[str, Any]:
    """Draw one cell a row of `rows`.

    `rows`: domain (label, in order), column, published (see `LOOKS`), text (`""` for the mark of its look),
    said (what is published, in words). `columns`: their order; `chosen`: one of them or `""`: others fade.
    Returns a Vega-Lite specification.
    """
    size, page, narrow = look.small, look.page, look.narrow
    fills = [LOOKS[published][0] or page.background for published in rows["published"]]
    strengths = [1.0 if not chosen or column == chosen else _MUTED for column in rows["column"]]
    shown = rows.assign(
        colour=fills,
        ink=[
            palette.ink(palette.mix(fill, page.background, kept))
            for fill, kept in zip(fills, strengths, strict=True)
        ],
        text=[text or LOOKS[look][1] for text, look in zip(rows["text"], rows["published"], strict=True)],
        strength=strengths,
    )
    place = {
        "x": alt.X(
            "column:N", scale=alt.Scale(domain=list(columns)), axis=_axis(size, page, top=True, narrow=narrow)
        ),
        "y": alt.Y(
            "domain:N",
            scale=alt.Scale(domain=list(dict.fromkeys(rows["domain"]))),
            axis=_axis(size, page, top=False, narrow=narrow),
        ),
    }
    # Said by an expression: two hundred sentences would double the specification.
    said = alt.ExprRef("datum.domain + ', ' + datum.column + '\u202f: ' + datum.said")
    boxes = alt.Chart(shown[["domain", "column", "colour", "said", "strength"]]).mark_rect(
        stroke=palette.OUTLINE, strokeWidth=0.8, tooltip=said, description=said
    )
    words = alt.Chart(shown[["domain", "column", "text", "ink"]]).mark_text(
        fontSize=size, fontWeight=600, aria=False
    )
    layers = [
        boxes.encode(
            **place,
            color=alt.Color("colour:N", scale=None),
            opacity=alt.Opacity("strength:Q", scale=None),
        ),
        words.encode(**place, text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None)),
    ]
    height = round(shown["domain"].nunique() * size * 1.9)
    chart = alt.layer(*layers).properties(width="container", height=height)
    return specification(chart)


def _axis(size: int, page: Page, *, top: bool, narrow: bool) -> alt.Axis:
    return bare_axis(page, size)(
        orient="top" if top else "left",
        labelLimit=160 if narrow else 260,
        labelPadding=6,
        labelAngle=(-90 if narrow else -40) if top else 0,
        labelFlush=False,
    )
