"""The size of the reader's window, so that the map fills it on a phone, a laptop and a projector.

Streamlit does not say it, and letters grow with the room there is: a component of a few lines reports it.
Sizes are grouped in a few steps so that drawings can be shared between readers.
"""

import streamlit as st

from charts.look import MAP

# Under 640 pixels Streamlit stacks the columns.
_PHONE = 640
# What Streamlit leaves empty on both sides of a page, on a phone and elsewhere.
_MARGINS = (32, 180)
# What the words above and below the figure need, in pixels of height.
_WORDS = 400
_STEP = 30
_SMALLEST, _LARGEST, _WIDEST = 280, 900, 1700
# What is drawn until the browser answers.
LAPTOP = (1366, 768)
_KNOWN = "taille"
_REPORTER = """
export default function ({ setStateValue }) {
  let last = "";
  const report = () => {
    const size = [window.innerWidth, window.innerHeight];
    if (size.join() !== last) { last = size.join(); setStateValue("size", size); }
  };
  let waiting;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(report, 200); };
  report();
  window.addEventListener("resize", later);
  return () => window.removeEventListener("resize", later);
}
"""


def measure() -> None:
    """Ask the browser for the size of its window; the router puts this last on the page."""
    answer = _component(key="fenetre", default={"size": list(LAPTOP)}, on_size_change=_nothing)
    st.session_state[_KNOWN] = _whole(answer["size"])


def known_size() -> tuple[int, int]:
    """Return the width and height, in pixels, that a map may take; a laptop's until the browser answers."""
    return fit(*window())


def page_width(window_width: int) -> int:
    """Return how wide the page is in a window, in pixels."""
    return min(_WIDEST, max(_SMALLEST, _room(window_width) // _STEP * _STEP))


def window() -> tuple[int, int]:
    """Return the width and height of the reader's window, in pixels, as last measured."""
    return _whole(list(st.session_state.get(_KNOWN, LAPTOP)))


def fit(window_width: int, window_height: int) -> tuple[int, int]:
    """Choose the size of the map in a window: five elevenths of it, or its whole width on a phone."""
    room = _room(window_width)
    if window_width <= _PHONE:
        return _stepped(room), _stepped(room)
    width = _stepped(room * MAP[0] // MAP[1])
    return width, min(width, _stepped(window_height - _WORDS))


def _room(window_width: int) -> int:
    return window_width - _MARGINS[window_width > _PHONE]


def _stepped(room: int) -> int:
    return max(_SMALLEST, min(_LARGEST, room // _STEP * _STEP))


def _whole(size: object) -> tuple[int, int]:
    """Read what the browser sent, which may be anything."""
    match size:
        case [int(width), int(height)]:
            return width, height
        case _:
            return LAPTOP


def _nothing() -> None:
    """Take note of the size: the rerun it causes is enough."""


_component = st.components.v2.component("taille_fenetre", js=_REPORTER)
