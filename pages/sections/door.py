"""The front door: what this is, which territory is yours; the national picture comes under it."""

import streamlit as st

from charts.look import MAP
from pages import frame, selectors
from pages.facade import choices
from pages.facade.door import country, door
from pages.sections import map_and_bars

ASKED, NAMES = "porte_region", "porte_noms"
_KEY, _OPENED = "porte", "territoire_ouvert"
_TYPE = "Tapez les premières lettres de son nom"
# As high as what stands beside it, in pixels.
_TALLEST = 400
_BELOW = "La situation de la France, domaine par domaine, est plus bas."


def wanted() -> bool:
    """Say whether nothing has been chosen yet."""
    parameters = choices.parameters()
    return selectors.codes(parameters) == {name: item.default for name, item in parameters.items()}


def draw() -> None:
    """Draw what the site is, the question, the regions to choose from and the map beside them."""
    shown = door()
    left, right = st.columns(MAP[::-1])
    with left:
        st.title(shown.title, anchor=False)
        frame.sentences([shown.what, shown.made])
        st.header(shown.question, anchor=False)
        st.selectbox(
            shown.question,
            list(shown.regions),
            index=None,
            format_func=shown.regions.__getitem__,
            placeholder=_TYPE,
            key=ASKED,
            label_visibility="collapsed",
            on_change=lambda: open_region(str(st.session_state[ASKED] or "")),
        )
        # One element for thirteen names: each costs at every arrival.
        st.pills(
            shown.question,
            list(shown.regions),
            format_func=shown.regions.__getitem__,
            key=NAMES,
            wrap=True,
            label_visibility="collapsed",
            on_change=lambda: open_region(str(st.session_state[NAMES] or "")),
        )
        frame.sentences([_BELOW])
    with right:
        look = frame.look()
        width, height = look.size
        drawn = country(look, width, min(height, _TALLEST))
        map_and_bars.clickable(drawn, key=_KEY, on_click=open_region)


def open_region(code: str) -> None:
    """Choose a region; the next run opens its page (a callback cannot)."""
    if code:
        selectors.choose("region", code)
        st.session_state[_OPENED] = True


def follow() -> None:
    """Open the page of the region that was chosen in the run before."""
    if st.session_state.pop(_OPENED, False):
        st.switch_page("territory.py")
