"""Regions × domains or indicators: a stated number, an open one and nothing at all look different.

Stated: a full box in the colour of its class, with its number. Open: an empty box with a broken outline and
« ? ». Nothing: no box, a point. So the three are told apart without any colour.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from charts import bands, palette
from charts.bands import Band
from charts.drawing import outlined
from charts.heatmap_axes import Labels, across, down, room_above
from charts.inline import specification
from charts.lines import Lines, even
from charts.look import Look
from charts.map import CLICK
from charts.palette import Page

STATED, OPEN, NOTHING = "etabli", "ouvert", "rien"
# What a click selects.
LINE = "line"
_DASHES = {STATED: [1, 0], OPEN: [5, 3]}


@dataclass(frozen=True)
class Grid:
    """What the boxes stand in: code, lines of its name, and whether a rule separates it from the one before.

    `what`: what a line is, one and many; `value`: what a box tells, in its tooltip; `opens`: whether a click
    opens the line.
    """

    regions: Labels
    lines: Labels
    what: tuple[str, str]
    value: str
    opens: bool = False


def heatmap(rows: pd.DataFrame, grid: Grid, scale: Sequence[Band], look: Look) -> dict[str, Any]:
    """Draw one box a row of `rows`: region, line (codes), look, value, text, label.

    look: `STATED` | `OPEN` | `NOTHING`; value: what gives the colour in `scale`, missing elsewhere; the
    column of the chosen region is outlined. A click selects `LINE`, under `CLICK`.
    """
    chosen, size = look.region, look.text
    drawn = painted(rows, scale, look.page)
    place: dict[str, Any] = {
        "x": across(grid.regions, chosen=chosen, look=look),
        "y": down(grid.lines, look),
    }
    words = alt.Chart(drawn[["region", "line", "text", "ink"]]).mark_text(
        fontSize=size, fontWeight=600, aria=False
    )
    layers = [
        *boxes(drawn, ["region", "line"], place, aria=False),
        words.encode(**place, text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None)),
        *_rules(grid.lines, look.page),
        *outlined(place["x"], "region", [chosen] * bool(chosen)),
        _targets(rows, grid).encode(**place),
    ]
    height = look.grid(len(grid.lines), room_above(look.small, narrow=look.narrow))
    silent = set(_codes(grid.lines)) - set(rows.loc[rows["look"] != NOTHING, "line"])
    spec = specification(alt.layer(*layers, width="container", height=height))
    if grid.opens:
        spec["layer"][-1]["params"] = [
            {"name": CLICK, "select": {"type": "point", "fields": [LINE], "toggle": False}}
        ]
    return look.cut(
        spec,
        Lines(
            even(len(grid.lines), height),
            what=grid.what,
            silent=[number for number, code in enumerate(_codes(grid.lines)) if code in silent],
        ),
    )


def boxes(
    rows: pd.DataFrame,
    columns: Sequence[str],
    encoding: Mapping[str, Any],
    **size: Any,  # noqa: ANN401 - Altair’s own
) -> list[alt.Chart]:
    """Draw full boxes, and those with a broken outline; each layer holds its own rows, of these columns.

    `encoding`: what places and tells them; `size`: width and height where no band gives them.
    """
    colours = {"color": alt.Color("fill:N", scale=None), "stroke": alt.Stroke("edge:N", scale=None)}
    drawn = []
    for look, dashes in _DASHES.items():
        kept = rows.loc[rows["look"] == look, [*columns, "fill", "edge"]]
        if len(kept):
            marks = alt.Chart(kept).mark_rect(strokeWidth=1.2, strokeDash=dashes, **size)
            drawn.append(marks.encode(**encoding, **colours))
    return drawn


def painted(rows: pd.DataFrame, scale: Sequence[Band], page: Page) -> pd.DataFrame:
    """Give each row its fill, ink and outline (`edge`)."""
    fill = [
        bands.colour_of(value, scale, page) if look == STATED and not pd.isna(value) else page.background
        for value, look in zip(rows["value"], rows["look"], strict=True)
    ]
    inks = [
        palette.ink(colour) if look == STATED else (page.ink if look == OPEN else palette.HATCH)
        for colour, look in zip(fill, rows["look"], strict=True)
    ]
    edge = {STATED: palette.OUTLINE, OPEN: palette.OUTLINE, NOTHING: page.background}
    return rows.assign(fill=fill, ink=inks, edge=[edge[look] for look in rows["look"]])


def _targets(rows: pd.DataFrame, grid: Grid) -> alt.Chart:
    """Lay unseen over the boxes what the mouse meets: else a number would be met for its box."""
    chart = alt.Chart(rows[["region", LINE, "label"]])
    told: dict[str, Any] = {"tooltip": [alt.Tooltip("label:N", title=grid.value)], "description": "label:N"}
    drawn: alt.Chart = chart.mark_rect(fill="transparent", cursor="pointer" if grid.opens else "default")
    return drawn.encode(**told)


def _rules(lines: Labels, page: Page) -> list[alt.Chart]:
    """Separate the groups of lines."""
    first = [code for code, _, starts in lines[1:] if starts]
    if not first:
        return []
    rules = alt.Chart(pd.DataFrame({"line": first})).mark_rule(color=page.ink, strokeWidth=1, aria=False)
    return [rules.encode(y=alt.Y("line:N", bandPosition=0, sort=_codes(lines)))]


def _codes(labels: Labels) -> Sequence[str]:
    return [code for code, _, _ in labels]
