"""« Regards croisés »: what each actor puts first, where they agree, what they do, what changed."""

from functools import partial

import streamlit as st

from pages import frame, selectors
from pages.facade import actors
from pages.facade.actors import Section
from pages.taken import Taken
from wording.lists import joined

# The sections that stand open: four screens.
OPEN = 4


def main() -> None:
    """Draw the page for what is chosen."""
    shown = actors.page_of(selectors.chosen("acteur"), selectors.chosen("vague"), frame.look())
    st.title(shown.title, anchor=False)
    frame.sentences([f"{shown.finding}."] if shown.finding else [])
    for position, section in enumerate(shown.sections):
        draw(section, folded=position >= OPEN)
    frame.source(joined(shown.sources), measured=())


def draw(section: Section, *, folded: bool) -> None:
    """Draw one section: its words, its figure, the table of the same numbers; or why there is none."""
    if place := frame.part(section.heading, folded=folded):
        part = section.part
        with place:
            if part.why:
                frame.empty(part.why, part.remedy)
                return
            frame.sentences(part.sentences, lead=part.lead)
            if section.drawing:
                frame.figure(section.drawing, taken(section))
            if not part.table.empty:
                about = f"{part.heading}\u202f: les mêmes nombres, en mots."
                frame.table(
                    lambda: section.table,
                    about,
                    folded=frame.NUMBERS if section.drawing and not folded else "",
                )


def taken(section: Section) -> Taken:
    """Return what the menu of a section gives away."""
    part = section.part
    title = (part.finding or part.heading).rstrip(".")
    about = [] if title.startswith(part.heading) else [f"{part.heading}."]
    return Taken(
        title=title,
        subtitle=" ".join([*about, part.lead, *part.perimeters]),
        source=joined(part.sources),
        numbers=partial(actors.numbers_of, part),
        drawing=partial(actors.picture_of, part),
    )


main()
