"""A drawing ready to be sent, with what it says to who does not see it."""

from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import altair as alt

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
        return self.specification | {"config": _ON_SCREEN}


def bare_axis(page: Page, size: float) -> partial[alt.Axis]:
    """Return what makes an axis of words only (`size` in pixels): no line, no title, nothing read aloud."""
    bare = partial(alt.Axis, title=None, domain=False, ticks=False, aria=False)
    return partial(bare, labelFontSize=size, labelColor=page.ink)
