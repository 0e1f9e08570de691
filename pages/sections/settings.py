"""The reader's settings, and at once what they change: ranks, each choice alone, the parts of a score."""

from functools import partial

import streamlit as st

from indicators.method import Method
from pages import frame, selectors
from pages.facade import choices, doubts, methods, off_screen, settings
from pages.sections import options, sliders
from pages.taken import Taken
from wording.mentions import WORKBOOK

LEGEND = (
    "Point plein\u202f: rang avec ces réglages, 1ʳᵉ étant la plus fragile. Barre\u202f: son intervalle. "
    "Cercle vide\u202f: rang avec notre réglage de départ."
)
DOUBTS = "Quel doute décide de ces rangs"
NOTHING = (
    "Trop peu de chiffres pèsent dans ce calcul pour donner un score.",
    "Donnez du poids à d’autres domaines, ou revenez au réglage de départ.",
)


def draw() -> None:
    """Draw the section."""
    method, look = frame.method(), frame.look()
    axis = selectors.chosen("classement")
    effect = settings.effect(method, axis, look)
    st.title(effect.title, anchor=False)
    left, right = st.columns([2, 3], gap="medium")
    with left:
        controls()
        frame.sentences([*effect.sentences, settings.interval(method)])
    with right:
        frame.sentences([LEGEND])
        picture(effect, frame.NUMBERS, taken(effect, axis))
    decided(method, axis)
    alone(axis)
    score(method, axis, selectors.chosen("region") or settings.most_fragile(method, axis))


def controls() -> None:
    """Draw the choices of the method, the sixteen weights, and the way back."""
    # One a line where the words are long.
    for names in (("methode",), ("ponderation",), ("erreur",), ("classement", "region")):
        selectors.draw(choices.parameters(), names)
    sliders.draw()
    options.draw()
    if frame.method() != methods.REFERENCE:
        st.button("Revenir au réglage de départ", on_click=reset)


def reset() -> None:
    """Choose our starting settings again."""
    for name in methods.NAMES:
        selectors.choose(name, "")


def decided(method: Method, axis: str) -> None:
    """Say which doubt decides the ranks: at once with our settings, once it is asked with others."""
    region = selectors.chosen("region")
    known = doubts.doubted(method, axis, region) if method == methods.REFERENCE else None
    if known:
        frame.sentences(known.said)
    place = frame.part(DOUBTS, folded=True)
    if place is None:
        return
    with place:
        found = known or doubts.doubted(method, axis, region)
        if found is None:
            frame.empty(*NOTHING)
            return
        frame.sentences([found.reading] if known else [*found.said, found.reading])
        frame.table(found.table, f"Une ligne par région. {found.takeaway}.")


def alone(axis: str) -> None:
    """Show what each choice changes by itself."""
    shown = settings.choices_alone(axis, selectors.chosen("region"))
    st.header("Ce que chaque réglage change à lui seul", anchor=False)
    frame.sentences([shown.title])
    frame.table(shown.table, f"Une ligne par réglage. {shown.title}")


def score(method: Method, axis: str, region: str) -> None:
    """Show the parts of the score of the chosen region, or of the most fragile one."""
    if not region:
        return
    shown = settings.score_parts(method, axis, region, frame.look())
    st.header(shown.title, anchor=False)
    frame.sentences(shown.sentences)
    if not selectors.chosen("region"):
        frame.sentences(["Aucune région n’est choisie\u202f: voici la plus fragile avec ces réglages."])
    picture(shown, "Les parts, indicateur par indicateur", taken_of(shown, axis, region))


def picture(shown: settings.Shown, folded: str, take: Taken) -> None:
    """Draw a figure and its table, or say why there is none."""
    if shown.drawing is None or shown.table is None:
        frame.empty(*NOTHING)
        return
    frame.figure(shown.drawing, take)
    frame.table(shown.table, frame.SAME_NUMBERS, folded=folded)


def taken(effect: settings.Shown, axis: str) -> Taken:
    """Return what the menu of the ranks gives away."""
    method = frame.method()
    return Taken(
        title=effect.title,
        subtitle=LEGEND + off_screen.changed(method),
        source=WORKBOOK,
        numbers=partial(settings.numbers_of_effect, method, axis),
        drawing=partial(settings.picture_of_effect, method, axis),
    )


def taken_of(score: settings.Shown, axis: str, region: str) -> Taken:
    """Return what the menu of a score gives away."""
    method = frame.method()
    return Taken(
        title=score.title,
        subtitle=" ".join(score.sentences) + off_screen.changed(method),
        source=WORKBOOK,
        numbers=partial(settings.numbers_of_parts, method, axis, region),
        drawing=partial(settings.picture_of_parts, method, axis, region),
    )
