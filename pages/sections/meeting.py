"""One screen for a meeting: what is solid, what is felt otherwise, what to ask, and what to take away."""

import streamlit as st

from pages import frame
from pages.facade import territory
from pages.facade.door import country
from pages.facade.territory import Portrait
from pages.sections import territory_files

# The map that says where the region is, in pixels.
_WHERE = (240, 200)
LINES, REST = "domaines", "suite"
_JUMPS = (
    f"Sur cette page\u202f: [les 16 domaines, ligne par ligne](#{LINES}) · "
    f"[ressenti, alliances, ce qui n’est pas publié](#{REST})"
)


def draw(region: str, shown: Portrait) -> None:
    """Draw the screen."""
    made = shown.report
    left, right = st.columns([5, 1])
    with left:
        st.title(made.title, anchor=False)
        frame.sentences([made.overall, shown.voices])
    with right:
        frame.figure(country(frame.look(), *_WHERE))
    for column, part in zip(st.columns(3), territory.meeting_of(region, frame.method()), strict=True):
        with column:
            st.header(part.heading, anchor=False)
            frame.points(point.text for point in part.points)
            frame.sentences([part.note] if part.note else [])
    with st.container(horizontal=True, vertical_alignment="center"):
        territory_files.draw(region)
        st.markdown(_JUMPS)
