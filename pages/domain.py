"""« Par domaine »: one domain measured, felt by each actor, its gaps, its initiatives."""

from contextlib import nullcontext
from functools import partial

import streamlit as st

from pages import frame, selectors, taken
from pages.facade import choices, overview
from pages.facade import domain as sheet
from pages.facade import domain_actors as actors
from pages.facade import overview_level as panorama
from pages.facade.off_screen import changed
from pages.menu import INDICATOR
from pages.sections import across, map_and_bars, members, past, rooms
from pages.taken import Taken
from wording.lists import joined
from wording.numbers import counted

MARKS = "Losange\u202f: France. Ronds\u202f: régions."
FIGURES = "Les chiffres publiés et leur lecture"
NOT_ESTIMATED = "Rien n’est estimé à la place de ce qui n’est pas publié."
OTHER = "Choisissez un autre domaine."
WORDS = "Chaque acteur, chaque enquête, en mots"


def main() -> None:
    """Draw the page for what is chosen."""
    domain = selectors.chosen("domaine")
    made = sheet.made_of(domain)
    if made.whole and (one := selectors.chosen(INDICATOR)) in made.indicators:
        members.draw_one(domain, one)
        return
    if made.whole:
        weighed(domain, made)
        members.draw(domain)
        sources = made.sources
    else:
        sources = measured(domain)
        if place := frame.part(FIGURES, folded=True):
            with place:
                frame.table(
                    sheet.indicators_of(domain, frame.method()),
                    "Indicateurs du domaine, leur unité, leur année et leur sens.",
                )
    felt = actors.felt_of(domain, selectors.chosen("vague"))
    told(domain, felt)
    gaps(domain)
    initiatives(domain)
    frame.link("method.py", "D’où viennent ces nombres\u202f?", section="provenance", domaine=domain)
    # Over the figure of one indicator, its convention is said already.
    own = {domain} if made.whole else ()
    frame.source(joined(dict.fromkeys([*sources, *felt.sources])), outlines=True, measured=own)


def weighed(domain: str, made: sheet.Made) -> None:
    """Draw the score of a domain that several indicators measure: its map, the ranks with their intervals."""
    shown = panorama.level(domain, frame.method(), frame.look())
    st.title(shown.title, anchor=False)
    frame.sentences([*filter(None, [shown.finding]), made.said], lead=shown.lead)
    if not shown.known:
        frame.empty(NOT_ESTIMATED, OTHER)
        return
    take = map_and_bars.level_taken(domain, shown, joined(made.sources))
    map_and_bars.draw(
        shown.figure, frame.look(), key="carte_domaine", on_click=map_and_bars.brought_forward, take=take
    )
    frame.sentences([map_and_bars.HINT, f"{shown.held}.", *shown.sentences])
    frame.table(shown.table, shown.figure.table_alt)


def measured(domain: str) -> tuple[str, ...]:
    """Draw the one figure that measures a domain: the map, the bars, the ranks; return who publishes it."""
    choice = sheet.choice_of(domain, frame.method())
    shown = overview.overview_of(choice)
    title, finding = overview.heading_of(choice, frame.look())
    st.title(title, anchor=False)
    frame.sentences(finding)
    frame.sentences(shown.sentences, lead=frame.subject(shown.meta) if shown.meta.published_count else "")
    ranked = sheet.ranked_of(domain, frame.method(), selectors.chosen("region"))
    if shown.meta.published_count:
        look = frame.look()
        take = map_and_bars.taken(shown, choice)
        figure = overview.figure_of(choice, look)
        map_and_bars.draw(figure, look, key="carte_domaine", on_click=map_and_bars.brought_forward, take=take)
        frame.sentences([map_and_bars.HINT, ranked.trials])
        frame.table(ranked.table, ranked.alternative)
        past.draw(str(shown.meta.indicator_code))
    else:
        frame.empty(NOT_ESTIMATED, OTHER)
    return shown.meta.sources


def told(domain: str, felt: actors.Felt) -> None:
    """Draw what each actor is published to feel."""
    wave, look = selectors.chosen("vague"), frame.look()
    st.header(felt.title, anchor=False)
    for position, lines in enumerate(felt.lines):
        place = frame.part(lines.subject, folded=True) if position else nullcontext()
        if place:
            with place:
                frame.sentences([MARKS], lead=f"{lines.subject}.")
                drawing = actors.felt_drawing(domain, wave, lines.kind, look)
                frame.figure(drawing, felt_taken(domain, felt, lines))
    rows = partial(actors.felt_table, domain, wave, look.region)
    frame.table(rows, f"{felt.title}.", folded=WORDS if felt.lines else "")
    rooms.draw(domain=domain)


def felt_taken(domain: str, felt: actors.Felt, lines: actors.Lines) -> Taken:
    """Return what one drawing of what is felt becomes outside the page."""
    wave = selectors.chosen("vague")
    return Taken(
        taken.named(choices.label("domaine", domain), felt.title),
        " ".join([f"{lines.subject}.", MARKS, *lines.perimeters]),
        joined(felt.sources),
        lambda: actors.felt_numbers(domain, wave, lines.kind),
        partial(actors.felt_still, domain, wave, lines.kind),
    )


def gap_taken(choice: actors.Choice, found: actors.Gap) -> Taken:
    """Return what the drawing of the gaps becomes outside the page."""
    method = frame.method()
    return Taken(
        taken.named(choices.label("domaine", choice[0]), found.title),
        " ".join([found.dates, *found.notes, *found.perimeters]) + changed(method),
        joined(found.sources),
        lambda: actors.gap_numbers(choice, method),
        partial(actors.gap_still, choice, method),
    )


def gaps(domain: str) -> None:
    """Draw the gaps of the chosen actor, then what each actor allows to say."""
    actor, wave, method = selectors.chosen("acteur"), selectors.chosen("vague"), frame.method()
    choice, look = (domain, actor, wave), frame.look()
    with frame.waiting("Calcul des intervalles…"):
        found, drawing = actors.gap_of(choice, method), actors.gap_drawing(choice, method, look)
    if drawing:
        across.draw_gaps(choice, found.sources)
    st.header(found.title, anchor=False)
    if drawing:
        frame.sentences(found.notes, lead=found.dates)
        frame.figure(drawing, gap_taken(choice, found))
        frame.sentences(actors.gap_centred(choice, method, look.region))
        rows = partial(actors.gap_table, choice, method, look.region)
        frame.table(rows, "Tableau des mêmes écarts, une ligne par région.", folded=frame.NUMBERS)
        across.draw_sides(choice, found.sources)
    else:
        frame.empty(
            "Sans chiffre publié par région, aucun écart ne se calcule.",
            "Choisissez un autre acteur dans «\u00a0Ressenti de\u00a0», ou une autre enquête.",
        )
    if found.corners and (place := frame.part("Mesuré et ressenti\u202f: les quatre places", folded=True)):
        with place:
            frame.points(found.corners)
    if place := frame.part("Ce que chaque acteur permet de dire", folded=True):
        with place:
            frame.sentences([], lead="" if found.dates else actors.measured_when(domain))
            frame.points(actors.balances_of(domain, wave, method))


def initiatives(domain: str) -> None:
    """List the initiatives of the domain."""
    filed = len(sheet.filed(domain))
    count = counted(filed, "initiative recensée", "initiatives recensées")
    if place := frame.part(f"Agir\u202f: {count} dans ce domaine", folded=True):
        with place:
            if filed:
                found = sheet.initiatives_of(domain, selectors.chosen("region"))
                frame.table(found, "Initiatives du domaine, leur lieu et leurs acteurs.")
            else:
                frame.empty(
                    "Le classeur ne range aucune initiative dans ce domaine.",
                    "La page «\u00a0Alliances et initiatives\u00a0» les montre toutes.",
                )


main()
