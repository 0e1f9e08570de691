"""What debate rooms said: read back, under their own names, never among the surveys; two of them compared."""

import streamlit as st

from pages import frame
from pages.facade import rooms
from pages.tables import plain

COMPARE = "Comparer deux salles"
GIVE = (
    "Donnez les zips de deux salles, tels que leurs régies les ont exportés\u202f: ils sont lus en "
    "mémoire, et oubliés quand vous quittez la page. Seules les questions posées dans les mêmes mots sont "
    "comparées, acteur par acteur."
)
_TWO = 2


def draw(region: str = "", domain: str = "") -> None:
    """Draw what rooms said of a region or of a domain; nothing where no room was read back."""
    told = rooms.said(region, domain)
    if told is not None and (place := frame.part(rooms.TITLE, folded=True)):
        with place:
            frame.sentences(rooms.SENTENCES)
            frame.table(told, f"{rooms.TITLE}.")


def compare() -> None:
    """Ask for the zips of two rooms, and put what they said side by side."""
    if place := frame.part(COMPARE, folded=True):
        with place:
            frame.sentences([GIVE])
            files = st.file_uploader(
                "Zips de deux salles", type="zip", accept_multiple_files=True, key="salles_zips"
            )
            if len(files) == _TWO:
                shown([file.getvalue() for file in files])
            elif files:
                st.error("Il faut deux zips, ni plus ni moins.")


def shown(zips: list[bytes]) -> None:
    """Draw the comparison of two rooms, or why there is none."""
    told = rooms.compared(zips)
    if isinstance(told, str):
        st.error(plain(told))
        return
    frame.sentences(told.sentences, lead=f"{told.title}.")
    for table in told.tables:
        frame.sentences([], lead=table.heading)
        frame.table(rooms.drawn(table), f"{table.heading}.")
    frame.sentences([told.left] if told.left else [])
