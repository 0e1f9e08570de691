"""« Données et méthode »: one section at a time, chosen in a row of buttons and in the address."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from pages import frame, selectors
from pages.facade import sections
from pages.sections import (
    coverage,
    dictionary,
    editions,
    importance,
    own_workbook,
    provenance,
    quality,
    settings,
    takeaway,
    ten_steps,
    words,
)
from wording.mentions import WORKBOOK

DRAWN: dict[str, Callable[[], None]] = {
    sections.DICTIONARY: dictionary.draw,
    sections.WORDS: words.draw,
    sections.STEPS: ten_steps.draw,
    sections.SETTINGS: settings.draw,
    sections.DECIDING: importance.draw,
    sections.QUALITY: quality.draw,
    sections.COVERAGE: coverage.draw,
    sections.PROVENANCE: provenance.draw,
    sections.OWN: own_workbook.draw,
    sections.EDITIONS: editions.draw,
    sections.TAKEAWAY: takeaway.draw,
}
# The sections whose numbers depend on the method; « Réglages » says so itself.
COMPUTED = {sections.DICTIONARY, sections.DECIDING, sections.PROVENANCE}
CHANGE = "Elle se change dans la section «\u00a0Réglages\u00a0»."


def main() -> None:
    """Draw the page."""
    menu()
    section = selectors.chosen(sections.PARAMETER.name)
    if section in COMPUTED:
        frame.changed_method(CHANGE)
    DRAWN[section]()
    frame.source(f"{WORKBOOK}, une source par indicateur dans le dictionnaire")


def menu() -> None:
    """Draw the names of the sections; the one that is shown stays pressed."""
    item = sections.PARAMETER
    section = selectors.chosen(item.name)
    drawn = partial(
        st.pills,
        item.label,
        list(item.options),
        required=True,
        format_func=item.options.__getitem__,
        label_visibility="collapsed",
    )
    picked = partial(selectors.picked, item.name)
    selectors.held(drawn, f"choix_{item.name}", section, {"default": section}, picked)


main()
