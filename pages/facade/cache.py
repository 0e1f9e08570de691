"""How results are kept: whole, shared between visitors, a limited number of them."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import streamlit as st

from charts.look import Look

_Function = TypeVar("_Function", bound=Callable[..., Any])


def kept(*, max_entries: int) -> Callable[[_Function], _Function]:
    """Keep the results of a function of the edition's key, the store (not part of the key) and codes.

    A `Look` is told from another by its words: Streamlit's own way to tell dataclasses apart takes twice as
    long, a dozen times a page.
    """
    decorator: Any = st.cache_resource(show_spinner=False, max_entries=max_entries, hash_funcs={Look: repr})
    return cast("Callable[[_Function], _Function]", decorator)
