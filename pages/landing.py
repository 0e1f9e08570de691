"""Where a reader lands: a button far down a page that changes what the page is about leads to its top.

Streamlit keeps the place of the page that is left, and has no setting for it: a component of one line does.
"""

import streamlit as st

_ASKED = "en_haut_demande"
_UP = """
export default function () {
  document.querySelector("[data-testid=stMain]").scrollTop = 0;
}
"""


def at_the_top() -> None:
    """Have the next run shown from its top."""
    st.session_state[_ASKED] = True


def land() -> None:
    """Go to the top if it was asked; the router puts this last on the page, where it moves nothing."""
    if st.session_state.pop(_ASKED, False):
        # Told where it is: asked twice in a row, it goes up twice.
        _component(key="en_haut", data=st.query_params.to_dict())


_component = st.components.v2.component("en_haut", js=_UP)
