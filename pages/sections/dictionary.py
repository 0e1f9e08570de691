"""The dictionary: every indicator with its direction, unit, year, source, weight and coverage."""

import streamlit as st

from pages import frame
from pages.facade import dictionary

READING = (
    "Un tableau par axe, puis le profil des régions, qui n’entre dans aucun score.",
    "Le sens et les poids sont ceux du classeur\u202f; les libellés sont ceux de la publication.",
    "La section «\u00a0Provenance\u00a0» mène de chaque valeur à sa cellule.",
)


def draw() -> None:
    """Draw the section."""
    shown = dictionary.dictionary(frame.method())
    st.title(shown.title, anchor=False)
    frame.sentences(READING)
    for heading, table, alternative in shown.tables:
        st.header(heading, anchor=False)
        frame.table(table, alternative)
    st.header(dictionary.SIGNS, anchor=False)
    frame.sentences(dictionary.SIGNS_READ)
    frame.table(*dictionary.signs())
