"""One figure alone on the screen, for a room: its title, legend, source and mention go with it.

The picture is the one that is taken away, drawn narrower so that its letters are larger, and asked for by the
click. It is shown whole when its smallest letters then are 3 % of the height of the screen; otherwise they
are made so and the picture scrolls. A browser that fills no screen (some phones) fills its window.
"""

from collections.abc import Callable

import streamlit as st

_LABEL, _WAITING, _LEAVE = "Plein écran", "Préparation de la figure…", "Quitter le plein écran"
_HTML = f"""
<button type="button" class="enter">{_LABEL}</button>
<section tabindex="-1" aria-label="{_LABEL}">
<button type="button" class="leave">{_LEAVE}</button>
<div role="status"></div>
</section>
"""
_LOOK = """
:host { display: block; }
button { font: inherit; color: inherit; padding: .4rem .75rem; min-height: 2.5rem; cursor: pointer;
  background: var(--st-background-color); border: 1px solid var(--st-border-color); border-radius: .3rem; }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
section { display: none; }
section:fullscreen, section:popover-open { display: block; position: fixed; inset: 0; box-sizing: border-box;
  width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0;
  overflow: auto; background: #ffffff; color: #1c1b2e; font-size: 3vh; }
section:focus { outline: none; }
section .leave { position: fixed; right: .5rem; bottom: .5rem; color: #1c1b2e; background: #ffffff;
  font-size: 1rem; opacity: .25; }
section .leave:hover, section .leave:focus-visible { opacity: 1; }
svg { display: block; margin: auto; height: auto; }
svg text { font-family: "Source Sans", sans-serif; }
"""
_SHOW = """
// Three hundredths of the height of the screen.
const LETTERS = 3;
const fitted = svg => {
  const { width, height } = svg.viewBox.baseVal;
  const drawn = svg.getBoundingClientRect().width / width;
  const sizes = [...svg.querySelectorAll("text")].map(
    text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a / drawn);
  const needed = LETTERS * width / Math.min(...sizes);
  svg.style.width = `min(100vw, max(${100 * width / height}vh, ${needed}vh))`;
};
export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector("section");
  const picture = place.querySelector("div");
  const shown = () => place.matches(":fullscreen") || place.matches(":popover-open");
  if (data.svg && shown()) {
    picture.innerHTML = data.svg;
    fitted(picture.querySelector("svg"));
  }
  parentElement.querySelector(".enter").onclick = async () => {
    picture.textContent = data.waiting;
    setTriggerValue("asked", true);
    try { await place.requestFullscreen(); }
    catch { place.popover = "manual"; place.showPopover(); }
    place.focus();
  };
  const leave = () => {
    if (place.matches(":fullscreen")) document.exitFullscreen();
    if (place.matches(":popover-open")) place.hidePopover();
    parentElement.querySelector(".enter").focus();
  };
  place.querySelector(".leave").onclick = leave;
  // What is under the figure does not hear the key.
  place.onkeydown = event => { event.stopPropagation(); if (event.key === "Escape") leave(); };
}
"""


def full_screen(picture: Callable[[], str], *, key: str) -> None:
    """Draw the button; `picture`: makes the SVG, called in the run that a click asks for."""
    asked = f"{key}_demande"
    svg = picture() if st.session_state.pop(asked, False) else ""
    _component(
        key=key,
        data={"svg": svg, "waiting": _WAITING},
        on_asked_change=lambda: st.session_state.update({asked: True}),
    )


_component = st.components.v2.component("plein_ecran", html=_HTML, css=_LOOK, js=_SHOW)
