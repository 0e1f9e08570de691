"""Regions × domains: a stated gap, a sign that is not established and nothing to compute look different.

Stated: a full box in the colour of the gap, with its number. Not established: an empty box with a broken
outline and « ? ». Not computable: no box, a point. So the three are told apart without any colour.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from charts import bands, palette
from charts.drawing import outlined
from charts.heatmap_axes import Labels, across, down, room_above
from charts.inline import specification
from charts.lines import Lines, even
from charts.look import Look
from charts.palette import Page
from wording import numbers

STATED, OPEN, NOTHING = "etabli", "ouvert", "rien"
_DASHES = {STATED: [1, 0], OPEN: [5, 3]}


def heatmap(rows: pd.DataFrame, look: Look, *, regions: Labels, domains: Labels) -> dict[str, Any]:
    """Draw one box a row of `rows`: region, domain (codes), look, value, text, label.

    look: `STATED` | `OPEN` | `NOTHING`; value: the gap in ranks that gives the colour, missing elsewhere;
    `regions`, `domains`: code, lines of its name, and whether a rule separates it from the one before;
    the column of the chosen region is outlined.
    """
    chosen, page, narrow, size = look.region, look.page, look.narrow, look.text
    drawn = painted(rows, page)
    place: dict[str, Any] = {
        "x": across(regions, chosen=chosen, look=look),
        "y": down(domains, page=page, size=size, narrow=narrow),
    }
    told = {"tooltip": [alt.Tooltip("label:N", title="Écart")], "description": "label:N"}
    words = alt.Chart(drawn[["region", "domain", "text", "ink"]]).mark_text(
        fontSize=size, fontWeight=600, aria=False
    )
    layers = [
        *boxes(drawn, ["region", "domain", "label"], place | told),
        words.encode(**place, text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None)),
        *_rules(domains, page),
        *outlined(place["x"], "region", [chosen] * bool(chosen)),
    ]
    height = look.grid(len(domains), room_above(look.small, narrow=narrow))
    silent = set(_codes(domains)) - set(rows.loc[rows["look"] != NOTHING, "domain"])
    return look.cut(
        specification(alt.layer(*layers).properties(width="container", height=height)),
        Lines(
            even(len(domains), height),
            what=("domaine", "domaines"),
            silent=[number for number, code in enumerate(_codes(domains)) if code in silent],
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
    colours = {"color": alt.Color("fill:N", scale=None), "stroke": alt.Stroke("line:N", scale=None)}
    drawn = []
    for look, dashes in _DASHES.items():
        kept = rows.loc[rows["look"] == look, [*columns, "fill", "line"]]
        if len(kept):
            marks = alt.Chart(kept).mark_rect(strokeWidth=1.2, strokeDash=dashes, **size)
            drawn.append(marks.encode(**encoding, **colours))
    return drawn


def painted(rows: pd.DataFrame, page: Page) -> pd.DataFrame:
    """Give each row its fill, ink and outline."""
    scale = bands.gaps(rows["value"], numbers.number, page)
    fill = [
        bands.colour_of(value, scale, page) if look == STATED and not pd.isna(value) else page.background
        for value, look in zip(rows["value"], rows["look"], strict=True)
    ]
    inks = [
        palette.ink(colour) if look == STATED else (page.ink if look == OPEN else palette.HATCH)
        for colour, look in zip(fill, rows["look"], strict=True)
    ]
    line = {STATED: palette.OUTLINE, OPEN: palette.OUTLINE, NOTHING: page.background}
    return rows.assign(fill=fill, ink=inks, line=[line[look] for look in rows["look"]])


def _rules(domains: Labels, page: Page) -> list[alt.Chart]:
    """Separate the groups of domains."""
    first = [code for code, _, starts in domains[1:] if starts]
    if not first:
        return []
    rules = alt.Chart(pd.DataFrame({"domain": first})).mark_rule(color=page.ink, strokeWidth=1, aria=False)
    return [rules.encode(y=alt.Y("domain:N", bandPosition=0, sort=_codes(domains)))]


def _codes(labels: Labels) -> Sequence[str]:
    return [code for code, _, _ in labels]
