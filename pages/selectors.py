"""The choices shared by every page: drawn by the router, kept from page to page, written in the address.

The address decides on arrival and when the reader goes back or forward; after that the selectors decide, and
write the address. Moving to another page keeps every choice.
"""

from collections.abc import Iterable, Sequence

import streamlit as st

from pages.parameters import Parameter, read, write

_CHOSEN, _SEEN, _PAGE, _PROBLEMS = "choisi", "adresse", "page", "problemes"


def settle(parameters: Sequence[Parameter], page: str) -> None:
    """Decide what is chosen in this run, from the address or from the previous run."""
    state = st.session_state
    given = st.query_params.to_dict()
    asked = {item.name: given[item.name] for item in parameters if item.name in given}
    moved = state.get(_PAGE, page) != page
    if _CHOSEN not in state or (asked != state[_SEEN] and not (moved and not asked)):
        state[_CHOSEN], state[_PROBLEMS] = read(parameters, asked)
        state[_SEEN] = asked
    elif moved:
        _write(state[_CHOSEN])
    state[_PAGE] = page


def forget() -> None:
    """Read the address again at the next `settle`: what was chosen in one edition may not be in another."""
    st.session_state.pop(_CHOSEN, None)


def draw(parameters: Iterable[Parameter], shown: Sequence[str], folded: Sequence[str] = ()) -> None:
    """Draw the selectors a page uses on one line, two by two on a phone; `folded` ones under a button."""
    known = {item.name: item for item in parameters}
    if not shown and not folded:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in shown:
            selector(known[name])
        if folded:
            changed = [name for name in folded if chosen(name) != known[name].default]
            with st.popover("Réglages modifiés" if changed else "Réglages"):
                for name in folded:
                    selector(known[name])


def selector(item: Parameter) -> None:
    """Draw one selector."""
    key = f"choix_{item.name}"
    st.session_state[key] = chosen(item.name)
    st.selectbox(
        item.label,
        list(item.options),
        format_func=item.options.__getitem__,
        key=key,
        placeholder="Choisir",
        on_change=_picked,
        args=(item.name,),
    )


def chosen(name: str) -> str:
    """Return the code chosen for a parameter."""
    return str(st.session_state[_CHOSEN][name])


def choose(name: str, code: str) -> None:
    """Choose a code from elsewhere than its selector (a click on the map)."""
    st.session_state[_CHOSEN] = st.session_state[_CHOSEN] | {name: code}
    st.session_state[_PROBLEMS] = []
    _write(st.session_state[_CHOSEN])


def problems() -> list[str]:
    """Return what the address got wrong, until the reader chooses something."""
    return list(st.session_state[_PROBLEMS])


def _picked(name: str) -> None:
    choose(name, st.session_state[f"choix_{name}"])


def _write(values: dict[str, str]) -> None:
    st.session_state[_SEEN] = write(values)
    st.query_params.from_dict(st.session_state[_SEEN])
