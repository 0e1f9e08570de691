"""The map of the regions and its legend beside the ranked bars; a click on a region is handed over."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from charts.drawing import Drawing
from charts.look import Look
from charts.map import CLICK, CODE
from charts.overview import Figure
from pages import frame, selectors
from pages.facade import overview
from pages.facade import overview_level as panorama
from pages.facade.off_screen import changed
from pages.facade.overview_level import Level
from pages.taken import Taken
from readings.overview.views import Overview

HINT = "Un clic sur la carte, ou le choix «\u00a0Région\u00a0», met une région en avant."


def draw(figure: Figure, look: Look, *, key: str, on_click: Callable[[str], None], take: Taken) -> None:
    """Draw both; `on_click` gets the code under a click, `""` for the sea."""
    left, right = st.columns([5, 6])
    with left:
        # A key for each region: a click is taken into the address, and the map forgets it.
        clickable(figure.map, key=f"{key}_{look.region}", on_click=on_click)
        frame.figure(figure.legend)
    with right:
        frame.figure(figure.bars, take)


def clickable(drawing: Drawing, *, key: str, on_click: Callable[[str], None], field: str = CODE) -> None:
    """Draw a figure whose regions, or what `field` says, are handed over by a click."""
    frame.figure(drawing, key=key, on_select=lambda: on_click(_under(key, field)))


def brought_forward(code: str) -> None:
    """Choose the region under a click; a click on the chosen region comes back to France."""
    selectors.choose("region", "" if code == selectors.chosen("region") else code)


def taken(shown: Overview, choice: overview.Choice) -> Taken:
    """Return what the figure of a choice becomes outside the page."""
    return Taken(
        shown.title,
        " ".join([frame.subject(shown.meta), *shown.sentences]),
        frame.mapped(frame.origin(shown.meta)),
        lambda: overview.numbers_of(choice),
        partial(overview.still_of, choice),
    )


def level_taken(code: str, shown: Level, measured: str) -> Taken:
    """Return what the ranks in a domain, in an axis or on the whole become outside the page.

    `measured`: what they are made of.
    """
    method = frame.method()
    return Taken(
        shown.title,
        shown.lead + changed(method),
        frame.mapped(measured),
        lambda: panorama.numbers(code, method),
        partial(panorama.still, code, method),
    )


def _under(key: str, field: str) -> str:
    met = st.session_state[key]["selection"][CLICK]
    return str(met[0][field]) if met else ""
