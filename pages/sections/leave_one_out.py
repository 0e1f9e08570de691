"""What decides the ranks: each axis, domain and indicator taken out in turn."""

import streamlit as st

from pages import frame
from pages.facade.removed import removed
from pages.sections.settings import NOTHING

READING = (
    "Le score d’ensemble est recalculé sans l’élément, et les rangs des régions sont comparés.",
    "Plus le changement moyen est grand, plus l’élément décide du classement.",
)
ALONE = "Quand un domaine n’a qu’un indicateur, retirer l’un revient à retirer l’autre."


def draw() -> None:
    """Draw the section."""
    shown = removed(frame.method(), frame.look())
    st.title(shown.title, anchor=False)
    if not shown.levels:
        frame.empty(*NOTHING)
        return
    frame.sentences([*READING, *shown.sentences])
    for level in shown.levels:
        st.header(level.heading, anchor=False)
        if level.chart is not None:
            frame.figure(level.chart, level.alternative)
        else:
            frame.sentences([ALONE])
        frame.table(level.table, level.alternative, folded=level.folded)
