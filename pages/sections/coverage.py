"""The coverage matrix: what is published for whom, and where."""

import streamlit as st

from pages import frame, selectors
from pages.facade import choices, coverage

LOOKS = (
    "Case pleine\u202f: publié par région (le nombre est celui des régions). Case pâle marquée F\u202f: "
    "publié pour la France seulement. Point\u202f: rien n’est publié, et rien n’est estimé à la place."
)


def draw() -> None:
    """Draw the section: every actor, then the regions of the chosen one."""
    look = frame.look()
    every = coverage.everyone_of(look)
    st.title(every.title, anchor=False)
    frame.sentences([LOOKS], lead="Ce qui est publié, domaine par domaine.")
    frame.figure(every.specification, every.alternative)
    frame.table(every.table, every.alternative, folded="Les nombres de ce graphique")
    selectors.draw(choices.parameters(), ("acteur", "region"))
    mine = coverage.actor_of(selectors.chosen("acteur"), look)
    st.header(mine.title, anchor=False)
    frame.figure(mine.specification, mine.alternative)
    frame.table(mine.table, mine.alternative)
