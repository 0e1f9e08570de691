"""« Vue d’ensemble »: one domain, an axis or the whole; how sure its ranks are; the 16 domains at once."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from charts.overview import Figure
from pages import frame, screen, selectors
from pages.facade import domain as sheet
from pages.facade import domain_actors, overview
from pages.facade import overview_level as panorama
from pages.facade.off_screen import changed
from pages.menu import DATA_PAGE
from pages.sections import door, map_and_bars
from pages.taken import Taken
from readings.overview.views import View
from wording.lists import joined

# What fits above the figure on a laptop; the rest of the reading notes comes under it.
ABOVE = 2
HINT = (
    "Un clic sur une région de la carte ouvre sa page\u202f; au clavier, la liste «\u00a0Région\u00a0» la "
    "choisit. "
    "«\u00a0Réglages\u00a0» montre un axe, ou les 16 "
    "domaines ensemble, à la place d’un domaine."
)
ONLY_MEASURED = (
    "Un score d’ensemble n’existe que pour ce qui est mesuré\u202f: «\u00a0Domaine\u00a0», "
    "«\u00a0Afficher\u00a0», «\u00a0Ressenti de\u00a0» et «\u00a0Enquête\u00a0» n’y changent rien."
)
WAVE = "Choisir «\u00a0Toutes les enquêtes\u00a0» dans «\u00a0Réglages\u00a0» montre la plus complète."
SILENT = "Rien n’est publié de ce que ressent l’acteur choisi sur ce domaine."
APART = "Chaque côté a sa date\u202f; «\u00a0Afficher\u202f: Écart\u00a0» les met en regard."
MEASURED = "les indicateurs des 16 domaines"
ONE_BY_ONE = "La page «\u00a0Par domaine\u00a0» les montre un par un."
ONE_MAP = "Une carte par domaine, rang de chaque région."
UNRANKED = "Un rang demande des valeurs publiées, un sens de lecture et un poids."
SETTINGS = "«\u00a0Réglages\u00a0» permet de revenir au réglage de départ, ou de choisir un autre niveau."
WHAT_IS_MISSING = f"La page «\u00a0{DATA_PAGE}\u00a0» dit ce qui manque et pourquoi."


def main() -> None:
    """Draw the page for what is chosen."""
    door.follow()
    domain = selectors.chosen("domaine")
    if code := selectors.chosen("niveau"):
        level(code, [ONLY_MEASURED], MEASURED, SETTINGS)
        every_domain()
        frame.source(MEASURED, outlines=True)
    elif selectors.chosen("afficher") == View.OBJECTIVE and (made := sheet.made_of(domain)).whole:
        level(domain, [made.said, ONE_BY_ONE], joined(made.sources), WHAT_IS_MISSING)
        felt = beside(domain)
        every_domain()
        frame.source(joined(dict.fromkeys([*made.sources, *felt.sources])), outlines=True)
    else:
        one_domain()


def level(code: str, told: Iterable[str], made_of: str, way_out: str) -> None:
    """Draw the ranks in a domain of several indicators, in an axis or on the whole."""
    shown = panorama.level(code, frame.method(), frame.look())
    (st.header if door.wanted() else st.title)(shown.title, anchor=False)
    frame.sentences([*filter(None, [shown.finding]), *told], lead=shown.lead)
    if shown.known:
        drawings(shown.figure, map_and_bars.level_taken(code, shown, made_of))
        frame.sentences([f"{shown.held}.", *shown.sentences, HINT])
        frame.table(shown.table, shown.figure.table_alt)
    else:
        frame.empty(UNRANKED, way_out)


def beside(domain: str) -> domain_actors.Felt:
    """Say what the chosen actor feels beside what is measured, then fold what every actor does."""
    actor, wave = selectors.chosen("acteur"), selectors.chosen("vague")
    felt, region = domain_actors.felt_of(domain, wave), frame.look().region
    frame.sentences([domain_actors.felt_said(domain, wave, actor, region) or SILENT, APART])
    every_actor(domain, felt)
    return felt


def every_actor(domain: str, felt: domain_actors.Felt) -> None:
    """Fold what every actor feels of a domain."""
    if place := frame.part(felt.title, folded=True):
        with place:
            wave, region = selectors.chosen("vague"), frame.look().region
            frame.table(domain_actors.felt_table(domain, wave, region), f"{felt.title}.")


def one_domain() -> None:
    """Draw one domain as it is measured or felt, then the ranks of the regions in it."""
    domain, view, actor, wave = (
        selectors.chosen(name) for name in ("domaine", "afficher", "acteur", "vague")
    )
    choice = overview.Choice(domain, view, actor, wave, flipped=frame.method().flipped)
    shown = overview.overview_of(choice)
    look = frame.look()
    title, finding = overview.heading_of(choice, look)
    (st.header if door.wanted() else st.title)(title, anchor=False)
    felt = domain_actors.felt_of(domain, wave) if view == View.OBJECTIVE else None
    if shown.meta.published_count > 0:
        frame.sentences([*finding, *shown.sentences[:ABOVE]], lead=frame.subject(shown.meta))
        if felt:
            frame.sentences([domain_actors.felt_said(domain, wave, actor, look.region) or SILENT, APART])
        figure = overview.figure_of(choice, look)
        drawings(figure, map_and_bars.taken(shown, choice))
        frame.sentences([*shown.sentences[ABOVE:], *overview.notes(view, wave, frame.method()), HINT])
        frame.table(overview.table_of(choice, look), figure.table_alt)
    else:
        frame.sentences([*shown.sentences, *([WAVE] if wave else [])])
        frame.nothing_published(view, actor)
    if felt:
        every_actor(domain, felt)
    ranks(domain)
    every_domain()
    frame.sources(shown.meta, felt=felt.sources if felt else ())


def drawings(figure: Figure, take: Taken) -> None:
    """Draw the map and the bars; a click opens a region."""
    map_and_bars.draw(figure, frame.look(), key="carte", on_click=door.open_region, take=take)


def ranks(domain: str) -> None:
    """Draw the ranks of the regions in the domain, with what is known of their solidity."""
    method = frame.method()
    if place := frame.part(panorama.held(domain, method), folded=True):
        with place:
            shown = panorama.level(domain, method, frame.look())
            if not shown.known:
                frame.empty(UNRANKED, WHAT_IS_MISSING)
                return
            take = Taken(
                shown.held,
                shown.lead + changed(method),
                MEASURED,
                lambda: panorama.numbers(domain, method),
                lambda look: panorama.level(domain, method, look).figure.bars.specification,
            )
            frame.sentences(shown.sentences, lead=shown.lead)
            frame.figure(shown.figure.bars, take)
            frame.table(shown.table, shown.figure.table_alt)


def every_domain() -> None:
    """Draw the 16 domains at once, on one scale."""
    method = frame.method()
    shown = panorama.maps(method, frame.look(), screen.page_width(screen.window()[0]))
    st.header(shown.title, anchor=False)
    frame.sentences([f"Source\u202f: {MEASURED}."], lead=ONE_MAP)
    frame.figure(shown.legend)
    take = Taken(
        shown.title,
        ONE_MAP + changed(method),
        frame.mapped(MEASURED),
        lambda: panorama.every_number(method),
        partial(panorama.maps_still, method),
    )
    frame.figure(shown.maps, take)
    frame.table(shown.table, "Tableau des mêmes rangs, une ligne par domaine.", folded=frame.NUMBERS)


main()
