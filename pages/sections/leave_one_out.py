"""What each axis, domain and indicator says that the others do not: taken out in turn."""

from functools import partial

import streamlit as st

from pages import frame
from pages.facade import off_screen
from pages.facade.leave_one_out import Level, numbers_of, picture_of, removed, table_of
from pages.taken import Taken
from wording.mentions import WORKBOOK

HEADING = "Ce que chacun dit que les autres ne disent pas"
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
    """Draw the part."""
    shown = removed(frame.method(), frame.look())
    st.header(HEADING, anchor=False)
    frame.sentences([f"{shown.title}.", *shown.sentences])
    frame.sentences(READING)
    for level in shown.levels:
        st.subheader(level.heading, anchor=False)
        if level.drawing:
            frame.figure(level.drawing, taken(shown.whole, level))
        else:
            frame.sentences([ALONE])
        told = partial(table_of, frame.method(), level.code, frame.look().region)
        frame.table(told, level.alternative, folded=level.folded or frame.NUMBERS)


def taken(title: str, level: Level) -> Taken:
    """Return what the menu of a level gives away."""
    method = frame.method()
    return Taken(
        title=title,
        subtitle=f"{level.heading}, changement moyen des rangs. {READING[0]}{off_screen.changed(method)}",
        source=WORKBOOK,
        numbers=partial(numbers_of, method, level.code),
        drawing=partial(picture_of, method, level.code),
    )
