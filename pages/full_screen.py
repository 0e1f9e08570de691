"""One figure on the whole screen, for a room: its title, source and mention on each of its screens.

The screens are drawn for the shape of this one (see `exports.screens`), when the click asks for them; keys
and remotes turn them. A browser that fills no screen (some phones) fills its window.
"""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from pages.clipboard import BUTTON

_LABEL, _WAITING, _LEAVE = "Plein écran", "Préparation de la figure…", "Quitter le plein écran"
_HTML = f"""
<button type="button" class="enter">{_LABEL}</button>
<section tabindex="-1" aria-label="{_LABEL}">
<div role="status"></div>
<nav>
<button type="button" class="before">Précédent</button>
<button type="button" class="after">Suivant</button>
<button type="button" class="leave">{_LEAVE}</button>
</nav>
</section>
"""
_SCRIPTS = Path(__file__).with_name("scripts")
_LOOK = BUTTON + _SCRIPTS.joinpath("full_screen.css").read_text(encoding="utf-8")
_SHOW = _SCRIPTS.joinpath("full_screen.js").read_text(encoding="utf-8")
# What is drawn for a browser that says nothing.
_WIDE = 16 / 9


def full_screen(screens: Callable[[float], list[str]], *, key: str) -> None:
    """Draw the button; `screens`: makes the SVG of each screen for a shape, when a click asks for them."""
    asked = f"{key}_demande"
    shape = st.session_state.pop(asked, None)
    _component(
        key=key,
        data={"screens": screens(shape) if shape else [], "waiting": _WAITING},
        on_asked_change=lambda: st.session_state.update({asked: _shape(st.session_state[key]["asked"])}),
    )


def _shape(asked: object) -> float:
    """Read how many times the screen is wider than high; the browser may send anything."""
    return float(asked) if isinstance(asked, int | float) and 0 < asked < float("inf") else _WIDE


_component = st.components.v2.component("plein_ecran", html=_HTML, css=_LOOK, js=_SHOW)
