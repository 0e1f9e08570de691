"""« Comparer »: two to five regions, domain by domain, then on maps, then their ranks and what is felt."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages import frame, screen, selectors
from pages.facade import compare, likeness, off_screen
from pages.facade.compare import NAME
from pages.parameters import codes_of
from pages.sections import dimensions
from pages.taken import Taken, named
from wording.mentions import WORKBOOK

KEY = f"choix_{NAME}"
DRAWN = "Chaque ligne est un domaine, chaque marque une région."
READ = "Les points gris sont les autres régions\u202f; le trait joint celles qui sont comparées."
RANKED = "Rang parmi les régions, les 16 domaines ensemble, et intervalle de ce rang."
MAPPED = "Rang de chaque région dans le domaine\u202f; les régions comparées sont cerclées."
FELT = (
    "Pour chaque acteur, sa dernière enquête. L’écart est le rang mesuré du domaine parmi ceux de la région, "
    "moins son rang ressenti\u202f; ce qui n’est pas publié n’est pas estimé. Pourquoi un sens n’est pas "
    "établi\u202f: «\u00a0Mon territoire\u00a0» le dit, région par région."
)


def main() -> None:
    """Draw the page for what is chosen."""
    basis = likeness.basis(selectors.chosen(likeness.NAME))
    shown = compare.compared(codes_of(selectors.chosen(NAME)), selectors.chosen("region"), basis)
    picker(shown)
    if shown.codes:
        left_out(shown.codes, selectors.chosen("region"))
        side_by_side(shown.codes, compare.completed(shown, basis))
    else:
        st.title("Comparer de deux à cinq régions", anchor=False)
        frame.empty(
            "Aucune région n’est choisie.",
            "Choisissez-en deux à cinq ci-dessus, ou commencez par l’une de ces comparaisons.",
        )
        offers(compare.pairs(frame.method()), "Pour commencer.")
    frame.source(WORKBOOK, outlines=bool(shown.codes))


def picker(shown: compare.Compared) -> None:
    """Draw the choice of the regions; those that are compared are pressed, whoever named them."""
    named, codes = compare.short_names(), list(shown.codes)
    drawn = partial(
        st.pills,
        compare.label(codes),
        list(named),
        selection_mode="multi",
        format_func=named.__getitem__,
    )
    selectors.held(drawn, KEY, codes, {"default": codes}, partial(picked, shown))


def picked(shown: compare.Compared) -> None:
    """Write the regions in the address, once the list is changed from what was shown."""
    selectors.choose(NAME, compare.picked(shown, st.session_state[KEY]))


def left_out(codes: tuple[str, ...], region: str) -> None:
    """Offer to compare the chosen region too, when the address names others only."""
    found = compare.left_out(codes, region)
    if found and len(codes) < compare.MOST:
        selectors.offer(found, "ajout", **{NAME: ",".join([region, *codes])})


def side_by_side(codes: tuple[str, ...], why: str) -> None:
    """Draw what is compared."""
    room, region = screen.page_width(screen.window()[0]), selectors.chosen("region")
    found = compare.comparison(codes, frame.method(), frame.look(), room)
    dots, ranks, maps = taken(codes, found)
    first, *others = (*found.sentences, "")
    st.title(found.dots.title, anchor=False)
    frame.sentences([text for text in (why, first) if text], lead=DRAWN)
    frame.figure(found.legend)
    frame.figure(found.dots.drawing, dots)
    frame.sentences([READ, *others])
    offers(compare.neighbours(region if region in codes else codes[0]), "Régions semblables.")
    if found.chosen:
        frame.sentences([found.chosen])
    frame.table(found.dots.table, "Valeurs publiées et différences, un indicateur par ligne.")
    st.header("Les mêmes régions sur la carte de chaque domaine", anchor=False)
    frame.sentences([MAPPED])
    frame.figure(found.scale)
    frame.figure(found.maps, maps)
    if place := frame.part(found.ranks.title, folded=True):
        with place:
            frame.sentences([found.placed], lead=RANKED)
            frame.figure(found.ranks.drawing, ranks)
            frame.sentences([found.rule])
            if found.pairs is not None:
                frame.table(found.pairs, "Régions deux à deux, une paire par ligne.")
            frame.table(found.ranks.table, "Rangs avec leur intervalle, un niveau par ligne.")
    felt(codes)
    if place := frame.part("Régions semblables\u202f: ce qui est comparé", folded=True):
        with place:
            dimensions.draw()


def felt(codes: tuple[str, ...]) -> None:
    """Set side by side what is felt in each region, and its gap with what is measured there."""
    found = compare.felt(codes, frame.method(), frame.look())
    if not found.published:
        frame.sentences([f"{found.heading}."])
    elif place := frame.part(found.heading, folded=True):
        with place:
            frame.sentences([FELT])
            frame.table(found.table, f"{found.heading}. Un acteur et un domaine par ligne.")


def taken(codes: tuple[str, ...], found: compare.Comparison) -> tuple[Taken, Taken, Taken]:
    """Return what the menus give away: dots with their legend, ranks, maps with their scale."""
    method = frame.method()
    changed, drawn = off_screen.changed(method), (codes, method)

    def one(
        title: str,
        subtitle: str,
        numbers: Callable[[], pd.DataFrame],
        picture: Callable[..., dict[str, Any]],
        source: str = WORKBOOK,
    ) -> Taken:
        return Taken(title, subtitle + changed, source, numbers, partial(picture, *drawn))

    return (
        one(
            found.dots.title,
            f"{DRAWN} {READ}",
            partial(compare.numbers_of_dots, codes, method),
            compare.picture_of_dots,
        ),
        one(
            named(compare.named(codes), found.ranks.title),
            f"{RANKED} {found.placed} {found.rule}",
            partial(compare.numbers_of_ranks, codes, method),
            compare.picture_of_ranks,
        ),
        one(
            f"{compare.named(codes)} sur la carte de chaque domaine",
            MAPPED,
            partial(compare.numbers_of_maps, method),
            compare.picture_of_maps,
            frame.mapped(WORKBOOK),
        ),
    )


def offers(proposed: list[compare.Offer], lead: str) -> None:
    """Draw comparisons to open at one click."""
    frame.sentences([offer.said for offer in proposed], lead=lead)
    with st.container(horizontal=True):
        for place, offer in enumerate(proposed):
            asked = ",".join(offer.codes)
            selectors.offer(offer.label, f"offre_{place}", **{NAME: asked})


main()
