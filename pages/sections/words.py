"""The method in plain words, then in formulas."""

import streamlit as st

from pages import frame, selectors
from pages.facade.choices import label
from pages.facade.methods import explained
from pages.tables import plain
from wording.slug import slug

# A subscript at the end leans out of its box by two pixels: the browser would make it a scrolling region,
# which no keyboard reaches.
ROOM = r"\;"
# How many parts stand open: a page takes four screens at most.
OPEN = 5


def draw() -> None:
    """Draw the section."""
    shown = explained()
    st.title(shown.title, anchor=False)
    alone = selectors.chosen("partie")
    if alone:
        selectors.offer(label("partie", ""), "toute_la_methode", partie="")
    for position, part in enumerate(shown.parts):
        if alone not in {"", slug(part.heading)}:
            continue
        if place := frame.part(part.heading, folded=not alone and position >= OPEN):
            with place:
                frame.points(part.sentences)
                for formula in part.formulas:
                    st.markdown(f"{plain(formula.words)}\n\n$$ {formula.latex}{ROOM} $$")
