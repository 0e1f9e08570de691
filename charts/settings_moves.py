"""Where the settings put each region: its rank, the interval of that rank, and the rank it had before."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.drawing import bare_axis, bold, outlined
from charts.inline import specification
from charts.lines import Lines, even
from charts.look import Look
from charts.palette import Page

_COLUMNS = ["name", "before", "rank", "low", "high", "words", "label", "colour"]


def moves(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw one line a row, in the order of the rows: a bar (interval), a full dot (rank), a ring (before).

    Needs region_code, name, before, rank, low, high (ranks; missing: no mark), words (at the end of the
    line), label (read aloud, shown under the pointer). The line of the chosen region is outlined, its
    name bold.
    """
    size, page, ranked = look.text, look.page, len(rows)
    mine = rows["region_code"] == look.region
    shown = rows.assign(
        colour=[palette.CHOSEN if one else page.growing(palette.FRAGILITY)[3] for one in mine],
    )[_COLUMNS].astype(dict.fromkeys(("before", "rank", "low", "high"), "float64"))
    chosen = rows.loc[mine, "name"].tolist()
    down = alt.Y("name:N", sort=list(shown["name"]), axis=_names(chosen, look))
    base = alt.Chart(shown).encode(y=down)
    chart = alt.layer(
        _interval(base, ranked, page, size),
        _path(base, page),
        _before(base, page, size),
        _after(base, size),
        _words(base, page, size),
        *outlined(down, "name", chosen),
    )
    height = look.height(ranked)
    return look.cut(
        specification(chart.properties(width="container", height=height)),
        Lines(
            even(ranked, height),
            what=("région", "régions"),
            chosen=[number for number, one in enumerate(mine) if one],
            ordered=True,
        ),
    )


def _across(ranked: int, page: Page, size: int) -> alt.X:
    """Rank 1 on the left; a grid line every other rank, so that a dot is read without guessing."""
    axis = bare_axis(page, size)(
        orient="top",
        values=list(range(1, ranked + 1, 2)),
        labelExpr="datum.value == 1 ? '1ʳᵉ' : datum.value + 'ᵉ'",
        gridOpacity=0.4,
        gridColor=palette.OUTLINE,
    )
    return alt.X("low:Q", scale=alt.Scale(domain=[0.5, ranked + 0.5], nice=False), axis=axis)


def _interval(base: alt.Chart, ranked: int, page: Page, size: int) -> alt.Chart:
    bar = base.mark_bar(height=size * 0.6, cornerRadius=3, stroke=palette.OUTLINE, strokeWidth=0.8)
    drawn: alt.Chart = bar.encode(
        x=_across(ranked, page, size),
        x2=alt.X2("high:Q"),
        color=alt.ColorValue(page.growing(palette.FRAGILITY)[1]),
        tooltip=[alt.Tooltip("label:N", title="Région")],
        description=alt.Description("label:N"),
    )
    return drawn


def _path(base: alt.Chart, page: Page) -> alt.Chart:
    rule = base.mark_rule(strokeWidth=2, strokeDash=[2, 3], color=page.ink, aria=False)
    drawn: alt.Chart = rule.encode(x=alt.X("before:Q"), x2=alt.X2("rank:Q"))
    return drawn


def _before(base: alt.Chart, page: Page, size: int) -> alt.Chart:
    ring = base.mark_point(filled=False, size=(size * 0.8) ** 2, strokeWidth=2, stroke=page.ink, aria=False)
    drawn: alt.Chart = ring.encode(x=alt.X("before:Q"))
    return drawn


def _after(base: alt.Chart, size: int) -> alt.Chart:
    dot = base.mark_circle(size=(size * 0.95) ** 2, aria=False)
    drawn: alt.Chart = dot.encode(x=alt.X("rank:Q"), color=alt.Color("colour:N", scale=None))
    return drawn


def _words(base: alt.Chart, page: Page, size: int) -> alt.Chart:
    """Outside the ranks, at the right end: no word crosses a mark."""
    text = base.mark_text(align="left", dx=size * 0.6, fontSize=size, color=page.ink, aria=False)
    drawn: alt.Chart = text.encode(x=alt.XValue("width"), text=alt.Text("words:N"))
    return drawn


def _names(chosen: Sequence[str], look: Look) -> alt.Axis:
    return bare_axis(look.page, look.text)(
        labelLimit=look.limit(260),
        labelFontWeight=bold(chosen),
        labelPadding=8,
    )
