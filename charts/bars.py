"""Ranked bars of the regions, in the colours of the map, with France as a reference line."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.drawing import bare_axis, bold, outlined
from charts.inline import specification
from charts.lines import Lines, even
from charts.look import Look
from charts.palette import Page

_SPAN = ["line_low", "line_high"]
_COLUMNS = ["short_name", "value", "text", "label", "colour"]


@dataclass(frozen=True)
class Benchmark:
    """The published value of France and its words (« France : 8,4 % »)."""

    value: float
    label: str


def ranked_bars(frame: pd.DataFrame, look: Look, *, benchmark: Benchmark | None) -> dict[str, Any]:
    """Draw one bar a region, in the order of the rows.

    Needs `region_code, short_name, label, text, value, colour`. A missing value has no bar: its words only.
    `line_low, line_high`, where there are such columns, are the ends of an interval drawn over the bar.
    The line of the chosen region is outlined, a value of zero has a mark of its own. Returns a
    Vega-Lite specification.
    """
    region, page, size = look.region, look.page, look.text
    across = alt.Scale(domain=_extent(frame, benchmark), nice=False)
    spans = frame.dropna(subset=_SPAN) if set(_SPAN) <= set(frame) else frame[:0]
    chosen = frame.loc[frame["region_code"] == region, "short_name"].tolist()
    down = alt.Y("short_name:N", sort=list(frame["short_name"]), axis=_names(frame, chosen, look))
    told: dict[str, Any] = {
        "tooltip": [alt.Tooltip("label:N", title="Région")],
        "description": alt.Description("label:N"),
    }
    base = alt.Chart(frame[_COLUMNS]).encode(y=down, **told)
    bars = base.mark_bar(cornerRadius=2, stroke=palette.OUTLINE, strokeWidth=0.8).encode(
        x=alt.X("value:Q", axis=None, scale=across),
        color=alt.Color("colour:N", scale=None),
    )
    # In a column of their own, between the name and the bar: no word ever crosses the line of France.
    words = base.mark_text(
        x=-8, align="right", fontSize=size, fontWeight=600, color=page.ink, aria=False
    ).encode(text=alt.Text("text:N"))
    chart = alt.layer(
        *_reference(benchmark, page, size),
        bars,
        *_zeros(frame[frame["value"] == 0], down, across, page),
        *_spans(spans, list(frame["short_name"]), across, page),
        words,
        *outlined(down, "short_name", chosen),
    )
    height = look.bars(len(frame))
    numbers = dict(zip(frame["short_name"], range(len(frame)), strict=True))
    return look.cut(
        specification(chart.properties(width="container", height=height)),
        Lines(
            even(len(frame), height),
            what=("région", "régions"),
            chosen=[numbers[name] for name in chosen],
            silent=[number for number, value in enumerate(frame["value"].isna()) if value],
            ordered=True,
        ),
    )


def _zeros(rows: pd.DataFrame, down: alt.Y, across: alt.Scale, page: Page) -> list[alt.Chart]:
    """Draw a mark at zero where a bar has no length: nought is a figure, unlike what is missing."""
    if rows.empty:
        return []
    tick = alt.Chart(rows[["short_name", "value", "label"]]).mark_tick(
        orient="vertical", thickness=4, xOffset=4, color=page.ink, aria=False
    )
    return [
        tick.encode(
            y=down,
            x=alt.X("value:Q", axis=None, scale=across),
            tooltip=[alt.Tooltip("label:N", title="Région")],
        )
    ]


def _spans(rows: pd.DataFrame, names: list[str], across: alt.Scale, page: Page) -> list[alt.Chart]:
    """Draw the interval of each gap, over its bar or, without a stated sign, alone; seen on any colour."""
    if rows.empty:
        return []
    base = alt.Chart(rows[["short_name", *_SPAN]])
    lines = [
        base.mark_rule(strokeWidth=width, color=colour, aria=False)
        for width, colour in ((6, page.background), (2, page.ink))
    ]
    ends = {"x": alt.X("line_low:Q", axis=None, scale=across), "x2": alt.X2("line_high:Q")}
    return [line.encode(y=alt.Y("short_name:N", sort=names), **ends) for line in lines]


def _reference(benchmark: Benchmark | None, page: Page, size: int) -> list[alt.Chart]:
    """Draw France, under the bars and the words so that none is crossed out, its name above the bars."""
    if benchmark is None:
        return []
    row = pd.DataFrame([{"x": benchmark.value, "label": benchmark.label}])
    line = alt.Chart(row).encode(x=alt.X("x:Q", axis=None))
    return [
        line.mark_rule(strokeDash=[5, 4], strokeWidth=2, color=page.ink, aria=False),
        line.mark_text(y=-size * 0.8, fontSize=size, color=page.ink, aria=False).encode(
            text=alt.Text("label:N")
        ),
    ]


def _names(frame: pd.DataFrame, chosen: list[str], look: Look) -> alt.Axis:
    """Write the names of the regions, the chosen one in bold."""
    return bare_axis(look.page, look.text)(
        labelLimit=look.limit(240),
        labelFontWeight=bold(chosen),
        labelPadding=16 + look.text * max(map(len, frame["text"])) * 0.55,
    )


def _extent(frame: pd.DataFrame, benchmark: Benchmark | None) -> list[float]:
    """Keep zero on the drawing, and a little air after the longest bar."""
    drawn = [name for name in ("value", *_SPAN) if name in frame]
    known = [float(value) for name in drawn for value in frame[name].dropna()]
    known += [benchmark.value] if benchmark else []
    low, high = min([0.0, *known]), max([0.0, *known])
    return [low, high + (high - low or 1.0) * 0.04]
