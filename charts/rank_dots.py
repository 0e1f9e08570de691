"""Ranks with their interval: a dot where a rank stands, a bar over the ranks it could take."""

import json
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

_SENT = ["name", "rank", "low", "high", "label", "colour"]


def rank_dots(rows: pd.DataFrame, look: Look, *, chosen: Sequence[str]) -> dict[str, Any]:
    """Draw one line a row, in their order: 1 (the most fragile) on the left, the last on the right.

    Needs `code, name, rank, low, high, text`; `text` is written at the end of the line (under the name on
    a phone). A missing rank has no dot and no bar: its words only. The lines of `chosen` codes are outlined,
    their names bold. Returns a Vega-Lite specification as wide as what holds it.
    """
    size, page, ranked, stacked = look.text, look.page, len(rows), look.narrow
    mine = [str(name) for name in rows.loc[rows["code"].isin(chosen), "name"]]
    drawn = rows.assign(
        colour=[palette.CHOSEN if code in chosen else palette.FRAGILITY[3] for code in rows["code"]],
        label=rows["name"] + "\u202f: " + rows["text"],
    )
    axis, scale = _ranks(ranked, size, page), alt.Scale(domain=[0.5, ranked + 0.5], nice=False, zero=False)
    words = dict(zip(rows["name"], rows["text"], strict=True))
    down = alt.Y("name:N", sort=list(rows["name"]), axis=_names(words, mine, size, page, stacked=stacked))
    base = alt.Chart(drawn[_SENT]).encode(
        y=down,
        color=alt.Color("colour:N", scale=None),
    )
    reach = base.mark_rule(strokeWidth=max(5, size * 0.45), strokeCap="round", aria=False)
    dots = base.mark_point(shape="circle", filled=True, size=(size * 0.95) ** 2, stroke=page.ink)
    layers = [
        reach.encode(x=alt.X("low:Q", axis=axis, scale=scale), x2=alt.X2("high:Q")),
        dots.encode(
            x=alt.X("rank:Q", axis=axis, scale=scale),
            tooltip=[alt.Tooltip("label:N", title="Rang")],
            description=alt.Description("label:N"),
        ),
        *outlined(down, "name", mine),
    ]
    height = look.height(ranked, stacked=stacked)
    chart = alt.layer(*layers, width="container", height=height)
    mine_at = [number for number, code in enumerate(rows["code"]) if code in chosen]
    return look.cut(
        specification(chart),
        Lines(
            even(ranked, height),
            what=("région", "régions"),
            chosen=mine_at,
            silent=[number for number, hole in enumerate(rows["rank"].isna()) if hole],
            ordered=True,
        ),
    )


def _ranks(ranked: int, size: int, page: Page) -> alt.Axis:
    """Number the ranks above the drawing, and say which end is the most fragile."""
    shown = sorted({*range(1, ranked, max(1, -(-(ranked - 1) // 3))), ranked})
    return bare_axis(page, size)(
        orient="top",
        values=shown,
        gridColor=page.ink,
        gridOpacity=0.15,
        labelLimit=0,
        # Two lines grow downwards: every number stands on the second one, under what the first means.
        labelExpr="[datum.value == 1 ? 'plus fragile' : '', '' + datum.value]",
        labelLineHeight=size + 2,
        labelPadding=size + 8,
        labelAlign=alt.condition("datum.value == 1", alt.value("left"), alt.value("center")),
    )


def _names(words: dict[str, str], mine: Sequence[str], size: int, page: Page, *, stacked: bool) -> alt.Axis:
    """Write the name of each line and its words: beside it, or under it on a phone."""
    written = json.dumps(words, ensure_ascii=False)
    both = f"[datum.value, {written}[datum.value]]"
    return bare_axis(page, size)(
        labelLimit=0,
        labelFontWeight=bold(mine),
        labelExpr=both if stacked else f"datum.value + ' – ' + {written}[datum.value]",
        labelLineHeight=size + 2,
        labelOffset=-(size + 2) / 2 if stacked else 0,
        labelBaseline="middle",
        labelPadding=8,
    )
