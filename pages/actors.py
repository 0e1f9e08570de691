"""« Regards croisés »: what each actor puts first, where they agree, what they do, what changed."""

import streamlit as st

from pages import frame, selectors
from pages.facade import actors
from pages.facade.actors import Drawn

FOLDED = "Les nombres de ce graphique"


def main() -> None:
    """Draw the page for what is chosen."""
    shown = actors.page_of(selectors.chosen("acteur"), selectors.chosen("vague"), frame.look())
    st.title(shown.title, anchor=False)
    for section in shown.sections:
        draw(section)
    frame.source("\u202f; ".join(shown.sources))


def draw(section: Drawn) -> None:
    """Draw one section: its words, its figure, the table of the same numbers; or why there is none."""
    part = section.part
    st.header(part.heading, anchor=False)
    if part.why:
        frame.empty(part.why, part.remedy)
        return
    frame.sentences(part.sentences, lead=part.lead)
    if section.figure is not None:
        frame.figure(section.figure, section.alternative)
    if section.table is not None:
        about = f"{part.heading}\u202f: les mêmes nombres, en mots."
        frame.table(section.table, about, folded=FOLDED if section.figure is not None else "")


main()
