"""« Emporter »: the whole data in one file, and the workbooks to bring one's own."""

from collections.abc import Iterable

import streamlit as st

from pages import frame, taken
from pages.clipboard import copy_text
from pages.facade import takeaway, ten_steps
from pages.facade.taken import Offer

WHOLE = (
    "Tous les chiffres publiés, avec leur cellule, leur source et leur statut\u202f; tous les scores, les "
    "rangs avec leur intervalle, les écarts. Ce qui n’est pas publié reste vide, jamais 0. Les calculs sont "
    "ceux de notre réglage de départ."
)
FORMS = (
    "Le classeur se lit dans Excel ou LibreOffice. Les fichiers CSV sont décrits pour les programmes "
    "(Frictionless, «\u00a0datapackage.json\u00a0»). Les deux contiennent le dictionnaire des colonnes, la "
    "méthode et la mention obligatoire. Un clic prépare le fichier en quelques secondes."
)
CITE = (
    "La citation nomme l’édition par son empreinte\u202f: deux éditions n’ont jamais la même. Le fichier "
    "donne aussi les références de la méthode, étape par étape dans la section «\u00a0Dix étapes\u00a0»."
)
TEMPLATES = (
    "Les feuilles que le tableau de bord sait lire, avec des listes de codes, une note sur chaque titre et "
    "un exemple, qui n’est jamais lu. Une fois rempli, le classeur se regarde dans la section "
    "«\u00a0Mon classeur\u00a0»."
)
WHICH = (
    "Le modèle pour une enquête contient déjà les indicateurs publiés\u202f; le modèle vide sert à d’autres "
    "indicateurs ou à une autre année."
)
TRAINING = (
    "Un classeur inventé, grandeur nature, pour se former\u202f: environ 350\u00a0indicateurs, quatre "
    "acteurs, deux enquêtes dans les 13\u00a0régions, des cases vides. Tout ce qui en est tiré porte "
    "«\u00a0DONNÉES FICTIVES\u00a0»."
)


def draw() -> None:
    """Draw the section; a file is made when it is asked for."""
    link = taken.view_address()
    st.title(takeaway.title(), anchor=False)
    st.header("Toutes les données", anchor=False)
    frame.sentences([WHOLE, FORMS])
    offers(takeaway.whole(link))
    with st.expander("Voir ce que contient chaque table"):
        frame.points(takeaway.contents())
    cite()
    st.header("Un classeur à remplir", anchor=False)
    frame.sentences([TEMPLATES, WHICH])
    offers(takeaway.templates(link))
    st.header("Un classeur pour se former", anchor=False)
    frame.sentences([TRAINING])
    offers([takeaway.training()])


def cite() -> None:
    """Draw how what is shown is cited, and the file for a library of references."""
    st.header("Citer", anchor=False)
    frame.sentences([CITE])
    apa, bibtex = ten_steps.cited()
    copy_text(apa, label="Citation (style APA)", rows=3, key="citation_apa")
    copy_text(bibtex, label="Citation (BibTeX)", rows=1 + bibtex.count("\n"), key="citation_bibtex")
    offers([ten_steps.library()])


def offers(files: Iterable[Offer]) -> None:
    """Draw one button a file, side by side."""
    with st.container(horizontal=True):
        for file in files:
            taken.button(file, f"emporter_{file.file_name}", icon=":material/download:")
