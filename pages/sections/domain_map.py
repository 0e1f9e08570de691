"""The map and the bars of one domain: a click brings a region forward."""

import streamlit as st

from charts.look import Look
from charts.map import LAYER
from indicators.views import View
from pages import frame, selectors
from pages.facade import choices, overview
from pages.sent import SentDeck


def draw(domain: str, look: Look) -> None:
    """Draw the map and its legend beside the bars."""
    figure = overview.figure_of(domain, str(View.OBJECTIVE), choices.DEFAULTS["acteur"], look)
    left, right = st.columns([5, 6])
    with left:
        # A key for each region: a click is taken into the address, and the map forgets it.
        key = f"carte_domaine_{look.region}"
        st.pydeck_chart(
            SentDeck(figure.map, tooltip="{label}"),
            height=look.size[1],
            on_select=lambda: clicked(key),
            key=key,
            alt=figure.map_alt,
        )
        frame.figure(figure.legend, figure.legend_alt)
    with right:
        frame.figure(figure.bars, figure.bars_alt)


def clicked(key: str) -> None:
    """Choose the region under a click; a click on the chosen region comes back to France."""
    objects = st.session_state[key]["selection"]["objects"].get(LAYER, [])
    code = objects[0]["properties"]["code"] if objects else ""
    selectors.choose("region", "" if code == selectors.chosen("region") else code)
