"""What is published, as a grid: a full cell by region, a pale one for France only, a dot for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.drawing import bare_axis, bold, outlined
from charts.inline import specification
from charts.lines import Lines, even
from charts.look import Look

# Three looks: the step of the scale of fragility, and what is written inside.
LOOKS = {"region": (3, "●"), "france": (0, "F"), "rien": (None, "·")}


def coverage_grid(rows: pd.DataFrame, look: Look, *, columns: Sequence[str], chosen: str) -> dict[str, Any]:
    """Draw one cell a row of `rows`.

    `rows`: domain (label, in order), column, published (see `LOOKS`), text (`""` for the mark of its look),
    said (what is published, in words). `columns`: their order; `chosen`: the one to outline or `""`.
    Returns a Vega-Lite specification.
    """
    size, page = look.small, look.page
    scale = page.growing(palette.FRAGILITY)
    steps = [LOOKS[published][0] for published in rows["published"]]
    fills = [page.background if step is None else scale[step] for step in steps]
    shown = rows.assign(
        colour=fills,
        ink=[palette.ink(fill) for fill in fills],
        text=[text or LOOKS[look][1] for text, look in zip(rows["text"], rows["published"], strict=True)],
    )
    place: dict[str, Any] = {
        "x": alt.X(
            "column:N",
            scale=alt.Scale(domain=list(columns)),
            axis=_axis(look, top=True)(labelFontWeight=bold([chosen])),
        ),
        "y": alt.Y(
            "domain:N",
            scale=alt.Scale(domain=list(dict.fromkeys(rows["domain"]))),
            axis=_axis(look, top=False)(),
        ),
    }
    # Said by an expression: two hundred sentences would double the specification.
    said = alt.ExprRef("datum.domain + ', ' + datum.column + '\u202f: ' + datum.said")
    boxes = alt.Chart(shown[["domain", "column", "colour", "said"]]).mark_rect(
        stroke=palette.OUTLINE, strokeWidth=0.8, tooltip=said, description=said
    )
    words = alt.Chart(shown[["domain", "column", "text", "ink"]]).mark_text(
        fontSize=size, fontWeight=600, aria=False
    )
    layers = [
        boxes.encode(
            **place,
            color=alt.Color("colour:N", scale=None),
        ),
        words.encode(**place, text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None)),
        *outlined(place["x"], "column", [chosen] * bool(chosen)),
    ]
    height = round(shown["domain"].nunique() * size * 1.9)
    chart = alt.layer(*layers, width="container", height=height)
    ends = even(shown["domain"].nunique(), height)
    return look.cut(specification(chart), Lines(ends, what=("domaine", "domaines")))


def _axis(look: Look, *, top: bool) -> partial[alt.Axis]:
    narrow, limit = look.narrow, look.limit(160 if look.narrow else 260)
    return partial(
        bare_axis(look.page, look.small),
        orient="top" if top else "left",
        labelLimit=limit,
        labelPadding=6,
        labelAngle=(-90 if narrow else -40) if top else 0,
        labelFlush=False,
    )
