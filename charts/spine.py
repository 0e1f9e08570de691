"""The spine chart: one line a domain, from the least to the most fragile region, with its figure and rank."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd

from charts import palette
from charts.canvas import Layer, drawing, each, points, rules, words
from charts.lines import Lines
from charts.look import Look
from charts.screen_look import LETTERS, Projected
from wording.lettering import breadth


@dataclass(frozen=True)
class _Plan:
    """Where things stand: the width of each column in lengths of a line, heights in pixels."""

    across: tuple[float, float]
    row: float
    name: tuple[float, float]
    value: tuple[float, float]
    rank: float
    line: float
    head: float
    measure: float
    ends: float = 0.55
    wide: bool = True
    ranks: Literal["left", "right"] = "right"


# A wide figure has four columns, with what is measured under each domain; on a phone the words stand above
# their line. Heights: shares of a row.
_WIDE = _Plan(
    across=(-0.58, 2.02), row=2.2, name=(-0.58, 0.27), value=(1.06, 0.5), rank=0.5, line=0.5, head=1.0,
    measure=0.76,
)  # fmt: skip
_NARROW = _Plan(
    across=(-0.02, 1.02), row=5, name=(-0.02, 0.2), value=(-0.02, 0.52), rank=0.2, line=0.8, head=0.7,
    measure=0.52, ends=0.5, wide=False,
)  # fmt: skip
# Lengths of a line in letters on a screen: at least, with larger ones; where both ends are named.
_LEAST_LINE, _BOTH_ENDS = 8, 17
_AIR = 0.7


@dataclass(frozen=True)
class _Line:
    """One row of the figure and where its line is, from the top, in heights of a row."""

    top: float
    row: Any


@dataclass(frozen=True)
class _Frame:
    """The places of the figure: across in lengths of a line, 0 where it starts; down in heights of a row."""

    plan: _Plan
    look: Look
    lines: list[_Line]
    heads: list[tuple[float, str]]
    count: float

    def across(self, at: float) -> float:
        """Return a place along the lines as a share of the width."""
        start, end = self.plan.across
        return (at - start) / (end - start)

    def down(self, rows: float) -> float:
        """Return a place in heights of a row in pixels."""
        return rows * self.look.text * self.plan.row

    def text(self, at: float, y: float, said: str) -> dict[str, Any]:
        """Write one text."""
        return {"x": self.across(at), "y": self.down(y), "text": said}


def spine(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Draw the rows in their order, under the heading of their axis.

    Needs `short_label, measure_text, axis_label, value_text, rank_text, label_text, at, quarter,
    three_quarters, at_france, others` (positions, 0 for the least fragile region and 1 for the most; NaN is
    not drawn). Returns a Vega-Lite specification.
    """
    look = _roomy(rows, look)
    frame = _frame(rows, look)
    height = round(frame.down(frame.count))
    made = drawing([*_headings(frame), *_spread(frame), *_marks(frame), *_words(frame)], height)
    return look.cut(
        made,
        Lines(
            [*(frame.down(line.top) for line in frame.lines), height],
            what=("domaine", "domaines"),
            silent=[number for number, hole in enumerate(rows["at"].isna()) if hole],
            ordered=len(set(rows["axis_label"])) == 1,
        ),
    )


def _sides(rows: pd.DataFrame) -> tuple[float, float]:
    """Return the length of the longest words at both sides of the lines, in letters."""
    bold = [[breadth(word, 1, bold=True) for word in rows[name]] for name in ("short_label", "value_text")]
    plain = [[breadth(word, 1) for word in rows[name]] for name in ("measure_text", "rank_text")]
    left, right = (max(*one, *other) + _AIR for one, other in zip(bold, plain, strict=True))
    return left, right


def _roomy(rows: pd.DataFrame, look: Look) -> Look:
    """Take smaller letters, never under those of a screen, where its words leave no room to the lines."""
    if not isinstance(look, Projected):
        return look
    most = int(look.wide / (sum(_sides(rows)) + _LEAST_LINE))
    return replace(look, letters=max(LETTERS, min(look.letters, most)))


def _plan(rows: pd.DataFrame, look: Look) -> _Plan:
    """On a screen the words stand on two lines at both sides of the line of a domain."""
    if not isinstance(look, Projected):
        return _NARROW if look.narrow else _WIDE
    left, right = _sides(rows)
    line = look.wide / look.letters - left - right
    return _Plan(
        across=(-left / line, 1 + right / line), row=2.7, name=(-left / line, 0.28),
        value=(1 + _AIR / line, 0.28), rank=0.7, line=0.5, head=0.5, measure=0.7,
        ends=0.25 if line > _BOTH_ENDS else 0, ranks="left",
    )  # fmt: skip


def _frame(rows: pd.DataFrame, look: Look) -> _Frame:
    """Give each row and each heading a line of its own, from the top."""
    plan, line, before = _plan(rows, look), 0.0, None
    lines: list[_Line] = []
    heads: list[tuple[float, str]] = []
    for row in each(rows):
        if row.axis_label != before:
            heads.append((line, row.axis_label))
            line, before = line + plan.head, row.axis_label
        lines.append(_Line(line, row))
        line += 1
    return _Frame(plan, look, lines, heads, line)


def _headings(frame: _Frame) -> list[Layer]:
    """Write the name of each axis, and what both ends of a line mean."""
    plan, look = frame.plan, frame.look
    share = plan.ends or 0.25 if plan.wide else 0.22
    # On a phone the ends stand under the first heading; the others come close to their first line.
    lower = 0 if plan.wide else 0.2
    names = [
        frame.text(plan.across[0], top + share + (lower if top else 0), name) for top, name in frame.heads
    ]
    # On a screen the words of the ends take the place of the only heading.
    shown = plan.ranks == "right" or len(names) > 1
    high = frame.text(1, plan.ends or 0.25, "plus fragile ▶")
    low = frame.text(0, plan.ends or 0.25, "◀ moins fragile")
    return [
        words(names if shown else [], look, weight=700, size=1.1 * look.text),
        words([low] if plan.ends else [], look, weight=600),
        words([high], look, align="right", weight=600),
    ]


def _spread(frame: _Frame) -> list[Layer]:
    """Draw the length of each line, the middle half of the regions, and each of the other regions."""
    page, size = frame.look.page, frame.look.text
    band = {"stroke": palette.mix(palette.FRAGILITY[2], page.background, 0.55), "stroke_width": size * 0.8}
    whole = {"stroke": page.others, "stroke_width": 1.5}
    tick = {"stroke": palette.mix(page.ink, page.background, 0.6), "stroke_width": 1.5}
    placed = [
        (frame.down(line.top + frame.plan.line), line.row)
        for line in frame.lines
        if pd.notna(line.row.quarter)
    ]
    across = frame.across
    bands = [
        {"x": across(row.quarter), "x2": across(row.three_quarters), "y": y, "y2": y} | band
        for y, row in placed
    ]
    lines = [{"x": across(0), "x2": across(1), "y": y, "y2": y} | whole for y, _ in placed]
    ticks = [
        {"x": x, "x2": x, "y": y - size * 0.4, "y2": y + size * 0.4} | tick
        for y, row in placed
        for x in map(across, row.others)
    ]
    return [rules([*bands, *lines, *ticks])]


def _marks(frame: _Frame) -> list[Layer]:
    """Draw France as a diamond, then the region as a disc over it."""
    page, size = frame.look.page, frame.look.text
    placed = [(frame.down(line.top + frame.plan.line), line.row) for line in frame.lines]
    diamond = {"shape": "diamond", "fill": page.background, "stroke": page.ink, "area": size * 11}
    disc = {"shape": "circle", "fill": palette.CHOSEN, "stroke": page.background, "area": size * 13}
    france = [
        {"x": frame.across(row.at_france), "y": y} | diamond for y, row in placed if pd.notna(row.at_france)
    ]
    region = [
        {"x": frame.across(row.at), "y": y, "label": row.label_text} | disc
        for y, row in placed
        if pd.notna(row.at)
    ]
    return [points(france), points(region, told="Domaine")]


def _words(frame: _Frame) -> list[Layer]:
    """Write the domain, the figure with its unit, the rank with its interval."""
    plan, look = frame.plan, frame.look
    name_at, name_y = plan.name
    value_at, value_y = plan.value
    rank_at = plan.across[1] if plan.ranks == "right" else value_at

    def written(at: float, y: float, said: Callable[[Any], str]) -> list[dict[str, Any]]:
        return [frame.text(at, line.top + y, said(line.row)) for line in frame.lines]

    names = written(name_at, name_y, lambda row: row.short_label)
    measures = written(name_at, plan.measure, lambda row: row.measure_text) if plan.wide else []
    # A phone has no second column: what is measured stands before its figure.
    values = written(value_at, value_y, lambda row: row.value_text if plan.wide else _joined(row))
    ranks = written(rank_at, plan.rank, lambda row: row.rank_text)
    return [
        words(names, look, weight=600),
        words(measures, look, size=look.lesser(0.82 * look.text)),
        words(values, look, weight=600 if plan.wide else 400),
        words(ranks, look, align=plan.ranks),
    ]


def _joined(row: Any) -> str:  # noqa: ANN401 - a row
    return f"{row.measure_text}\u202f: {row.value_text}" if row.measure_text else str(row.value_text)
