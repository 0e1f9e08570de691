"""The earlier years of an indicator, where the workbook has some: how it has moved, and its numbers."""

from functools import partial

import streamlit as st

from pages import frame
from pages.facade import past
from pages.taken import Taken


def draw(indicator: str) -> None:
    """Draw the years of an indicator (its code); nothing when the workbook has no earlier one."""
    look = frame.look()
    if (shown := past.past_of(indicator, look.region, look, frame.method())) is None:
        return
    st.header(shown.title, anchor=False)
    frame.sentences(shown.sentences)
    if shown.drawing:
        frame.sentences([past.READING], lead=shown.subtitle)
        frame.figure(shown.drawing, _taken(indicator, shown))
    frame.table(shown.table, past.TABLE)


def _taken(indicator: str, shown: past.Past) -> Taken:
    """Return what the drawing becomes outside the page."""
    return Taken(
        shown.title,
        " ".join([shown.subtitle, past.READING, *shown.sentences]),
        shown.source,
        partial(past.numbers, indicator),
        partial(past.picture, indicator, frame.look().region, frame.method()),
    )
