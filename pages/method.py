"""« Données et méthode »: one section at a time, chosen in a row of buttons and in the address."""

from collections.abc import Callable

import streamlit as st

from pages import frame, selectors
from pages.facade import sections
from pages.sections import (
    coverage,
    dictionary,
    editions,
    leave_one_out,
    own_workbook,
    provenance,
    quality,
    settings,
    takeaway,
    words,
)

DRAWN: dict[str, Callable[[], None]] = {
    sections.DICTIONARY: dictionary.draw,
    sections.WORDS: words.draw,
    sections.SETTINGS: settings.draw,
    sections.REMOVED: leave_one_out.draw,
    sections.QUALITY: quality.draw,
    sections.COVERAGE: coverage.draw,
    sections.PROVENANCE: provenance.draw,
    sections.OWN: own_workbook.draw,
    sections.EDITIONS: editions.draw,
    sections.TAKEAWAY: takeaway.draw,
}
# The sections whose numbers depend on the method; « Réglages » says so itself.
COMPUTED = {sections.DICTIONARY, sections.REMOVED, sections.PROVENANCE}
CHANGE = "Elle se change dans la section «\u00a0Réglages\u00a0»."


def main() -> None:
    """Draw the page."""
    menu()
    section = selectors.chosen(sections.PARAMETER.name)
    if section in COMPUTED:
        frame.changed_method(CHANGE)
    DRAWN[section]()
    frame.source("classeur des indicateurs régionaux, une source par indicateur dans le dictionnaire")


def menu() -> None:
    """Draw the names of the sections; the one that is shown stays pressed."""
    item = sections.PARAMETER
    key = f"choix_{item.name}"
    st.session_state[key] = selectors.chosen(item.name)
    st.pills(
        item.label,
        list(item.options),
        required=True,
        format_func=item.options.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=picked,
    )


def picked() -> None:
    """Write the section in the address."""
    name = sections.PARAMETER.name
    selectors.choose(name, st.session_state[f"choix_{name}"])


main()
