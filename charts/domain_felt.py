"""What actors are published to say of one domain: one line a survey, a dot a region, a diamond for France.

One drawing a kind of figure: notes, shares and ranks never share a scale.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.drawing import bare_axis
from charts.inline import specification
from charts.lines import Lines
from charts.look import Look
from charts.palette import Page
from wording.lettering import breadth
from wording.lists import join
from wording.numbers import counted

FRANCE = "FR"
# How much of the ink the grey of the other regions keeps.
_GREY = 0.5
# Lanes of one line, in heights of text: France's figure, the dots, the figure of a region; then how much a
# line takes with and without that last one. On a phone its name comes above, in a lane of its own.
_COUNTRY, _DOTS, _REGION = 0.9, 2.4, 3.8
_TALL, _SHORT = 4.9, 3.5
_NAME = 1.4
_ENDS = 2.2
# Beside the ends of a scale, in pixels.
_PADDING = 12
# From this many regions on, they are counted and not named.
_LISTED = 3
_GIVEN = ["line", "region_code", "name", "value", "text"]
_READ = ["line", "top", "name", "text", "value", "share", "said", "chosen"]

Row = dict[Hashable, Any]


@dataclass(frozen=True)
class Scale:
    """The ends of a kind of figure, `first` on the left, and what each means."""

    first: float
    last: float
    ends: tuple[str, str]


SCALES = {
    "note": Scale(0, 10, ("0 sur 10", "10 sur 10, très fragile")),
    "part": Scale(0, 100, ("0\u202f%", "100\u202f% en font une priorité")),
    "rang": Scale(16, 1, ("16ᵉ rang", "1ᵉʳ rang, le plus ressenti")),
}


@dataclass(frozen=True)
class _Canvas:
    """What every layer is drawn on: the scale across, the height in lines of text, the size of the text."""

    scale: Scale
    height: float
    size: int
    page: Page
    axis: alt.Axis | None

    def across(self, field: str) -> alt.X:
        ends = alt.Scale(domain=[self.scale.first, self.scale.last], nice=False, padding=_PADDING)
        return alt.X(f"{field}:Q", axis=None, scale=ends)

    def down(self, field: str) -> alt.Y:
        lanes = alt.Scale(domain=[0, self.height], reverse=True, nice=False, zero=False)
        return alt.Y(f"{field}:Q", axis=self.axis, scale=lanes)


def felt_lines(rows: pd.DataFrame, look: Look, *, kind: str) -> dict[str, Any]:
    """Draw the figures of one kind.

    `rows`, a figure each: line (name of the survey, in order), region_code, name (short), value (never
    missing), text (the figure in words). On a phone the names come above their lines.
    Returns a Vega-Lite specification.
    """
    scale, size, page, narrow, chosen = SCALES[kind], look.text, look.page, look.narrow, look.region
    lines, height = _lines(rows, above=_NAME if narrow else 0.0)
    canvas = _Canvas(scale, height, size, page, None if narrow else _names(lines, size, page))
    placed = (
        rows[_GIVEN]
        .merge(lines, on="line")
        .assign(
            chosen=lambda found: found["region_code"] == chosen,
            said=lambda found: found["name"] + "\u202f: " + found["text"],
            label=lambda found: found["line"] + ", " + found["name"] + "\u202f: " + found["text"],
            share=lambda found: (found["value"] - scale.first) / (scale.last - scale.first),
        )
    )
    country = placed[placed["region_code"] == FRANCE]
    regions = placed[placed["region_code"] != FRANCE].sort_values("chosen", kind="stable")
    written = [*_france(_rows(country)), *_named(_rows(regions)), *_ends(canvas)]
    layers = [*_ground(lines, canvas), _words(written, canvas, look)]
    # A layer without a mark is announced to screen readers all the same.
    if len(regions):
        layers.append(_dots(regions, canvas, whole=not chosen))
    if len(country):
        layers.append(_diamonds(country, canvas))
    chart = alt.layer(*layers, width="container", height=round(height * size))
    ends = [*(lines["top"] - (_NAME if narrow else 0)), height - _ENDS]
    return look.cut(specification(chart), Lines([end * size for end in ends], what=("enquête", "enquêtes")))


def _lines(rows: pd.DataFrame, *, above: float) -> tuple[pd.DataFrame, float]:
    """Place each line, in heights of text from the top: one that has no region's figure takes less room."""
    tops, top = [], 0.0
    for line, figures in rows.groupby("line", sort=False):
        start = top + above
        tops.append({"line": line, "title": top + above / 2, "top": start, "middle": start + _DOTS})
        top += above + (_TALL if (figures["region_code"] != FRANCE).any() else _SHORT)
    return pd.DataFrame(tops).round(3), round(top + _ENDS, 3)


def _ground(lines: pd.DataFrame, canvas: _Canvas) -> list[alt.Chart]:
    """Draw the line of each survey, on a phone with its name above."""
    ink = canvas.page.ink
    rails = alt.Chart(lines.assign(first=canvas.scale.first, last=canvas.scale.last))
    rule = rails.mark_rule(color=ink, opacity=0.35, strokeWidth=1.5, aria=False)
    layers = [rule.encode(x=canvas.across("first"), x2=alt.X2("last:Q"), y=canvas.down("middle"))]
    if canvas.axis is None:
        names = alt.Chart(lines).mark_text(
            x=0, align="left", fontSize=canvas.size, fontWeight=700, color=ink, aria=False
        )
        layers.append(names.encode(y=canvas.down("title"), text=alt.Text("line:N")))
    return layers


def _names(lines: pd.DataFrame, size: int, page: Page) -> alt.Axis:
    """Write the name of each survey at the left of its line."""
    places = [round(float(place), 3) for place in lines["middle"]]
    said = f"{json.dumps(list(lines['line']), ensure_ascii=False)}[indexof({places}, datum.value)]"
    return bare_axis(page, size)(
        values=places,
        labelExpr=said,
        labelFontWeight=700,
        labelLimit=0,
        labelPadding=10,
        grid=False,
    )


def _ends(canvas: _Canvas) -> Iterator[Row]:
    """Say what both ends of the scale mean, once, under the lines."""
    places = (canvas.scale.first, 0.0), (canvas.scale.last, 1.0)
    for (value, share), said in zip(places, canvas.scale.ends, strict=True):
        yield {"value": value, "share": share, "at": canvas.height - 0.8, "said": said}


def _dots(rows: pd.DataFrame, canvas: _Canvas, *, whole: bool) -> alt.Chart:
    """Draw the regions; the chosen one is larger and outlined, the others then grey (no class is lost)."""
    page, area = canvas.page, canvas.size**2
    grey = palette.mix(page.ink, page.background, _GREY)
    shown = rows.assign(
        colour=[palette.FRAGILITY[3] if mine or whole else grey for mine in rows["chosen"]],
        edge=[palette.CHOSEN if mine else page.background for mine in rows["chosen"]],
        area=[area * (1.6 if mine else 0.8) for mine in rows["chosen"]],
    )
    chart = alt.Chart(shown[["value", "middle", "colour", "edge", "area", "label"]])
    drawn: alt.Chart = chart.mark_point(filled=True, opacity=1, strokeWidth=2).encode(
        x=canvas.across("value"),
        y=canvas.down("middle"),
        color=alt.Color("colour:N", scale=None),
        stroke=alt.Stroke("edge:N", scale=None),
        size=alt.Size("area:Q", scale=None),
        tooltip=alt.Tooltip("label:N", title="Ressenti"),
        description=alt.Description("label:N"),
    )
    return drawn


def _diamonds(rows: pd.DataFrame, canvas: _Canvas) -> alt.Chart:
    """Draw France."""
    drawn: alt.Chart = (
        alt.Chart(rows[["value", "middle", "label"]])
        .mark_point(
            shape="diamond",
            filled=False,
            stroke=canvas.page.ink,
            strokeWidth=2.5,
            size=canvas.size**2 * 1.2,
            opacity=1,
        )
        .encode(
            x=canvas.across("value"),
            y=canvas.down("middle"),
            tooltip=alt.Tooltip("label:N", title="Ressenti"),
            description=alt.Description("label:N"),
        )
    )
    return drawn


def _rows(figures: pd.DataFrame) -> list[Row]:
    """Return what is read of figures to name some of them."""
    return figures[_READ].to_dict("records")


def _france(rows: list[Row]) -> Iterator[Row]:
    """Write the figure of France over its diamond."""
    for row in rows:
        yield {**row, "at": row["top"] + _COUNTRY}


def _named(rows: list[Row]) -> Iterator[Row]:
    """Name one figure a line: the chosen region's, else the one that all share, else the highest one's."""
    for line in dict.fromkeys(row["line"] for row in rows):
        figures = [row for row in rows if row["line"] == line]
        mine = [row for row in figures if row["chosen"]]
        named = mine[-1] if mine else max(figures, key=itemgetter("share"))
        said = named["said"] if mine else _most(figures, named)
        yield {**named, "said": said, "at": named["top"] + _REGION}


def _most(figures: list[Row], highest: Row) -> str:
    """« Bretagne : 6,1 sur 10 », « 13 régions : 1ᵉʳ rang », « au plus, PACA et Corse : 45 % »."""
    same = [row for row in figures if row["value"] == highest["value"]]
    few = len(same) < _LISTED
    names = join(row["name"] for row in same) if few else counted(len(same), "région", "régions")
    said = f"{names}\u202f: {same[0]['text']}"
    return said if len(same) == len(figures) else f"au plus, {said}"


def _words(written: list[Row], canvas: _Canvas, look: Look) -> alt.Chart:
    """Write a figure by its mark, turned to the side where there is room; on a phone, held inside."""
    turned = alt.ExprRef("datum.share > 0.6 ? 'right' : datum.share < 0.4 ? 'left' : 'center'")
    rows = pd.DataFrame(written, columns=["value", "at", "said", "share"])
    rows = _held(rows, canvas, look) if look.narrow else rows
    mark = alt.Chart(rows).mark_text(
        align="center" if look.narrow else turned,
        fontSize=canvas.size, color=canvas.page.ink, aria=False,
    )  # fmt: skip
    drawn: alt.Chart = mark.encode(x=canvas.across("value"), y=canvas.down("at"), text=alt.Text("said:N"))
    return drawn


def _held(rows: pd.DataFrame, canvas: _Canvas, look: Look) -> pd.DataFrame:
    """Move the middle of words as far as their width asks, so that none leaves a narrow drawing."""
    rail = look.size[0] - 2 * _PADDING
    half = [breadth(said, canvas.size) / 2 - _PADDING for said in rows["said"]]
    shares = [
        min(max(share, wide / rail), 1 - wide / rail) for share, wide in zip(rows["share"], half, strict=True)
    ]
    along = canvas.scale.last - canvas.scale.first
    return rows.assign(share=shares, value=[canvas.scale.first + share * along for share in shares])
