"""« Emporter ce rapport »: the one place of the page where its files are."""

import streamlit as st

from pages import frame, taken
from pages.facade import territory_files
from pages.taken import Taken

LABEL = "Emporter ce rapport"
IMAGE = "Image des 16 domaines (PNG)"
TOLD = "Un clic prépare le fichier en quelques secondes, puis le navigateur l’enregistre."


def draw(region: str, figure: Taken) -> None:
    """Draw the menu; closed, it is one button and nothing is made. `figure`: whose picture is copied."""
    opened = st.popover(LABEL, on_change="rerun", key="emporter_rapport", icon=":material/download:")
    if opened.open:
        with opened:
            st.markdown(TOLD)
            for offer in territory_files.offers(region, frame.method(), taken.view_address()):
                taken.button(offer, f"rapport_{offer.file_name}", wide=True)
            taken.image(figure, IMAGE)
            taken.link("rapport")
