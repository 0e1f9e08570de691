"""Bars with a name and a number in words: the parts of a score, what each element decides."""

from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.drawing import bare_axis
from charts.inline import specification
from charts.lines import Lines, even
from charts.look import Look

# What the frame of a figure takes from its height, in pixels.
_MARGIN = 20
_COLUMNS, _LANDMARK = ("name", "value", "text", "label", "colour"), "landmark"


def signed_bars(rows: pd.DataFrame, look: Look, *, longest: float | None = None) -> dict[str, Any]:
    """Draw one bar a row, in the order of the rows, from zero to the right (more) or to the left (less).

    Needs name, value (missing: no bar, its words only), text (the number in words), label (read aloud);
    `longest`: the value that fills the width, for figures that are read
    together (None: the longest bar). The side, the sign in the words and the shade all say the same.
    """
    size, page = look.small, look.page
    scale = page.growing(palette.FRAGILITY)
    shown = rows.assign(colour=[scale[3] if value >= 0 else scale[1] for value in rows["value"]])
    shown = shown[[name for name in (*_COLUMNS, _LANDMARK) if name in shown]]
    base = alt.Chart(shown).encode(
        y=alt.Y("name:N", sort=list(shown["name"]), axis=_names(shown, look)),
        tooltip=[alt.Tooltip("label:N", title="Détail")],
        description=alt.Description("label:N"),
    )
    bars = base.mark_bar(cornerRadius=2, stroke=palette.OUTLINE, strokeWidth=0.8).encode(
        x=alt.X("value:Q", axis=None, scale=_across(longest)), color=alt.Color("colour:N", scale=None)
    )
    words = base.mark_text(
        x=-8, align="right", fontSize=size, fontWeight=600, color=page.ink, aria=False
    ).encode(text=alt.Text("text:N"))
    height = len(shown) * round(size * 1.75) + _MARGIN
    lines = [_landmarks(base, look)] if _LANDMARK in shown else []
    chart = alt.layer(bars, words, *lines, width="container", height=height)
    return look.cut(specification(chart), Lines(even(len(shown), height), ("ligne", "lignes"), ordered=True))


def _landmarks(base: alt.Chart, look: Look) -> alt.Chart:
    """Draw a line across each bar, edged so that it is seen over a bar of any shade."""
    ink, edge = look.page.ink, look.page.background
    mark = base.mark_tick(
        color=ink,
        thickness=4,
        size=round(look.small * 1.5),
        stroke=edge,
        strokeWidth=1,
        opacity=1,
        aria=False,
    )
    drawn: alt.Chart = mark.encode(x=alt.X("landmark:Q", axis=None))
    return drawn


def _across(longest: float | None) -> alt.Scale:
    return alt.Scale() if longest is None else alt.Scale(domain=[0, longest], nice=False)


def _names(rows: pd.DataFrame, look: Look) -> alt.Axis:
    """Write the names, with room between them and the bars for the numbers in words."""
    return bare_axis(look.page, look.small)(
        labelLimit=look.limit(260),
        labelFlush=False,
        labelPadding=16 + look.small * max(map(len, rows["text"])) * 0.58,
    )
