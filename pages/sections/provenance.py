"""The provenance explorer: pick a number, read where it comes from, step by step."""

import streamlit as st

from pages import frame, selectors
from pages.facade import choices, provenance
from pages.tables import plain

READ = ("region", "resultat", "domaine", "indicateur", "acteur", "vague")
LEAD = "Du nombre à la cellule."
WHAT = (
    "Chaque étape se vérifie dans le classeur\u202f: la feuille, la cellule, le texte qu’elle porte, "
    "puis ce qui en est fait."
)


def draw() -> None:
    """Draw the section."""
    kind = selectors.chosen("resultat")
    asks = provenance.ASKS.get(kind, ())
    selectors.draw(choices.parameters(), ("region", "resultat", *asks))
    found = provenance.trail_of(tuple((name, selectors.chosen(name)) for name in READ), frame.method())
    st.title(plain(found.title), anchor=False)
    frame.sentences([WHAT], lead=LEAD)
    if found.example:
        frame.sentences(["Choisissez une région pour suivre la sienne."], lead="Exemple.")
    if found.table is None:
        frame.empty(
            "Rien n’est publié ou calculable pour cette demande.",
            "Changez de région, de domaine, d’acteur ou d’enquête\u202f; rien n’est estimé à la place.",
        )
        return
    frame.table(found.table, f"{found.title}. Étapes, de la cellule au résultat.")
    frame.points(found.documents)
