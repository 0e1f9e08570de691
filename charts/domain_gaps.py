"""The gap of each region on one domain: from its measured rank to its felt one, and its sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.canvas import each
from charts.drawing import bare_axis, bold, outlined
from charts.inline import drawn_from, specification
from charts.lines import Lines, even
from charts.look import Look
from charts.palette import Page
from charts.screen_look import Projected
from wording.signs import MARKS, SHORT

_COLOURS = {"positive": palette.GAP[7], "negative": palette.GAP[2], "nul": palette.HATCH}
_NOTHING = "non_calculable"
_LAST = 16
# The longest name, in letters.
_LONGEST = 14
# Where the words stand: ranks past the first, as many as their width takes.
_ROOM = (4.2, 1.6)
# How wide they are, in letters.
_WORDS = 7.5
# What a diamond at the first or at the last rank takes of the words beside it, in letters.
_BEYOND, _ASIDE = 0.85, 0.45
# Under the mean of the measured ranks.
CHANCE = "moyenne"
_FAINT = 0.12

Row = dict[str, Any]


@dataclass(frozen=True)
class _Canvas:
    """What every layer is drawn on: the names in order (chosen ones in bold), the size, the room of words."""

    names: list[str]
    chosen: list[str]
    size: int
    room: float
    page: Page

    def across(self, field: str) -> alt.X:
        said = "datum.value == 1 ? '1ᵉʳ rang' : datum.value + 'ᵉ'"
        axis = bare_axis(self.page, self.size)(
            values=[_LAST, 8, 1],
            orient="top",
            grid=True,
            gridOpacity=0.25,
            labelExpr=said,
            labelLimit=0,
            gridColor=self.page.ink,
        )
        ends = alt.Scale(domain=[_LAST + 0.5, 1 - self.room], nice=False, zero=False)
        return alt.X(f"{field}:Q", scale=ends, axis=axis)

    def down(self) -> alt.Y:
        axis = bare_axis(self.page, self.size)(
            labelLimit=max(240, _LONGEST * self.size),
            labelPadding=round(_ASIDE * self.size),
            labelFontWeight=bold(self.chosen),
        )
        return alt.Y("short_name:N", scale=alt.Scale(domain=self.names), axis=axis)

    def drawn(self, mark: alt.Chart, field: str, **channels: Any) -> alt.Chart:  # noqa: ANN401 - Altair's own
        chart: alt.Chart = mark.encode(x=self.across(field), y=self.down(), **channels)
        return chart


@dataclass(frozen=True)
class Mean:
    """The mean measured rank: where it is, and from where to where chance alone would put it."""

    observed: float
    low: float
    high: float


def gap_lines(
    rows: pd.DataFrame, look: Look, *, chosen: str, height: int, mean: Mean | None = None
) -> dict[str, Any]:
    """Draw one line a row (a region, or a domain of one region), in their order; `height`: in pixels.

    `mean`: drawn behind the lines, a band where chance puts it, a line where it is.

    `rows`: region_code, short_name, measured, felt_low, felt_high (ranks, missing where there is none),
    verdict (see `wording.signs`), label (the line in words). A solid line has a stated sign, a dashed one
    has none; several possible ranks are an open bar. Returns a Vega-Lite specification.
    """
    size, page, narrow = look.text, look.page, look.narrow
    mine = rows.loc[rows["region_code"] == chosen, "short_name"]
    canvas = _Canvas(list(rows["short_name"]), list(mine), size, _room(look), page)
    shown = _prepared(rows, page, narrow=narrow)
    layers = [
        *_by_chance(mean, canvas),
        _possible(shown, canvas),
        *_between(shown, canvas),
        *_marks(shown, canvas),
    ]
    words = drawn_from([row | {"at": 1} for row in shown]).mark_text(
        align="left", dx=round(_BEYOND * size), fontSize=size, fontWeight=600, color=page.ink, aria=False
    )
    layers.append(canvas.drawn(words, "at", text=alt.Text("word:N")))
    layers += outlined(canvas.down(), "short_name", canvas.chosen)
    chart = alt.layer(*layers, width="container", height=height)
    regions = len(set(rows["region_code"])) > 1
    return look.cut(
        specification(chart),
        Lines(
            even(len(rows), height),
            what=("région", "régions") if regions else ("domaine", "domaines"),
            chosen=[number for number, code in enumerate(rows["region_code"]) if code == chosen],
            silent=[number for number, sign in enumerate(rows["verdict"]) if sign == _NOTHING],
            ordered=regions,
        ),
    )


def _room(look: Look) -> float:
    """Return how many ranks past the first the words take; on a screen, that of their letters."""
    if not isinstance(look, Projected):
        return _ROOM[look.narrow]
    ranks = look.wide / look.letters - _LONGEST - _WORDS
    return 1 + _WORDS * _LAST / ranks


def _prepared(rows: pd.DataFrame, page: Page, *, narrow: bool) -> list[Row]:
    """Add the colour and the words; one felt place is a diamond, several are a bar."""
    shown = []
    for row in each(rows):
        measured, low, high = map(_rank, (row.measured, row.felt_low, row.felt_high))
        one = low == high
        shown.append(
            {
                "short_name": row.short_name,
                "measured": measured,
                "felt": low if one else None,
                "from_rank": None if one else low,
                "to_rank": None if one else high,
                "colour": _COLOURS.get(row.verdict, page.ink),
                "stated": row.verdict in _COLOURS,
                "word": (MARKS if narrow else SHORT)[row.verdict],
                "label": row.label,
            }
        )
    return shown


def _rank(value: Any) -> float | None:  # noqa: ANN401 - a number, or what pandas writes where there is none
    return None if pd.isna(value) else float(value)


def _by_chance(mean: Mean | None, canvas: _Canvas) -> list[alt.Chart]:
    """Draw where the mean measured rank would fall by chance, and where it falls; both are named under."""
    if mean is None:
        return []
    page, size = canvas.page, canvas.size
    axis = canvas.across("low")
    row = drawn_from([{"low": mean.low, "high": mean.high, "at": mean.observed, "said": CHANCE}])
    band = row.mark_rect(fill=palette.mix(page.ink, page.background, _FAINT), aria=False)
    line = row.mark_rule(color=page.ink, strokeWidth=2, strokeDash=[2, 3], aria=False)
    words = row.mark_text(yOffset=size, fontSize=size, color=page.ink, aria=False)
    at = canvas.across("at")
    return [
        band.encode(x=axis, x2=alt.X2("high:Q")),
        line.encode(x=at),
        words.encode(x=at, y=alt.YValue("height"), text=alt.Text("said:N")),
    ]


def _possible(shown: Sequence[Row], canvas: _Canvas) -> alt.Chart:
    """Draw the places left to what a ranking does not name, and those of « 2 ou 3 »."""
    bar = drawn_from([row for row in shown if row["from_rank"] is not None]).mark_bar(
        height=round(canvas.size * 0.7), fill=canvas.page.missing, stroke=palette.HATCH, strokeDash=[3, 3],
        cornerRadius=3, aria=False,
    )  # fmt: skip
    return canvas.drawn(bar, "from_rank", x2=alt.X2("to_rank:Q"))


def _between(shown: Sequence[Row], canvas: _Canvas) -> list[alt.Chart]:
    """Join both ranks: solid where a sign is stated, dashed where none is."""
    both = [row for row in shown if None not in (row["felt"], row["measured"])]
    stated, unstated = ([row for row in both if row["stated"] is here] for here in (True, False))
    solid = drawn_from(stated).mark_rule(strokeWidth=4, aria=False)
    dashed = drawn_from(unstated).mark_rule(strokeWidth=2, strokeDash=[4, 4], aria=False)
    colour = alt.Color("colour:N", scale=None)
    return [canvas.drawn(rule, "measured", x2=alt.X2("felt:Q"), color=colour) for rule in (solid, dashed)]


def _marks(shown: Sequence[Row], canvas: _Canvas) -> list[alt.Chart]:
    """Draw the felt rank as a diamond, the measured one as a disc that a diamond at the same rank frames."""
    area = canvas.size**2
    felt = drawn_from([row for row in shown if row["felt"] is not None]).mark_point(
        shape="diamond", filled=True, fill=canvas.page.background, stroke=palette.GAP[7], strokeWidth=2.5,
        size=round(area * 1.6), aria=False,
    )  # fmt: skip
    measured = drawn_from([row for row in shown if row["measured"] is not None]).mark_point(
        filled=True, size=round(area * 0.6), color=canvas.page.measured
    )
    tip = alt.Tooltip("label:N", title="Écart")
    return [
        canvas.drawn(felt, "felt"),
        canvas.drawn(measured, "measured", tooltip=tip, description=alt.Description("label:N")),
    ]
