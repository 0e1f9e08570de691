"""What actors are published to say of one domain: one line a survey, a dot a region, a diamond for France.

One drawing a kind of figure: notes, shares and ranks never share a scale.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.canvas import each
from charts.drawing import bare_axis
from charts.inline import drawn_from, specification
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
_DRAWN = ("value", "middle", "label")

Row = dict[str, Any]


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
    figures = list(each(rows[_GIVEN]))
    lines, height = _lines(figures, above=_NAME if narrow else 0.0)
    canvas = _Canvas(scale, height, size, page, None if narrow else _names(lines, size, page))
    placed = [_placed(figure, lines[figure.line], scale, chosen) for figure in figures]
    country = [row for row in placed if row["region_code"] == FRANCE]
    # The chosen region last, over the others.
    regions = sorted((row for row in placed if row["region_code"] != FRANCE), key=itemgetter("chosen"))
    written = [*_france(country), *_named(regions), *_ends(canvas)]
    layers = [*_ground(lines, canvas), _words(written, canvas, look)]
    # A layer without a mark is announced to screen readers all the same.
    if regions:
        layers.append(_dots(regions, canvas, whole=not chosen))
    if country:
        layers.append(_diamonds(country, canvas))
    chart = alt.layer(*layers, width="container", height=round(height * size))
    ends = [*(line["top"] - (_NAME if narrow else 0) for line in lines.values()), height - _ENDS]
    return look.cut(specification(chart), Lines([end * size for end in ends], what=("enquête", "enquêtes")))


def _lines(figures: Sequence[Any], *, above: float) -> tuple[dict[str, Row], float]:
    """Place each line, in heights of text from the top: one that has no region's figure takes less room."""
    asked: dict[str, set[str]] = {}
    for figure in figures:
        asked.setdefault(figure.line, set()).add(figure.region_code)
    placed: dict[str, Row] = {}
    top = 0.0
    for line, codes in asked.items():
        start = top + above
        places = {"title": top + above / 2, "top": start, "middle": start + _DOTS}
        placed[line] = {"line": line} | {name: round(place, 3) for name, place in places.items()}
        top += above + (_TALL if codes - {FRANCE} else _SHORT)
    return placed, round(top + _ENDS, 3)


def _placed(figure: Any, line: Row, scale: Scale, chosen: str) -> Row:  # noqa: ANN401 - a row
    said = f"{figure.name}\u202f: {figure.text}"
    return line | {
        "region_code": figure.region_code,
        "name": figure.name,
        "value": figure.value,
        "text": figure.text,
        "chosen": figure.region_code == chosen,
        "said": said,
        "label": f"{figure.line}, {said}",
        "share": (figure.value - scale.first) / (scale.last - scale.first),
    }


def _ground(lines: Mapping[str, Row], canvas: _Canvas) -> list[alt.Chart]:
    """Draw the line of each survey, on a phone with its name above."""
    ink, ends = canvas.page.ink, {"first": canvas.scale.first, "last": canvas.scale.last}
    rails = drawn_from([line | ends for line in lines.values()])
    rule = rails.mark_rule(color=ink, opacity=0.35, strokeWidth=1.5, aria=False)
    layers = [rule.encode(x=canvas.across("first"), x2=alt.X2("last:Q"), y=canvas.down("middle"))]
    if canvas.axis is None:
        names = drawn_from(list(lines.values())).mark_text(
            x=0, align="left", fontSize=canvas.size, fontWeight=700, color=ink, aria=False
        )
        layers.append(names.encode(y=canvas.down("title"), text=alt.Text("line:N")))
    return layers


def _names(lines: Mapping[str, Row], size: int, page: Page) -> alt.Axis:
    """Write the name of each survey at the left of its line."""
    places = [line["middle"] for line in lines.values()]
    said = f"{json.dumps(list(lines), ensure_ascii=False)}[indexof({places}, datum.value)]"
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


def _dots(rows: Sequence[Row], canvas: _Canvas, *, whole: bool) -> alt.Chart:
    """Draw the regions; the chosen one is larger and outlined, the others then grey (no class is lost)."""
    page, area = canvas.page, canvas.size**2
    grey = palette.mix(page.ink, page.background, _GREY)
    shown = [
        {name: row[name] for name in _DRAWN}
        | {
            "colour": palette.FRAGILITY[3] if row["chosen"] or whole else grey,
            "edge": palette.CHOSEN if row["chosen"] else page.background,
            "area": area * (1.6 if row["chosen"] else 0.8),
        }
        for row in rows
    ]
    drawn: alt.Chart = (
        drawn_from(shown)
        .mark_point(filled=True, opacity=1, strokeWidth=2)
        .encode(
            x=canvas.across("value"),
            y=canvas.down("middle"),
            color=alt.Color("colour:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            size=alt.Size("area:Q", scale=None),
            tooltip=alt.Tooltip("label:N", title="Ressenti"),
            description=alt.Description("label:N"),
        )
    )
    return drawn


def _diamonds(rows: Sequence[Row], canvas: _Canvas) -> alt.Chart:
    """Draw France."""
    drawn: alt.Chart = (
        drawn_from([{name: row[name] for name in _DRAWN} for row in rows])
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
    rows = [{name: row[name] for name in ("value", "at", "said", "share")} for row in written]
    mark = drawn_from(_held(rows, canvas, look) if look.narrow else rows).mark_text(
        align="center" if look.narrow else turned,
        fontSize=canvas.size, color=canvas.page.ink, aria=False,
    )  # fmt: skip
    drawn: alt.Chart = mark.encode(x=canvas.across("value"), y=canvas.down("at"), text=alt.Text("said:N"))
    return drawn


def _held(rows: Sequence[Row], canvas: _Canvas, look: Look) -> list[Row]:
    """Move the middle of words as far as their width asks, so that none leaves a narrow drawing."""
    rail, along = look.size[0] - 2 * _PADDING, canvas.scale.last - canvas.scale.first
    half = [(breadth(row["said"], canvas.size) / 2 - _PADDING) / rail for row in rows]
    shares = [min(max(row["share"], wide), 1 - wide) for row, wide in zip(rows, half, strict=True)]
    return [
        row | {"share": share, "value": canvas.scale.first + share * along}
        for row, share in zip(rows, shares, strict=True)
    ]
