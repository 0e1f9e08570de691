"""A drawing ready to be sent, with what it says to who does not see it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import altair as alt
import pandas as pd

from charts import palette
from charts.inline import with_text_rows
from charts.palette import Page

# Streamlit's theme shows every field of a mark under the pointer, and hides labels that come close.
_ON_SCREEN = {"mark": {"tooltip": None}, "axis": {"labelOverlap": False}}


@dataclass(frozen=True)
class Drawing:
    """A finished Vega-Lite specification, and its text alternative: the finding and the numbers."""

    specification: dict[str, Any]
    alternative: str

    @cached_property
    def sent(self) -> dict[str, Any]:
        """Return what a page sends: under the pointer only what the drawing tells, and every label."""
        return {**with_text_rows(self.specification), "config": _ON_SCREEN}


def bold(names: Sequence[str]) -> dict[str, Any]:
    """Return the weight of the labels of an axis: these names in bold, so that colour alone tells nothing."""
    listed = json.dumps(list(names), ensure_ascii=False)
    return {"condition": {"test": f"indexof({listed}, datum.value) >= 0", "value": 700}, "value": 400}


def outlined(place: alt.X | alt.Y, field: str, names: Sequence[str]) -> list[alt.Chart]:
    """Frame the columns or the lines of the chosen names, none or several; colours keep their meaning."""
    if not names:
        return []
    whole: dict[str, Any] = {"y": 0, "y2": "height"} if isinstance(place, alt.X) else {"x": 0, "x2": "width"}
    rows = alt.Chart(pd.DataFrame({field: names}))
    frame = rows.mark_rect(filled=False, stroke=palette.CHOSEN, strokeWidth=2.5, aria=False, **whole)
    drawn: alt.Chart = frame.encode(place)
    return [drawn]


def bare_axis(page: Page, size: float) -> partial[alt.Axis]:
    """Return what makes an axis of words only (`size` in pixels): no line, no title, nothing read aloud."""
    bare = partial(alt.Axis, title=None, domain=False, ticks=False, aria=False)
    return partial(bare, labelFontSize=size, labelColor=page.ink)
