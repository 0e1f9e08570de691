"""The method in plain words, then in formulas."""

import streamlit as st

from pages import frame
from pages.facade.methods import explained
from pages.tables import plain

# A subscript at the end leans out of its box by two pixels: the browser would make it a scrolling region,
# which no keyboard reaches.
ROOM = r"\;"


def draw() -> None:
    """Draw the section."""
    shown = explained()
    st.title(shown.title, anchor=False)
    for part in shown.parts:
        st.header(part.heading, anchor=False)
        frame.points(part.sentences)
        for formula in part.formulas:
            st.markdown(f"{plain(formula.words)}\n\n$$ {formula.latex}{ROOM} $$")
