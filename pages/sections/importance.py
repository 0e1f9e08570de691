"""What decides of the score of the whole, and what each element says that the others do not."""

from functools import partial

import streamlit as st

from pages import frame
from pages.facade import importance, off_screen
from pages.sections import leave_one_out
from pages.sections.settings import NOTHING
from pages.taken import Taken
from wording.mentions import WORKBOOK

INDICATORS = "Les indicateurs, un par un"
SCORES = "L’α de chaque score"
PAIRS = "Les domaines deux à deux"


def draw() -> None:
    """Draw the section."""
    method = frame.method()
    shown = importance.deciding(method, frame.look())
    st.title(shown.title, anchor=False)
    if not shown.drawing:
        frame.empty(*NOTHING)
        return
    frame.sentences(shown.domains.sentences)
    frame.sentences(importance.READING)
    frame.figure(shown.drawing, taken(shown.domains.title))
    frame.table(partial(importance.domains_of, method), frame.SAME_NUMBERS, folded=frame.NUMBERS)
    frame.sentences([importance.COLUMNS_READ])
    if shown.indicators:
        st.header(shown.indicators.title, anchor=False)
        frame.sentences(shown.indicators.sentences)
        frame.table(partial(importance.indicators_of, method), f"{INDICATORS}.", folded=INDICATORS)
    together(shown.together)
    leave_one_out.draw()


def together(part: importance.Part) -> None:
    """Draw whether the domains measure one thing."""
    method = frame.method()
    st.header(part.title, anchor=False)
    if not part.sentences:
        frame.sentences([importance.ALONE])
        return
    frame.points(part.sentences)
    frame.table(partial(importance.scores_of, method), f"{SCORES}.", folded=SCORES)
    frame.table(partial(importance.pairs_of, method), f"{PAIRS}.", folded=PAIRS)


def taken(title: str) -> Taken:
    """Return what the menu of the bars gives away."""
    method = frame.method()
    return Taken(
        title=title,
        subtitle=" ".join(importance.READING) + off_screen.changed(method),
        source=WORKBOOK,
        numbers=partial(importance.numbers_of, method),
        drawing=partial(importance.picture_of, method),
    )
