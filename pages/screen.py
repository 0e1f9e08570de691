"""The size of the reader's window, so that the map fills it on a phone, a laptop and a projector.

Streamlit does not say it, and letters grow with the room there is. The page that the browser gets first
(`pages.shell`) writes it in a cookie, for the first run; a component of a few lines reports what
changes. Sizes are grouped in a few steps so that drawings can be shared between readers.
"""

import re

import streamlit as st

from charts.look import MAP
from charts.palette import DARK, LIGHT, Page
from pages.shell import SIZE_COOKIE

# Under 640 pixels Streamlit stacks the columns.
_PHONE = 640
# What Streamlit leaves empty on both sides of a page, on a phone and elsewhere.
_MARGINS = (32, 180)
# What the words above and below the figure need, in pixels of height.
_WORDS = 400
# From this width on words are larger by so much (`pages/scripts/media.css`), and so is what is around them.
_HALL, _GROWN = 1800, 18 / 16
_STEP = 30
_SMALLEST, _LARGEST, _WIDEST = 280, 900, 1700
# What is drawn for a browser that says nothing.
LAPTOP = (1366, 768)
_KEY, _KNOWN = "fenetre", "taille"
_WRITTEN = re.compile(r"([1-9]\d{1,4})x([1-9]\d{1,4})", re.ASCII)
_REPORTER = """
export default function ({ data, setStateValue }) {
  let last = data.join();
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
    known = list(window())
    # Of a dict, Streamlit would look at each value for a table.
    answer = _component(key=_KEY, data=known, default={"size": known}, on_size_change=_reported)
    st.session_state[_KNOWN] = _whole(answer["size"])


def colours() -> Page:
    """Return the colours of the reader's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def known_size() -> tuple[int, int]:
    """Return the width and height, in pixels, that a map may take; a laptop's if it is not known."""
    return fit(*window())


def page_width(window_width: int) -> int:
    """Return how wide the page is in a window, in pixels."""
    return min(_WIDEST, max(_SMALLEST, _room(window_width) // _STEP * _STEP))


def window() -> tuple[int, int]:
    """Return the width and height of the reader's window, in pixels, as last measured."""
    measured = st.session_state.get(_KNOWN)
    return _whole(list(measured)) if measured else _written(st.context.cookies.get(SIZE_COOKIE))


def fit(window_width: int, window_height: int) -> tuple[int, int]:
    """Choose the size of the map in a window: five elevenths of it, or its whole width on a phone."""
    room = _room(window_width)
    if window_width <= _PHONE:
        return _stepped(room), _stepped(room)
    width = _stepped(room * MAP[0] // MAP[1])
    return width, min(width, _stepped(window_height - round(_WORDS * _grown(window_width))))


def _room(window_width: int) -> int:
    return window_width - round(_MARGINS[window_width > _PHONE] * _grown(window_width))


def _grown(window_width: int) -> float:
    return _GROWN if window_width >= _HALL else 1


def _stepped(room: int) -> int:
    return max(_SMALLEST, min(_LARGEST, room // _STEP * _STEP))


def _written(cookie: object) -> tuple[int, int]:
    """Read the cookie, which may be anything; without a browser (`AppTest`) it is no text."""
    found = _WRITTEN.fullmatch(cookie) if isinstance(cookie, str) else None
    return (int(found[1]), int(found[2])) if found else LAPTOP


def _whole(size: object) -> tuple[int, int]:
    """Read what the browser sent, which may be anything."""
    match size:
        case [int(width), int(height)]:
            return width, height
        case _:
            return LAPTOP


def _reported() -> None:
    """Take note of the size before the run it causes, which tells the component what is known."""
    st.session_state[_KNOWN] = _whole(st.session_state[_KEY]["size"])


_component = st.components.v2.component("taille_fenetre", js=_REPORTER)
