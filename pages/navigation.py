"""The router: the frame of every page. Choices, warnings that concern every page, then the page itself."""

import streamlit as st

from loaders.editions import NoEdition
from pages import frame, screen, selectors
from pages.facade import choices, current
from pages.menu import ENTRIES, METHOD
from pages.shell import TITLE
from pages.tables import plain
from wording import mentions


def main() -> None:
    """Draw one page in its frame."""
    st.set_page_config(page_title=TITLE, layout="wide")
    try:
        shown = current.begin()
    except NoEdition as refusal:
        unavailable(plain(str(refusal)))
        return
    pages = {
        entry.address: st.Page(
            entry.script, title=entry.title, url_path=entry.address, default=entry is ENTRIES[0]
        )
        for entry in ENTRIES
    }
    page = st.navigation(list(pages.values()), position="top")
    entry = next(item for item in ENTRIES if pages[item.address] == page)
    parameters = choices.parameters()
    selectors.settle(parameters, entry.address)
    warnings(shown.refusal)
    selectors.draw(parameters, entry.uses, entry.folded)
    if set(METHOD) & set(entry.folded):
        frame.changed_method()
    content, end = st.container(), st.container()
    # Last on the page: while the browser loads it, nothing that is read moves.
    with end:
        screen.measure()
    with content:
        page.run()


def warnings(refusal: str | None) -> None:
    """Say what every page must say of its data and of its address."""
    if refusal:
        st.warning(
            f"Le classeur a changé mais n’a pas pu être lu\u202f: {plain(refusal)} "
            "L’édition précédente reste affichée."
        )
    if current.edition().fictional:
        st.warning(mentions.NOT_MEASURED)
    for problem in selectors.problems():
        st.warning(problem)


def unavailable(why: str) -> None:
    """Say why nothing can be shown, under any address."""

    def said() -> None:
        st.title("Données indisponibles", anchor=False)
        st.error(why)

    st.navigation([st.Page(said, title="Données indisponibles")], position="hidden").run()


main()
