"""The dictionary: every indicator with its direction, unit, year, source, weight and coverage."""

import streamlit as st

from pages import frame, selectors
from pages.facade import dictionary

ALTERNATIVE = "Dictionnaire\u202f: un indicateur par ligne."
READING = (
    "Les indicateurs des domaines, puis le profil des régions, qui n’entre dans aucun score.",
    "Le sens et les poids sont ceux du classeur\u202f; le code est celui de sa colonne INDICE.",
    "La section «\u00a0Provenance\u00a0» mène de chaque valeur à sa cellule.",
)


def draw() -> None:
    """Draw the section."""
    shown = dictionary.dictionary(frame.method(), selectors.chosen("region"))
    st.title(shown.title, anchor=False)
    frame.sentences([*shown.sentences, *READING])
    frame.table(shown.table, ALTERNATIVE)
    if place := frame.part(dictionary.SIGNS, folded=True):
        with place:
            frame.sentences(dictionary.SIGNS_READ)
            frame.table(*dictionary.signs())
