"""The dictionary: every indicator with its direction, unit, year, source, weight and coverage."""

import streamlit as st

from pages import frame, selectors
from pages.facade import dictionary

BY_AXIS = "Un tableau par axe, puis le profil des régions, qui n’entre dans aucun score."
BY_DOMAIN = "Un tableau par domaine, puis le profil des régions, qui n’entre dans aucun score."
READING = (
    "Le sens et les poids sont ceux du classeur\u202f; les libellés sont ceux de la publication.",
    "Entre parenthèses, le numéro de l’indicateur dans l’étude (colonne INDICE du classeur).",
    "La section «\u00a0Provenance\u00a0» mène de chaque valeur à sa cellule.",
)


def draw() -> None:
    """Draw the section."""
    shown = dictionary.dictionary(frame.method(), selectors.chosen("region"))
    st.title(shown.title, anchor=False)
    frame.sentences([*shown.sentences, BY_DOMAIN if shown.folded else BY_AXIS, *READING])
    *axes, profile = shown.tables
    for heading, table, alternative in axes:
        if place := frame.part(heading, folded=shown.folded):
            with place:
                frame.table(table, alternative)
    if place := frame.part(profile[0], folded=True):
        with place:
            frame.table(*profile[1:])
    if place := frame.part(dictionary.SIGNS, folded=True):
        with place:
            frame.sentences(dictionary.SIGNS_READ)
            frame.table(*dictionary.signs())
