"""The pages as Streamlit knows them, made once: at each run it would look for every script on the disk."""

from copy import copy
from functools import cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.menu import ENTRIES


def pages() -> dict[str, StreamlitPage]:
    """Return the pages of one run by their address: Streamlit notes in them which one it runs."""
    return {address: copy(page) for address, page in _made().items()}


@cache
def _made() -> dict[str, StreamlitPage]:
    return {
        entry.address: st.Page(
            entry.script, title=entry.title, url_path=entry.address, default=entry is ENTRIES[0]
        )
        for entry in ENTRIES
    }
