"""The years of an indicator: a line for the chosen region, one for France, thin grey ones for the others.

A line is broken where a year is not published and where the definition changed: what stands on both sides of
a break does not compare, and nothing joins it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.drawing import bare_axis
from charts.inline import specification
from charts.look import Look
from wording.lettering import breadth

FRANCE = "FR"
_SENT = ["period", "value", "piece", "label"]
# The height of the words of the axis, and of what is written over a break, in letters.
_AXIS, _BREAK = 2.2, 1.4
# How far two names at the end of their lines stay apart, in letters.
_APART = 1.25
_TICKS = 4
# What stands beside the years: values on the left, names on the right, in letters.
_BESIDE = 16
_RUPTURE = "définition changée"


def past(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the years from left to right, at their distance, and the values upwards, not from 0.

    Needs region_code, period (a year), value (NaN: no point), joined (with the next year of `rows`), name and
    text (the value in words) for the end of its line, label (read aloud), for every territory and year.
    `look.region` (a disc a year; France: a diamond) may be `""`.
    """
    pieces = _pieces(rows)
    scale, years = _upwards(pieces, look), sorted(set(rows["period"]))
    x = alt.X("period:Q", axis=_years(years, look), scale=alt.Scale(domain=[years[0], years[-1]], nice=False))
    y = alt.Y("value:Q", axis=_values(look), scale=alt.Scale(domain=scale, nice=False, zero=False))
    shown = [code for code in (FRANCE, look.region) if code in set(pieces["region_code"])]
    others = pieces[~pieces["region_code"].isin(shown)]
    layers = [
        *_breaks(rows, x, look),
        *_grey(others, x, y, look),
        *[layer for code in shown for layer in _line(pieces[pieces["region_code"] == code], x, y, look)],
        *_names(pieces[pieces["region_code"].isin(shown)], x, y, scale, look),
    ]
    return specification(alt.layer(*layers).properties(width="container", height=_height(look)))


def _pieces(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the published values, each with the piece of line that it stands on."""
    ordered = rows.sort_values(["region_code", "period"], kind="stable")
    cut = (ordered["value"].isna() | ~ordered["joined"].astype(bool)).astype(int)
    # A year ends its piece when it is not joined with the next one; a hole stands on a piece of its own.
    before = cut.groupby(ordered["region_code"]).cumsum() - cut + ordered["value"].isna()
    return ordered.assign(piece=ordered["region_code"] + " " + before.astype(str)).dropna(subset=["value"])


def _height(look: Look) -> int:
    return look.free(_AXIS + _BREAK)


def _upwards(pieces: pd.DataFrame, look: Look) -> list[float]:
    """Leave at both ends of the values as much room as half a letter, at least."""
    low, high = float(pieces["value"].min()), float(pieces["value"].max())
    margin = (high - low) * look.text / _height(look) or max(abs(high), 1.0) * 0.1
    return [low - margin, high + margin]


def _spaced(years: Sequence[float], whole: Sequence[int], wide: float, look: Look) -> list[float]:
    """Keep the years whose words (`wide` pixels) do not cover those of a later one, the last one first."""
    room = look.room - _BESIDE * look.small
    kept: list[float] = []
    for year in sorted(years, reverse=True):
        if not kept or (kept[-1] - year) * room >= wide * (whole[-1] - whole[0]):
            kept.append(year)
    return kept


def _years(years: list[int], look: Look) -> alt.Axis:
    kept = _spaced(years, years, 1.5 * breadth("2000", look.small), look)
    return bare_axis(look.page, look.small)(values=kept, format="d", grid=False, labelFlush=False)


def _values(look: Look) -> alt.Axis:
    return bare_axis(look.page, look.small)(
        grid=True,
        gridColor=palette.OUTLINE,
        gridOpacity=0.25,
        tickCount=_TICKS,
        labelPadding=look.text,
        # Vega writes numbers in English.
        labelExpr="replace(replace(datum.label, ',', '\u202f'), '.', ',')",
    )


def _breaks(rows: pd.DataFrame, x: alt.X, look: Look) -> list[alt.Chart]:
    """Draw a dashed line between two years that do not compare."""
    years = rows.drop_duplicates("period").sort_values("period")
    following = years["period"].shift(-1)
    broken = ~years["joined"].astype(bool) & following.notna()
    if not broken.any():
        return []
    middle = [float(year) for year in (years["period"] + following)[broken] / 2]
    named = _spaced(middle, years["period"].tolist(), 1.1 * breadth(_RUPTURE, look.small), look)
    told = [_RUPTURE if year in named else "" for year in middle]
    base = alt.Chart(pd.DataFrame({"period": middle, "words": told})).encode(x=x)
    words = base.mark_text(y=-look.small * 0.7, fontSize=look.small, color=look.page.ink, aria=False).encode(
        text=alt.Text("words:N")
    )
    return [base.mark_rule(strokeDash=[5, 4], strokeWidth=1.5, color=look.page.ink, aria=False), words]


def _grey(rows: pd.DataFrame, x: alt.X, y: alt.Y, look: Look) -> list[alt.Chart]:
    base = alt.Chart(rows[_SENT]).encode(x=x, y=y)
    line = base.mark_line(strokeWidth=1, color=look.page.others, opacity=0.7, aria=False)
    # A year alone between two breaks is a point: no line would show it.
    dots = base.mark_circle(size=(look.small * 0.35) ** 2, color=look.page.others, opacity=0.7, aria=False)
    return [line.encode(detail=alt.Detail("piece:N")), dots.encode(tooltip=_said())]


def _line(rows: pd.DataFrame, x: alt.X, y: alt.Y, look: Look) -> list[alt.Chart]:
    """Draw a territory that is looked at: its line, and a mark a year."""
    country = bool((rows["region_code"] == FRANCE).all())
    colour, shape = (look.page.ink, "diamond") if country else (palette.CHOSEN, "circle")
    base = alt.Chart(rows[_SENT]).encode(x=x, y=y)
    line = base.mark_line(strokeWidth=2 if country else 3, color=colour, aria=False)
    marks = base.mark_point(
        shape=shape,
        filled=True,
        fill=colour,
        opacity=1,
        size=(look.text * 0.7) ** 2,
        stroke=look.page.background,
    )
    return [
        line.encode(detail=alt.Detail("piece:N")),
        marks.encode(tooltip=_said(), description=alt.Description("label:N")),
    ]


def _names(rows: pd.DataFrame, x: alt.X, y: alt.Y, scale: list[float], look: Look) -> list[alt.Chart]:
    """Write name and last value at the end of each line, one above the other where the ends are close."""
    last = rows.sort_values("period").drop_duplicates("region_code", keep="last").sort_values("value")
    ends = last.assign(words=last["name"] + " " + last["text"])
    pixels = _height(look) / (scale[1] - scale[0])
    marks: list[alt.Chart] = []
    free = -float("inf")
    for code, value in zip(ends["region_code"], ends["value"], strict=True):
        place = value * pixels
        at = max(place, free)
        free = at + _APART * look.small
        text = alt.Chart(ends.loc[ends["region_code"] == code, ["period", "value", "words"]]).mark_text(
            align="left", dx=look.text * 0.7, dy=round(place - at, 1), fontSize=look.small,
            color=look.page.ink, aria=False, fontWeight=400 if code == FRANCE else 700,
        )  # fmt: skip
        marks.append(text.encode(x=x, y=y, text=alt.Text("words:N")))
    return marks


def _said() -> list[alt.Tooltip]:
    return [alt.Tooltip("label:N", title="Année")]
