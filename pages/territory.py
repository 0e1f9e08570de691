"""« Mon territoire »: one screen for a meeting, the 16 domains line by line, then the rest of the report."""

from functools import partial

import streamlit as st

from pages import frame, selectors, taken
from pages.facade import choices, likeness, members, territory
from pages.facade.off_screen import changed
from pages.facade.territory import Line, Portrait, Told
from pages.folds import fold
from pages.sections import dimensions, meeting, rooms
from pages.tables import plain
from pages.taken import Taken
from wording import reading
from wording.typography import uncapital

ON_ITS_PAGE = "Carte, rangs de toutes les régions\u202f: la page du domaine «\u00a0{}\u00a0»"


def main() -> None:
    """Draw the page of the chosen region, or the regions to choose from."""
    region = selectors.chosen("region")
    if not region:
        without_region()
        return
    with frame.waiting("Le rapport de la région se prépare…"):
        shown = territory.portrait_of(region, frame.method())
    meeting.draw(region, shown, spine_taken(region, shown))
    every_line(region, shown)
    st.header("Pour aller plus loin", anchor=meeting.REST)
    with st.container(gap=None):
        for draw in (felt, alliances, strengths, similar, initiatives, identity, unpublished):
            draw(shown)
    frame.link("method.py", "D’où viennent ces nombres\u202f?", section="provenance", region=region)
    frame.source(shown.report.sources)


def every_line(region: str, shown: Portrait) -> None:
    """Draw the 16 domains: a line each, which opens; the figure when its tab is."""
    made, order = shown.report, selectors.chosen("ordre")
    st.header(made.spine_title, anchor=meeting.LINES)
    selectors.selector(choices.parameters()["ordre"])
    said, drawn = st.tabs(["Ligne par ligne", "En figure"], key="vue_domaines", on_change="rerun")
    with said:
        frame.sentences(territory.read_lines(order))
        with st.container(gap=None):
            for line in territory.lines_of(region, frame.method(), order):
                one_line(region, line)
    if drawn.open:
        with drawn:
            spine = territory.spine_of(region, frame.method(), frame.look(), order)
            frame.figure(spine, spine_taken(region, shown))
            frame.sentences(made.spine_reading)


def one_line(region: str, line: Line) -> None:
    """Draw one domain, which opens on what it rests on: sentences, then its indicators, if several."""
    said = f"**{plain(line.domain)}**\u00a0· {plain(line.said)}"
    if not line.several:
        with st.expander(said):
            frame.points(line.detail)
        return
    if place := fold(said, f"ligne_{line.code}"):
        with place:
            frame.points(line.detail)
            shown = members.inside(line.code, frame.method(), region)
            frame.sentences([shown.brought])
            frame.table(shown.table, f"{line.domain}, {uncapital(shown.title)}")
            frame.link("domain.py", ON_ITS_PAGE.format(line.domain), domaine=line.code)


def spine_taken(region: str, shown: Portrait) -> Taken:
    """Return what the spine chart becomes outside the page."""
    made, method = shown.report, frame.method()
    return Taken(
        taken.named(made.name, made.spine_title),
        " ".join(made.spine_reading) + changed(method),
        made.sources,
        lambda: territory.spine_numbers(region, method),
        partial(territory.spine_still, region, method),
    )


def felt_taken(shown: Portrait, told: Told) -> Taken:
    """Return what the chart of one actor becomes outside the page."""
    made, actor, method = shown.report, told.actor, frame.method()
    return Taken(
        taken.named(made.name, actor.sentence.rstrip(".")),
        " ".join([*reading.GAP_LINES, *reading.GAPS, *told.perimeters]) + changed(method),
        made.sources,
        lambda: territory.felt_numbers(made.region, actor.actor_code, method),
        partial(territory.felt_still, made.region, actor.actor_code, method),
    )


def without_region() -> None:
    """Offer the thirteen regions."""
    st.title("Choisissez votre région", anchor=False)
    frame.sentences(["Un clic sur un nom ouvre la page de cette région."])
    buttons(tuple(filter(None, choices.parameters()["region"].options)), "vers")
    frame.source("", measured=())


def felt(shown: Portrait) -> None:
    """Draw what each actor feels, and the gap."""
    made = shown.report
    if place := frame.part(made.felt_title, folded=True):
        with place:
            actors = territory.felt_of(made.region, frame.method(), frame.look())
            drawn = any(told.drawing for told in actors)
            frame.sentences([*reading.GAPS, *(reading.GAP_LINES if drawn else ())])
            for told in actors:
                actor = told.actor
                frame.sentences([actor.sentence])
                if told.drawing:
                    frame.figure(told.drawing, felt_taken(shown, told))
                frame.table(told.table, actor.sentence)
            frame.sentences([made.silent] if made.silent else [])
    rooms.draw(region=made.region)


def alliances(shown: Portrait) -> None:
    """Draw what is published of the alliances, in the region then in France."""
    made = shown.report
    if place := frame.part(made.alliance_title, folded=True):
        with place:
            if shown.alliances is None:
                frame.empty(
                    "Aucun chiffre sur les alliances n’est publié pour cette région.",
                    "Les chiffres de la France sont ci-dessous.",
                )
            else:
                frame.table(shown.alliances, f"{made.alliance_title}.")
            frame.sentences([], lead="Ce qui est publié pour la France")
            frame.table(territory.country_of, "Chiffres publiés pour la France.")
            frame.link("alliances.py", "Voir les alliances et initiatives sur la carte")


def strengths(shown: Portrait) -> None:
    """Draw the most and the least fragile domains, and where feelings and measures part."""
    made = shown.report
    if place := frame.part("Les plus et les moins fragiles, angles morts et inquiétudes", folded=True):
        with place:
            frame.sentences([reading.STRENGTHS])
            frame.table(shown.strengths, "Domaines les plus et les moins fragiles de la région.")
            frame.points(made.spots)
            if not made.spots:
                frame.empty(
                    "Aucun angle mort ni inquiétude n’est établi avec les chiffres publiés.",
                    "La page «\u00a0Écarts\u00a0» dit ce qui existe pour chaque acteur.",
                )


def similar(shown: Portrait) -> None:
    """Draw the regions that resemble this one on the chosen basis, and what is compared."""
    made, basis = shown.report, likeness.basis(selectors.chosen(likeness.NAME))
    if place := frame.part("Régions semblables", folded=True):
        with place:
            selectors.selector(likeness.PARAMETER)
            near = made.similar_by(basis)
            frame.sentences([near.sentence])
            buttons(near.codes, "semblable")
            frame.link("compare.py", near.offer, regions=",".join((made.region, *near.codes)))
            dimensions.draw()


def initiatives(shown: Portrait) -> None:
    """Draw what is tried in the region."""
    if place := frame.part("Initiatives locales", folded=True):
        with place:
            if shown.initiatives is None:
                frame.empty(
                    "Aucune initiative n’est placée dans cette région.",
                    "La page «\u00a0Alliances et initiatives\u00a0» les liste toutes.",
                )
            else:
                frame.table(shown.initiatives, "Initiatives placées dans la région.")


def identity(shown: Portrait) -> None:
    """Draw the identity card of the region."""
    made = shown.report
    if place := frame.part(made.identity_title, folded=True):
        with place:
            frame.sentences(made.identity_sentences)
            frame.table(shown.identity, f"{made.identity_title}.")


def unpublished(shown: Portrait) -> None:
    """Say what the region has no figure for."""
    if place := frame.part("Ce qui n’est pas publié pour cette région", folded=True):
        with place:
            frame.points(shown.report.unpublished or ["Tout ce que ce rapport emploie est publié."])


def buttons(codes: tuple[str, ...], prefix: str) -> None:
    """Offer regions in one click."""
    names = choices.parameters()["region"].options
    with st.container(horizontal=True):
        for code in codes:
            selectors.offer(names[code], f"{prefix}_{code}", region=code)


main()
