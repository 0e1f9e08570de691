"""What is not redundant: each axis, domain and indicator taken out in turn."""

from functools import partial

import streamlit as st

from pages import frame
from pages.facade import off_screen
from pages.facade.leave_one_out import Level, numbers_of, picture_of, removed
from pages.sections.settings import NOTHING, SOURCE
from pages.taken import Taken

READING = (
    "Le score d’ensemble est recalculé sans l’élément, et les rangs des régions sont comparés.",
    (
        "Un grand changement moyen signale un élément qui n’est pas redondant\u202f: il dit ce que "
        "les autres ne disent pas. Un petit changement ne dit pas qu’il pèse peu\u202f: d’autres "
        "peuvent dire la même chose."
    ),
)
ALONE = "Quand un domaine n’a qu’un indicateur, retirer l’un revient à retirer l’autre."


def draw() -> None:
    """Draw the section."""
    shown = removed(frame.method(), frame.look())
    st.title(shown.title, anchor=False)
    if not shown.levels:
        frame.empty(*NOTHING)
        return
    frame.sentences([*READING, *shown.sentences])
    for level in shown.levels:
        st.header(level.heading, anchor=False)
        if level.drawing:
            frame.figure(level.drawing, taken(shown.whole, level))
        else:
            frame.sentences([ALONE])
        frame.table(level.table, level.alternative, folded=level.folded)


def taken(title: str, level: Level) -> Taken:
    """Return what the menu of a level gives away."""
    method = frame.method()
    return Taken(
        title=title,
        subtitle=f"{level.heading}, changement moyen des rangs. {READING[0]}{off_screen.changed(method)}",
        source=SOURCE,
        numbers=partial(numbers_of, method, level.code),
        drawing=partial(picture_of, method, level.code),
    )
