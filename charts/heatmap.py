"""Regions × domains or indicators: a stated number, an open one and nothing at all look different.

Stated: a full box in the colour of its class, with its number. Open: an empty box with a broken outline and
« ? ». Nothing: no box, a point. So the three are told apart without any colour.
"""

from collections.abc import Sequence
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
from charts.screen_look import Projected
from wording.lettering import breadth

STATED, OPEN, NOTHING = "etabli", "ouvert", "rien"
# What a click selects.
LINE = "line"
# The least size of a number in its box, in pixels, and the share of the width that it may fill.
_LEAST, _FILLED = 8, 0.92
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
    chosen = look.region
    place: dict[str, Any] = {
        "x": across(grid.regions, chosen=chosen, look=look),
        "y": down(grid.lines, look),
    }
    words = alt.Chart().mark_text(fontSize=_letters(rows, look), fontWeight=600, aria=False)
    drawn = painted(rows, scale, look.page)[["region", LINE, "look", "text", "label", "fill", "ink"]]
    # Rows, lines and columns are written once for all that is drawn in the boxes.
    filled = alt.layer(
        *boxes(rows, aria=False),
        words.encode(text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None)),
        _targets(grid),
        data=drawn,
        encoding=alt.SharedEncoding(**place),
    )
    layers = [
        filled,
        *_rules(grid.lines, look.page),
        *outlined(place["x"], "region", [chosen] * bool(chosen)),
    ]
    height = look.grid(len(grid.lines), room_above(look.small, narrow=look.narrow))
    silent = set(_codes(grid.lines)) - set(rows.loc[rows["look"] != NOTHING, "line"])
    spec = specification(alt.layer(*layers, width="container", height=height))
    if grid.opens:
        spec["layer"][0]["layer"][-1]["params"] = [
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


def _letters(rows: pd.DataFrame, look: Look) -> alt.ExprRef | int:
    """Return the size of the numbers: smaller where a box, as wide as the browser makes it, holds less."""
    widest = max((breadth(text, 1, bold=True) for text in rows["text"]), default=0)
    if isinstance(look, Projected) or not widest:
        return look.text
    return alt.ExprRef(f"max({_LEAST}, min({look.text}, bandwidth('x') * {_FILLED / widest:.3f}))")


def boxes(
    rows: pd.DataFrame,
    **size: Any,  # noqa: ANN401 - Altair’s own
) -> list[alt.Chart]:
    """Draw full boxes, and those with a broken outline; rows, `painted`, and places are those of the group.

    `size`: width and height where no band gives them.
    """
    return [
        alt.Chart()
        .mark_rect(stroke=palette.OUTLINE, strokeWidth=1.2, strokeDash=dashes, **size)
        .encode(color=alt.Color("fill:N", scale=None))
        .transform_filter(alt.FieldEqualPredicate(field="look", equal=look))
        for look, dashes in _DASHES.items()
        if (rows["look"] == look).any()
    ]


def painted(rows: pd.DataFrame, scale: Sequence[Band], page: Page) -> pd.DataFrame:
    """Give each row its fill and its ink."""
    fill = [
        bands.colour_of(value, scale, page) if look == STATED and not pd.isna(value) else page.background
        for value, look in zip(rows["value"], rows["look"], strict=True)
    ]
    inks = [
        palette.ink(colour) if look == STATED else (page.ink if look == OPEN else palette.HATCH)
        for colour, look in zip(fill, rows["look"], strict=True)
    ]
    return rows.assign(fill=fill, ink=inks)


def _targets(grid: Grid) -> alt.Chart:
    """Lay unseen over the boxes what the mouse meets: else a number would be met for its box."""
    told: dict[str, Any] = {
        "tooltip": [alt.Tooltip("label:N", title=grid.value)],
        "description": alt.Description("label:N"),
    }
    drawn = alt.Chart().mark_rect(fill="transparent", cursor="pointer" if grid.opens else "default")
    targets: alt.Chart = drawn.encode(**told)
    return targets


def _rules(lines: Labels, page: Page) -> list[alt.Chart]:
    """Separate the groups of lines."""
    first = [code for code, _, starts in lines[1:] if starts]
    if not first:
        return []
    rules = alt.Chart(pd.DataFrame({"line": first})).mark_rule(color=page.ink, strokeWidth=1, aria=False)
    return [rules.encode(y=alt.Y("line:N", bandPosition=0, sort=_codes(lines)))]


def _codes(labels: Labels) -> Sequence[str]:
    return [code for code, _, _ in labels]
