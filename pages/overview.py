"""« Vue d’ensemble »: the finding, the map and the bars, the table of the same numbers, the source."""

import streamlit as st

from charts.look import Look
from charts.map import LAYER
from charts.overview import Figure
from pages import frame, selectors
from pages.facade import overview
from pages.sent import SentDeck

# What fits above the figure on a laptop; the rest of the reading notes comes under it.
ABOVE = 2
HINT = "Un clic sur la carte, ou le choix «\u00a0Région\u00a0», met une région en avant."


def main() -> None:
    """Draw the page for what is chosen."""
    choice = tuple(selectors.chosen(name) for name in ("domaine", "afficher", "acteur"))
    domain, view, actor = choice
    shown = overview.overview_of(domain, view, actor)
    st.title(shown.title, anchor=False)
    if shown.meta.published_count > 0:
        frame.sentences(shown.sentences[:ABOVE], lead=frame.subject(shown.meta))
        look = frame.look()
        figure = overview.figure_of(domain, view, actor, look)
        drawings(figure, look)
        frame.sentences([*shown.sentences[ABOVE:], HINT])
        st.table(figure.table, hide_index=True, border="horizontal", alt=figure.table_alt)
    else:
        frame.sentences(shown.sentences)
        frame.nothing_published(view, actor)
    frame.sources(shown.meta)


def drawings(figure: Figure, look: Look) -> None:
    """Draw the map and its legend beside the bars."""
    left, right = st.columns([5, 6])
    with left:
        # A key for each region: a click is taken into the address, and the map forgets it.
        key = f"carte_{look.region}"
        st.pydeck_chart(
            SentDeck(figure.map, tooltip="{label}"),
            height=look.size[1],
            on_select=lambda: clicked(key),
            key=key,
            alt=figure.map_alt,
        )
        st.vega_lite_chart(figure.legend, alt=figure.legend_alt)
    with right:
        st.vega_lite_chart(figure.bars, alt=figure.bars_alt)
        if figure.chosen:
            st.subheader(figure.chosen, anchor=False)


def clicked(key: str) -> None:
    """Choose the region under a click; a click on the chosen region comes back to France."""
    objects = st.session_state[key]["selection"]["objects"].get(LAYER, [])
    code = objects[0]["properties"]["code"] if objects else ""
    selectors.choose("region", "" if code == selectors.chosen("region") else code)


main()
