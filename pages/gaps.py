"""« Écarts »: what is felt against what is measured, everywhere, then by corners, then by strength."""

from functools import partial

import streamlit as st

from charts.look import Look
from pages import frame, selectors
from pages.facade import choices, gaps, gaps_own, off_screen
from pages.facade import gaps_corners as gap_corners
from pages.taken import Taken, named
from wording.lists import joined

MEASURED = "mesuré, indicateurs régionaux du classeur"
READING = {"": "domaines", "regions": "regions"}


def main() -> None:
    """Draw the page for what is chosen."""
    survey = gaps.Survey(selectors.chosen("acteur"), selectors.chosen("vague"), frame.method())
    look = frame.look()
    matrix = gaps.matrix(survey, look)
    if matrix is None:
        nothing(gaps.absent(survey))
        return
    st.title(matrix.title, anchor=False)
    frame.sentences(matrix.notes[:1], lead=matrix.lead)
    frame.figure(matrix.drawing)
    frame.figure(matrix.legend, taken(survey, matrix))
    frame.sentences(matrix.notes[1:])
    frame.table(matrix.table, "Tableau des mêmes écarts, un domaine par ligne.", folded=frame.NUMBERS)
    own(survey, look.region)
    corners(survey, matrix, look)
    spots(survey, look.region)
    frame.source(sources(matrix))


def corners(survey: gaps.Survey, matrix: gaps.Matrix, look: Look) -> None:
    """Draw the four corners of a region's domains, or of a domain's regions."""
    among, domain = READING[selectors.chosen("lecture")], selectors.chosen("domaine")
    shown = gap_corners.corners(survey, among, domain, look)
    st.header(shown.title, anchor=False)
    with st.container(horizontal=True):
        for name in ("lecture", "domaine") if among == "regions" else ("lecture",):
            selectors.selector(choices.parameters()[name])
    if shown.drawing is None or shown.table is None:
        frame.empty(*shown.empty)
        return
    frame.sentences([*gap_corners.EXPLAINED, *shown.notes])
    frame.figure(shown.drawing, placed(survey, matrix, shown))
    frame.table(shown.table, "Tableau des mêmes places.", folded=frame.NUMBERS)


def own(survey: gaps.Survey, region: str) -> None:
    """Cut each gap in two where the regions have a mean: what they share, what is the region’s own."""
    heading = gaps_own.title(survey, region)
    place = frame.part(heading, folded=True) if heading else None
    if place:
        with place:
            cut = gaps_own.own_of(survey, region)
            frame.sentences(cut.sentences)
            frame.table(cut.table, f"{heading}\u202f: un écart par ligne.")


def spots(survey: gaps.Survey, region: str) -> None:
    """List blind spots and worries, strongest first."""
    st.header("Angles morts et inquiétudes établis, des plus nets aux moins nets", anchor=False)
    frame.sentences(gap_corners.STRENGTH)
    for found in gap_corners.spots(survey, READING[selectors.chosen("lecture")], region):
        st.subheader(found.title, anchor=False)
        if found.first is not None:
            frame.table(found.first, f"{found.title}, les plus nets d’abord.")
        if found.rest is not None:
            frame.table(found.rest, f"{found.title}\u202f: {found.rest_title}.", folded=found.rest_title)


def taken(survey: gaps.Survey, matrix: gaps.Matrix) -> Taken:
    """Return what the menu of the first figure gives away; its legend is in the same picture."""
    return Taken(
        title=matrix.title,
        subtitle=" ".join([matrix.lead, *matrix.notes[1:]]) + off_screen.changed(survey.method),
        source=sources(matrix),
        numbers=partial(gaps.numbers_of, survey, matrix.shown),
        drawing=partial(gaps.picture_of, survey),
    )


def placed(survey: gaps.Survey, matrix: gaps.Matrix, shown: gap_corners.Corners) -> Taken:
    """Return what the menu of the corners gives away."""
    return Taken(
        title=named(f"Ressenti {gaps.felt_by(survey.actor)}", shown.title),
        subtitle=" ".join([*gap_corners.EXPLAINED, *shown.notes, *shown.perimeters])
        + off_screen.changed(survey.method),
        source=sources(matrix),
        numbers=partial(gap_corners.numbers_of, survey, matrix.shown, shown),
        drawing=partial(gap_corners.picture_of, shown),
    )


def sources(matrix: gaps.Matrix) -> str:
    """Return the documents behind both sides."""
    return joined([*matrix.sources, MEASURED])


def nothing(found: gaps.Absent) -> None:
    """Say why there is no gap for this actor, and what is published instead."""
    st.title(found.title, anchor=False)
    frame.empty(found.why, found.done)
    if found.table is not None:
        frame.table(found.table, "Ce qui est publié pour la France entière, un domaine par ligne.")
    frame.source(joined(found.sources), measured=())


main()
