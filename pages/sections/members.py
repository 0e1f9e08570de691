"""The indicators that make the score of a domain: their grid, and one of them on its own."""

from functools import partial

import streamlit as st

from charts.heatmap import LINE
from pages import frame, landing, selectors, taken
from pages.facade import choices, overview
from pages.facade import domain as sheet
from pages.facade import members as facade
from pages.facade.off_screen import changed
from pages.menu import INDICATOR
from pages.sections import map_and_bars, past
from pages.taken import Taken

HINT = "Un clic sur une case, ou le choix «\u00a0Indicateur\u00a0» en haut de page, ouvre l’indicateur."
NUMBERS = "Les indicateurs un par un, leur poids et leur source"
BACK = "Revenir au domaine «\u00a0{}\u00a0»"
NOT_ESTIMATED = "Rien n’est estimé à la place de ce qui n’est pas publié."
OTHER = "Choisissez un autre indicateur."
TRAIL = "Du nombre à la cellule"


def draw(domain: str) -> None:
    """Draw the indicators of a domain, ranked by region, with what each brings to the chosen one."""
    look, method = frame.look(), frame.method()
    shown = facade.members_of(domain, method, look)
    st.header(shown.title, anchor=False)
    frame.sentences([*filter(None, [shown.brought]), HINT])
    frame.figure(shown.legend)
    # A key for each state: a click is taken into the address, and the grid forgets it.
    map_and_bars.clickable(
        shown.drawing, key=f"indicateurs_{domain}_{look.region}", on_click=opened, field=LINE
    )
    taken.menu(grid_taken(domain, shown))
    frame.sentences(shown.notes)
    told = partial(facade.table_of, domain, method, look.region)
    frame.table(told, f"{shown.title}.", folded=NUMBERS)


def draw_one(domain: str, code: str) -> None:
    """Draw one indicator of a domain on its own: its map, its bars, what it is to the others."""
    look, method = frame.look(), frame.method()
    choice = sheet.choice_of(domain, method, sheet.made_of(domain).indicators[code])
    shown = overview.overview_of(choice)
    title, finding = overview.heading_of(choice, look)
    st.title(title, anchor=False)
    frame.sentences([*finding, *shown.sentences], lead=frame.subject(shown.meta))
    frame.sentences(facade.standing(domain, choice.indicator, method))
    selectors.offer(BACK.format(choices.label("domaine", domain)), "retour_domaine", **{INDICATOR: ""})
    if shown.meta.published_count:
        figure, take = overview.figure_of(choice, look), map_and_bars.taken(shown, choice)
        map_and_bars.draw(
            figure, look, key="carte_indicateur", on_click=map_and_bars.brought_forward, take=take
        )
        frame.sentences([map_and_bars.HINT])
        frame.table(overview.table_of(choice, look), figure.table_alt)
    else:
        frame.empty(NOT_ESTIMATED, OTHER)
    past.draw(choice.indicator)
    frame.link("method.py", TRAIL, section="provenance", resultat=INDICATOR)
    frame.source(frame.origin(shown.meta), outlines=True, measured=())


def opened(code: str) -> None:
    """Open the indicator under a click, from its top."""
    if code:
        landing.at_the_top()
        selectors.choose(INDICATOR, code)


def grid_taken(domain: str, shown: facade.Members) -> Taken:
    """Return what the grid becomes outside the page."""
    method = frame.method()
    return Taken(
        taken.named(choices.label("domaine", domain), shown.title),
        " ".join([*filter(None, [shown.brought]), *shown.notes]) + changed(method),
        shown.sources,
        partial(facade.numbers_of, domain),
        partial(facade.still, domain, method),
    )
