"""One screen for a meeting: what is solid, what is felt otherwise, what to ask, and what to take away."""

import streamlit as st

from pages import frame
from pages.facade import current, territory
from pages.facade.door import country
from pages.facade.territory import Portrait
from pages.sections import territory_files
from pages.taken import Taken

# The map that says where the region is, in pixels.
_WHERE = (156, 130)
# The words, and what holds the map and the menu: where both stand abreast, no word of its name breaks.
_SIDES = (3, 1)
# Gaps are the longest to say.
_WIDTHS = (11, 14, 10)
LINES, REST = "domaines", "suite"
_JUMPS = f"[Les 16 domaines](#{LINES}) · [la suite](#{REST})"
# Of the edition that everybody sees: what a visitor brought has no mirror.
_MIRROR = "[Et vous\u202f? Notez les 16 domaines, voyez votre miroir](/miroir?region={})"


def draw(region: str, shown: Portrait, figure: Taken) -> None:
    """Draw the screen; `figure`: whose picture is taken away from it."""
    made = shown.report
    left, right = st.columns(_SIDES)
    with left, st.container(gap=None):
        st.title(made.title, anchor=False)
        frame.sentences(shown.lead)
        voices(shown)
        if current.shown() is None:
            st.markdown(_MIRROR.format(region))
    with right, st.container(gap="xsmall"):
        frame.figure(country(frame.look(), *_WHERE))
        territory_files.draw(region, figure)
        st.markdown(_JUMPS)
    parts = territory.meeting_of(region, frame.method())
    for column, part in zip(st.columns(_WIDTHS), parts, strict=True):
        with column:
            frame.headed(part.heading, [point.text for point in part.points], part.note)


def voices(shown: Portrait) -> None:
    """Say what each actor puts first, in two columns that a phone stacks in the same order."""
    half = -(-len(shown.voices) // 2)
    for column, told in zip(st.columns(2), (shown.voices[:half], shown.voices[half:]), strict=True):
        with column:
            frame.lines((f"{voice.actor}\u202f:", voice.said) for voice in told)
