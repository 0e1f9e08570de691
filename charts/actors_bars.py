"""Panels of bars: each panel says its question, each bar is drawn on the whole scale of its measure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

import pandas as pd

from charts import palette
from charts.actors_series import tint
from charts.canvas import boxes, drawing, words
from charts.lines import Lines
from charts.look import Look
from wording.lettering import lines

# The share of a column that a panel takes, and the share of a panel that a full bar takes.
_PANEL, _BAR = 0.9, 0.78
# In text sizes: a line of words, the space after a bar.
_LINE, _GAP = 1.3, 0.55


@dataclass
class _Sheet:
    """What is drawn so far; `room`: the width of a panel in pixels, `across`: panels side by side."""

    look: Look
    across: int
    size: int
    room: float
    tracks: list[dict[str, Any]] = field(default_factory=list)
    bars: list[dict[str, Any]] = field(default_factory=list)
    plain: list[dict[str, Any]] = field(default_factory=list)
    bold: list[dict[str, Any]] = field(default_factory=list)
    beside: list[dict[str, Any]] = field(default_factory=list)

    def write(self, text: str, x: float, y: float, *, bold: bool = False) -> float:
        """Write a text in as many lines as it needs; return where they end."""
        for line in lines(text, self.room, self.size, bold=bold):
            (self.bold if bold else self.plain).append({"x": x, "y": y + self.size * 0.6, "text": line})
            y += self.size * _LINE
        return y


def panel_bars(rows: pd.DataFrame, look: Look, *, columns: int) -> dict[str, Any]:
    """Draw a panel for each `panel` and `note`, in order, `columns` side by side (one on a phone).

    rows: panel, note (under its title), label, share (0..1 of the whole scale; missing: not published),
    text, actor_code (its colour), chosen (whether the bar is outlined).
    """
    size, across = look.text, 1 if look.narrow else min(columns, look.columns(columns))
    sheet = _Sheet(look, across, size, look.room * _PANEL / across)
    panels = [panel for _, panel in rows.groupby(["panel", "note"], sort=False)]
    rows_of = [panels[start : start + across] for start in range(0, len(panels), across)]
    y, ends, heads = 0.0, [0.0], []
    for row in rows_of:
        head = max(_title(sheet, panel, number, y) for number, panel in enumerate(row)) + size * _GAP
        steps = _bars(sheet, row, head)
        y = steps[-1] + size
        # Written again above bars that are not on the screen of the first ones.
        heads += [(0.0, 0.0), *([(ends[-1], head)] * (len(steps) - 1))]
        ends += [*steps[:-1], y]
    layers = [
        boxes(sheet.tracks),
        boxes(sheet.bars, told="Chiffre"),
        words(sheet.plain, look),
        words(sheet.bold, look, weight=600),
        words(sheet.beside, look, weight=600, dx=size * _GAP),
    ]
    return look.cut(
        drawing(layers, round(y)), Lines(ends, what=("ligne de barres", "lignes de barres"), heads=heads)
    )


def _title(sheet: _Sheet, panel: pd.DataFrame, column: int, y: float) -> float:
    """Write the title and the note of a panel; return where they end."""
    first, x = panel.iloc[0], column / sheet.across
    y = sheet.write(first["panel"], x, y, bold=True)
    return sheet.write(first["note"], x, y) if first["note"] else y


def _bars(sheet: _Sheet, panels: Sequence[pd.DataFrame], y: float) -> list[float]:
    """Draw the bars of panels that stand side by side, each as high as the next; return where each ends."""
    ends = []
    for items in zip_longest(*(panel.to_dict("records") for panel in panels)):
        y = max(_bar(sheet, item, column / sheet.across, y) for column, item in enumerate(items) if item)
        ends.append(y)
    return ends


def _bar(sheet: _Sheet, item: Mapping[Any, Any], x: float, y: float) -> float:
    """Draw one bar under its label, its value after the whole scale; return where the next one starts."""
    if item["label"]:
        y = sheet.write(item["label"], x, y, bold=item["chosen"])
    size, page, full = sheet.size, sheet.look.page, x + _PANEL * _BAR / sheet.across
    box = {"x": x, "y": y, "y2": y + size}
    track = palette.mix(page.ink, page.background, 0.1)
    sheet.tracks.append(box | {"x2": full, "fill": track, "stroke": track, "stroke_width": 1})
    if not pd.isna(item["share"]):
        stroke = (palette.CHOSEN, 3) if item["chosen"] else (palette.OUTLINE, 0.8)
        sheet.bars.append(
            box
            | {
                "x2": x + (full - x) * item["share"],
                "fill": tint(item["actor_code"]),
                "stroke": stroke[0],
                "stroke_width": stroke[1],
                "label": f"{item['panel']}, {item['label']}\u202f: {item['text']}",
            }
        )
    sheet.beside.append({"x": full, "y": y + size * 0.5, "text": item["text"]})
    return y + size * (1 + _GAP)
