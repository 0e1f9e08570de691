"""What opens when a reader asks for it: until then it is neither made nor sent."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

# What reads pages whole opens everything.
UNFOLDED = False


def fold(label: str, key: str, *, opened: bool = False) -> DeltaGenerator | None:
    """Draw a line that unfolds what is under it; returns where that is drawn, None while it is closed."""
    drawn = st.expander(label, expanded=UNFOLDED or opened, key=key, on_change="rerun")
    return drawn if drawn.open else None


def drawer(label: str, key: str) -> DeltaGenerator | None:
    """Draw a button that opens a panel; returns where what it holds is drawn, None while it is closed."""
    drawn = st.popover(label, key=key, on_change="rerun")
    return drawn if UNFOLDED or drawn.open else None


def keep_open(key: str) -> None:
    """Leave a panel open in the next run: under another label, it is another panel to Streamlit."""
    st.session_state[key] = True
