"""The coverage matrix: what is published for whom, and where."""

from functools import partial

import streamlit as st

from pages import frame, selectors
from pages.facade import choices, coverage
from pages.taken import Taken

LOOKS = (
    "Case pleine\u202f: publié par région (le nombre est celui des régions). Case marquée F\u202f: "
    "publié pour la France seulement. Point\u202f: rien n’est publié, et rien n’est estimé à la place."
)

BY_REGION = "Ressenti publié, domaine par domaine et région par région."


def draw() -> None:
    """Draw the section: every actor, then the regions of the chosen one."""
    look = frame.look()
    every = coverage.everyone_of(look)
    st.title(every.title, anchor=False)
    frame.sentences([*every.sentences, LOOKS], lead="Ce qui est publié, domaine par domaine.")
    take = Taken(
        every.whole,
        LOOKS,
        coverage.SOURCE,
        coverage.numbers_of_everyone,
        lambda look: coverage.everyone_of(look).drawing.specification,
    )
    frame.figure(every.drawing, take)
    frame.table(every.table, frame.SAME_NUMBERS, folded=frame.NUMBERS)
    selectors.draw(choices.parameters(), ("acteur", "region"))
    actor = selectors.chosen("acteur")
    mine = coverage.actor_of(actor, look)
    st.header(mine.title, anchor=False)
    take = Taken(
        mine.title,
        " ".join([BY_REGION, LOOKS, *mine.perimeters]),
        coverage.SOURCE,
        partial(coverage.numbers_of_actor, actor),
        lambda look: coverage.actor_of(actor, look).drawing.specification,
    )
    frame.figure(mine.drawing, take)
    frame.table(mine.table, frame.SAME_NUMBERS)
    absent()


def absent() -> None:
    """Say which measured values are absent, and the ranks that they leave open."""
    found = coverage.holes_of(selectors.chosen("region"), frame.method())
    st.header(found.title, anchor=False)
    frame.sentences(found.sentences)
    if found.table:
        frame.table(found.table, f"{found.title}.")
