"""The regions side by side on one domain: standardised gaps, and both sides as distances to France."""

from functools import partial

import streamlit as st

from pages import frame, taken
from pages.facade import choices, domain_across
from pages.facade.domain_across import FELT, SIDES_TITLE, STANDARDISED, Across
from pages.facade.domain_actors import Choice
from pages.facade.off_screen import changed
from pages.taken import Taken
from wording.lists import joined


def draw_gaps(choice: Choice, sources: tuple[str, ...]) -> None:
    """Draw the standardised gaps under their own finding, where five regions are compared."""
    found = domain_across.across_of(choice, frame.method(), frame.look())
    if found:
        st.header(found.title, anchor=False)
        frame.sentences([], lead=found.lead)
        _figure(found, STANDARDISED, choice, sources)


def draw_sides(choice: Choice, sources: tuple[str, ...]) -> None:
    """Draw both sides against France, once the part is open; only the table without France’s figure."""
    if not domain_across.has_sides(choice, frame.method()):
        return
    if place := frame.part(SIDES_TITLE, folded=True):
        found = domain_across.sides_of(choice, frame.method(), frame.look())
        with place:
            frame.sentences([found.lead])
            if found.drawing:
                _figure(found, FELT, choice, sources)
            else:
                frame.table(found.table, f"{found.title}.")


def _figure(found: Across, drawn: str, choice: Choice, sources: tuple[str, ...]) -> None:
    method = frame.method()
    take = Taken(
        taken.named(choices.label("domaine", choice[0]), found.title),
        found.lead + changed(method),
        joined(sources),
        partial(domain_across.numbers_of, drawn, choice, method),
        partial(domain_across.still, drawn, choice, method),
    )
    if found.drawing:
        frame.figure(found.drawing, take)
    # What folds never stands in what is folded.
    frame.table(found.table, f"{found.title}.", folded=frame.NUMBERS if drawn == STANDARDISED else "")
