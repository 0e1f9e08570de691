"""Dots: one line a domain, the compared regions in their own colour and shape, the others in grey."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.drawing import bare_axis
from charts.inline import specification
from charts.lines import Lines, even
from charts.look import Look
from charts.palette import Page

# 3:1 at least on white and on the dark background; the shape says the same without the colour.
_LOOKS = (
    ("#1c7ab8", "circle"),
    ("#c76a00", "square"),
    ("#8661c5", "triangle-up"),
    ("#0b8a7a", "diamond"),
    ("#7d7468", "cross"),
)
# The shapes in words.
SHAPES = {
    "circle": "rond",
    "square": "carré",
    "triangle-up": "triangle",
    "diamond": "losange",
    "cross": "croix",
}
_LESS, _MORE = "◂ moins fragile", "plus fragile ▸"
# Equal positions must not hide one another: the regions share this height around the line, in text sizes.
_AROUND = 0.5


@dataclass(frozen=True)
class Mark:
    """How a compared region is drawn wherever it is; `bold` for the region chosen on every page."""

    code: str
    name: str
    colour: str
    shape: str
    bold: bool


@dataclass(frozen=True)
class _Frame:
    """What every layer shares: both scales, the size of the text, the colours of the page."""

    across: alt.X
    along: alt.Y
    domains: list[str]
    size: int
    page: Page


@dataclass(frozen=True)
class Reference:
    """A score that means something, and its words (« moyenne des régions »)."""

    value: float
    label: str


def marks(codes: Sequence[str], names: Sequence[str], region: str) -> list[Mark]:
    """Give each compared region (five at most) its colour and shape, by its place."""
    return [
        Mark(code, name, palette.CHOSEN if code == region else colour, shape, bold=code == region)
        for code, name, (colour, shape) in zip(codes, names, _LOOKS, strict=False)
    ]


def dots(
    rows: pd.DataFrame, look: Look, *, compared: Sequence[Mark], reference: Reference | None
) -> dict[str, Any]:
    """Draw the scores of every region, one line a domain, in the order of the rows.

    Needs name (of the domain), group (its axis), region_code, score (NaN: no dot), label (shown on a click,
    read aloud). A line joins the compared regions; one without a score is named at the end of the line.
    Returns a Vega-Lite specification that `st.vega_lite_chart` takes as it is.
    """
    size, page = look.text, look.page
    domains = list(dict.fromkeys(rows["name"]))
    frame = _Frame(
        alt.X("score:Q", axis=None, scale=alt.Scale(domain=_extent(rows, reference), nice=False)),
        alt.Y("name:N", sort=domains, axis=_names(look), scale=alt.Scale(type="band")),
        domains,
        size,
        page,
    )
    mine = rows["region_code"].isin([mark.code for mark in compared])
    layers = [
        _groups(rows, frame),
        *_reference(reference, frame),
        _others(rows[~mine], frame),
        _joined(rows[mine], frame),
        *[
            _region(
                rows[rows["region_code"] == mark.code], mark, place / max(1, len(compared) - 1) - 0.5, frame
            )
            for place, mark in enumerate(compared)
        ],
        *_ends(frame),
        *_unpublished(rows[mine & rows["score"].isna()], compared, frame),
    ]
    height = look.height(len(domains))
    chart = alt.layer(*layers, width="container", height=height)
    return look.cut(specification(chart), Lines(even(len(domains), height), what=("domaine", "domaines")))


def _names(look: Look) -> alt.Axis:
    return bare_axis(look.page, look.text)(
        grid=True,
        gridColor=palette.OUTLINE,
        gridOpacity=0.25,
        labelLimit=look.limit(300),
        labelFlush=False,
        labelPadding=8,
    )


def _groups(rows: pd.DataFrame, frame: _Frame) -> alt.Chart:
    """Separate the axes: a line above the first domain of each."""
    first = alt.Chart(rows.drop_duplicates("group")[["name"]])
    rule = first.mark_rule(color=frame.page.ink, strokeWidth=1.2, opacity=0.55, aria=False)
    names, band = frame.along["axis"], alt.Scale(type="band")
    drawn: alt.Chart = rule.encode(
        y=alt.Y("name:N", sort=frame.domains, axis=names, scale=band, bandPosition=0)
    )
    return drawn


def _reference(reference: Reference | None, frame: _Frame) -> list[alt.Chart]:
    """Draw what the scores are read against, its name under the lines."""
    if reference is None:
        return []
    row = pd.DataFrame([{"score": reference.value, "label": reference.label}])
    base = alt.Chart(row).encode(x=frame.across)
    ink, size = frame.page.ink, frame.size
    return [
        base.mark_rule(strokeDash=[5, 4], strokeWidth=1.5, color=ink, aria=False),
        base.mark_text(yOffset=size, fontSize=size, color=ink, aria=False).encode(
            y=alt.YValue("height"), text=alt.Text("label:N")
        ),
    ]


def _others(rows: pd.DataFrame, frame: _Frame) -> alt.Chart:
    grey = frame.page.others
    base = alt.Chart(rows[["name", "score", "label"]])
    dot = base.mark_circle(size=(frame.size * 0.42) ** 2, color=grey, opacity=0.75, aria=False)
    drawn: alt.Chart = dot.encode(x=frame.across, y=frame.along, tooltip=_said())
    return drawn


def _joined(rows: pd.DataFrame, frame: _Frame) -> alt.Chart:
    """Join the two ends of what is compared: the length of the line is the gap."""
    ends = rows.groupby("name", sort=False)["score"].agg(["min", "max"]).dropna().reset_index()
    base = alt.Chart(ends.rename(columns={"min": "score"}))
    rule = base.mark_rule(color=frame.page.ink, strokeWidth=2, opacity=0.7, aria=False)
    drawn: alt.Chart = rule.encode(x=frame.across, x2=alt.X2("max:Q"), y=frame.along)
    return drawn


def _region(rows: pd.DataFrame, mark: Mark, off: float, frame: _Frame) -> alt.Chart:
    """Draw one region; `off`: how far below the line, from -0.5 to 0.5."""
    size = frame.size * (1.0 if mark.bold else 0.85)
    base = alt.Chart(rows[["name", "score", "label"]])
    point = base.mark_point(
        shape=mark.shape, filled=True, fill=mark.colour, stroke=palette.INK_LIGHT, strokeWidth=0.8,
        opacity=1, size=round(size**2), yOffset=round(off * frame.size * _AROUND, 1),
    )  # fmt: skip
    drawn: alt.Chart = point.encode(
        x=frame.across, y=frame.along, tooltip=_said(), description=alt.Description("label:N")
    )
    return drawn


def _unpublished(rows: pd.DataFrame, compared: Sequence[Mark], frame: _Frame) -> list[alt.Chart]:
    """Name, at the end of its line, a compared region without a score."""
    if rows.empty:
        return []
    names = {mark.code: mark.name for mark in compared}
    said = rows.assign(label=rows["region_code"].map(names)).groupby("name", sort=False)["label"]
    base = alt.Chart(("sans score\u202f: " + said.agg(", ".join)).reset_index())
    text = base.mark_text(align="right", fontSize=frame.size, color=frame.page.ink, aria=False)
    return [text.encode(x=alt.XValue("width"), y=frame.along, text=alt.Text("label:N"))]


def _ends(frame: _Frame) -> list[alt.Chart]:
    """Say which way fragility grows, above the lines."""
    words = alt.Chart(pd.DataFrame([{"less": _LESS, "more": _MORE}]))
    size, ink = frame.size, frame.page.ink
    left = words.mark_text(align="left", y=-size, fontSize=size, fontWeight=600, color=ink, aria=False)
    right = words.mark_text(align="right", y=-size, fontSize=size, fontWeight=600, color=ink, aria=False)
    return [
        left.encode(x=alt.XValue(0), text=alt.Text("less:N")),
        right.encode(x=alt.XValue("width"), text=alt.Text("more:N")),
    ]


def _said() -> list[alt.Tooltip]:
    return [alt.Tooltip("label:N", title="Région")]


def _extent(rows: pd.DataFrame, reference: Reference | None) -> list[float]:
    """From the lowest to the highest score of all the regions, with a little air on both sides."""
    known = [float(score) for score in rows["score"].dropna()] + ([reference.value] if reference else [])
    low, high = min(known, default=0.0), max(known, default=1.0)
    air = (high - low or 1.0) * 0.03
    return [low - air, high + air]
