"""« Alliances et initiatives »: the initiatives on the map, then what is published on alliances."""

from functools import partial

import streamlit as st

from pages import frame, selectors
from pages.facade import alliances, initiatives
from pages.tables import plain
from pages.taken import Taken
from wording.lists import joined

LEAD = "Initiatives locales que nomment les documents de l’Observatoire."
PLACES = (
    "Le nombre écrit sur un département est celui des initiatives que les documents y situent. Un "
    "département sans nombre n’est pas un département sans initiative\u202f: ces documents n’en citent pas."
)
NEARER = "Agrandir et déplacer la carte"
# The topics on the whole country that stand open: fewer under the figures of a region, or one initiative.
OPEN = 3


def main() -> None:
    """Draw the page for what is chosen."""
    named = initiatives.named_of(selectors.chosen("theme"), selectors.chosen("nature"), frame.look())
    st.title(named.title, anchor=False)
    one()
    frame.sentences([PLACES], lead=LEAD)
    drawing(named)
    # Beside the map when it is one sentence.
    if named.table or not named.map:
        listing(named)
    figures_of_region()
    opened = OPEN - 2 * bool(selectors.chosen("region")) - bool(selectors.chosen("initiative"))
    for position, topic in enumerate(alliances.TOPICS):
        figures_on(topic, folded=position >= opened)
    others()
    frame.source(alliances.sources(), outlines=True, measured=())


def one() -> None:
    """Show one initiative before the others, when it was looked for by its name."""
    code = selectors.chosen("initiative")
    if not code:
        return
    found = initiatives.one(code)
    st.header(plain(found.title), anchor=False)
    frame.table(found.table, f"{found.title}. Lieu, actions, source.")
    selectors.offer("Fermer cette initiative", "fermer_initiative", initiative="")


def drawing(named: initiatives.Named) -> None:
    """Draw the map beside what it says."""
    if not (named.map and named.legend):
        return
    left, right = st.columns([5, 6])
    with left:
        place = st.container()
        near = st.toggle(NEARER)
        with place:
            if near:
                look = frame.look()
                deck = initiatives.zoomed(selectors.chosen("theme"), selectors.chosen("nature"), look)
                st.pydeck_chart(deck, height=look.size[1], alt=named.map.alternative)
            else:
                frame.figure(named.map)
        frame.figure(named.legend, taken(named))
    with right:
        if not named.table:
            listing(named)
        frame.points(named.notes)
        frame.points(named.outside)


def taken(named: initiatives.Named) -> Taken:
    """Return what the menu of the map gives away; its legend is in the same picture."""
    chosen = selectors.chosen("theme"), selectors.chosen("nature")
    return Taken(
        title=named.title,
        subtitle=f"{LEAD} {PLACES}",
        source=frame.mapped(initiatives.sources()),
        numbers=partial(initiatives.numbers_of_map, *chosen),
        drawing=partial(initiatives.picture_of_map, *chosen),
    )


def taken_of(topic: str, part: alliances.Part) -> Taken:
    """Return what the menu of a topic gives away."""
    return Taken(
        title=part.title,
        subtitle=part.note,
        source=joined(part.sources),
        numbers=partial(alliances.numbers_of_part, topic),
        drawing=partial(alliances.picture_of_part, topic),
    )


def listing(named: initiatives.Named) -> None:
    """List the initiatives, or say why there is none."""
    if named.table:
        said = f"{named.title}. Une ligne par initiative\u202f: lieu, actions, source."
        frame.table(named.table, said, folded=named.folded)
        return
    frame.empty(
        "Les documents ne citent aucune initiative pour ce choix.",
        f"{named.elsewhere} Élargissez le domaine, la région ou la nature.",
    )


def figures_of_region() -> None:
    """List the figures published for the chosen region."""
    if not selectors.chosen("region"):
        return
    shown = alliances.regional(selectors.chosen("region"))
    st.header(shown.title, anchor=False)
    if shown.table:
        frame.table(shown.table, f"{shown.title}.")
    else:
        frame.empty(
            "Aucun chiffre sur les alliances n’est publié pour cette région.",
            f"{shown.elsewhere} Les chiffres de la France entière suivent.",
        )


def figures_on(topic: str, *, folded: bool) -> None:
    """Draw the figures of a topic."""
    part = alliances.part_of(topic, frame.look())
    if part is None:
        return
    if place := frame.part(part.title, folded=folded):
        with place:
            frame.sentences([part.note])
            frame.figure(part.drawing, taken_of(topic, part))
            said = f"{part.title}. Les mêmes nombres, avec leur source."
            frame.table(lambda: part.table, said, folded="" if folded else frame.NUMBERS)


def others() -> None:
    """List the figures that no drawing shows."""
    shown = alliances.others()
    if shown.table:
        frame.table(shown.table, f"{shown.title}.", folded=shown.title)


main()
