"""The router: the frame of every page. Choices, warnings that concern every page, then the page itself."""

from copy import copy
from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from loaders.served.keeper import NoEdition
from pages import frame, landing, screen, search, selectors
from pages.facade import choices, current, domain, edition
from pages.menu import DATA_PAGE, ENTRIES, INDICATOR, METHOD, Entry, declared, idle
from pages.sections import door
from pages.shell import TITLE
from pages.tables import plain
from pages.turns import TURNS
from pages.wrong_address import CORRECTED, MARK
from wording import mentions

_EDITION = "edition"
PRIVATE = "pour vous seul. Recharger la page ramène aux données publiques."


def main() -> None:
    """Draw one page in its frame."""
    try:
        refusal = current.begin(current.shown())
    except NoEdition as none:
        unavailable(plain(str(none)))
        return
    # A page notes whether it may run: each run has pages of its own.
    pages = {address: copy(page) for address, page in declared().items()}
    parameters = choices.parameters()
    forget_choices()
    page = st.navigation(list(pages.values()), position="top")
    entry = next(item for item in ENTRIES if pages[item.address] == page)
    # Nothing slow between the two: the browser writes one address when it hears of the page and of its
    # choices together, and two, the first without choices, when it hears of the page first.
    selectors.settle(parameters, entry.address)
    st.set_page_config(page_title=entry.tab(TITLE, part(entry)), layout="wide")
    lost(entry)
    warnings(refusal)
    arriving = entry is ENTRIES[0] and door.wanted()
    offered = (
        domain.offered(parameters, selectors.chosen("domaine")) if INDICATOR in entry.uses else parameters
    )
    # In the same place on every page: the box keeps the focus from one to the next.
    with selectors.line():
        search.box()
        if not arriving:
            selectors.fill(
                offered, entry.uses, entry.folded, idle(entry, partial(selectors.chosen_among, offered))
            )
    if arriving:
        door.draw()
        selectors.draw(parameters, entry.uses, entry.folded)
    if set(METHOD) & set(entry.folded):
        frame.changed_method()
    body(page)
    selectors.finish()


def body(page: StreamlitPage) -> None:
    """Draw what is the page's own, then ask for the size of the window."""
    content, end = st.container(), st.container()
    # Last on the page: while the browser loads it, nothing that is read moves.
    with end:
        screen.measure()
        landing.land()
    with content:
        page.run()


def part(entry: Entry) -> str:
    """Return what the page shows that another address of it does not: its region or its section."""
    name = "region" if "region" in entry.uses else "section" if entry.title == DATA_PAGE else ""
    code = selectors.chosen(name) if name else ""
    return choices.label(name, code) if code else ""


def forget_choices() -> None:
    """When the edition is another one than in the run before, read the choices again from the address."""
    key = edition.current().store.key
    if st.session_state.setdefault(_EDITION, key) != key:
        st.session_state[_EDITION] = key
        selectors.forget()


def banner() -> None:
    """Name the workbook of this visitor for as long as it replaces the public one, with one way back."""
    own = current.shown()
    if own is None:
        return
    whose = "Données d’entraînement" if own.training else "Votre classeur"
    with st.container(border=True):
        said, back = st.columns([3, 1], vertical_alignment="center")
        said.markdown(f"**{whose} «\u00a0{plain(own.name)}\u00a0»**, {PRIVATE}")
        back.button("Revenir aux données publiques", on_click=current.leave, width="stretch")


def lost(entry: Entry) -> None:
    """Say that the address was not one of ours, until something is chosen."""
    if st.query_params.get(MARK) == CORRECTED:
        st.warning(
            f"L’adresse demandée n’existe pas ou plus\u202f: voici la page «\u00a0{entry.title}\u00a0»."
        )


def warnings(refusal: str) -> None:
    """Say what every page must say of its data and of its address."""
    banner()
    if refusal:
        st.warning(
            f"Le classeur a changé mais n’a pas pu être lu\u202f: {plain(refusal)} "
            "L’édition précédente reste affichée."
        )
    if current.identity().fictional:
        st.warning(mentions.NOT_MEASURED)
    for problem in selectors.problems():
        st.warning(problem)


def unavailable(why: str) -> None:
    """Say why nothing can be shown, under any address."""
    st.set_page_config(layout="wide")

    def said() -> None:
        st.title("Données indisponibles", anchor=False)
        st.error(why)

    said_at = [
        st.Page(said, title="Données indisponibles", url_path=entry.address, default=entry is ENTRIES[0])
        for entry in ENTRIES
    ]
    st.navigation(said_at, position="hidden").run()


with TURNS.turn():
    main()
