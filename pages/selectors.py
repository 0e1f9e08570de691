"""The choices shared by every page: drawn by the router, kept from page to page, written in the address.

The address decides on arrival and when the reader goes back or forward; after that the selectors decide, and
write the address. Moving to another page keeps every choice. A page that outlived its session (the server
restarted, a phone slept) opens another with its first choice: that choice wins over the address.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages import landing
from pages.folds import drawer, keep_open
from pages.parameters import Parameter, read, write

_VISIT = "choix"
_SETTINGS = "reglages"


@dataclass
class _Visit:
    """What a visit has chosen: one entry of the state, which Streamlit reads whole at each list of codes."""

    page: str
    chosen: dict[str, str] = field(default_factory=dict)
    # The address as last read or written, and what it got wrong.
    seen: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    # What was chosen is to be read from the address.
    unread: bool = True
    # The first run; something was chosen in it, which is not in the address yet.
    first: bool = True
    late: bool = False


# Of this run, which asks for it some thirty times: Streamlit looks through more than a dict for each.
_current: ContextVar[_Visit | None] = ContextVar("visit", default=None)


def _visit() -> _Visit:
    found: _Visit | None = _current.get()
    if found is None:
        # A callback is called before the run settles.
        found = st.session_state[_VISIT]
    return found


def settle(parameters: Mapping[str, Parameter], page: str) -> None:
    """Decide what is chosen in this run, from the address or from the previous run."""
    given = st.query_params.to_dict()
    asked = {name: given[name] for name in parameters if name in given}
    visit: _Visit | None = st.session_state.get(_VISIT)
    if visit:
        visit.first = False
    else:
        visit = st.session_state[_VISIT] = _Visit(page)
    _current.set(visit)
    moved, visit.page = visit.page != page, page
    if visit.late:
        visit.late = False
        _write(visit)
    elif visit.unread or (asked != visit.seen and not (moved and not asked)):
        visit.chosen, visit.problems = read(parameters.values(), asked)
        visit.seen, visit.unread = asked, False
    elif moved:
        _write(visit)


def finish() -> None:
    """At the end of a run: when it was the first and the browser knew better than the address, run again."""
    visit = _visit()
    visit.first = False
    if visit.late:
        st.rerun()


def forget() -> None:
    """Read the address again at the next `settle`: what was chosen in one edition may not be in another."""
    if _VISIT in st.session_state:
        _visit().unread = True


def draw(parameters: Mapping[str, Parameter], shown: Sequence[str], folded: Sequence[str] = ()) -> None:
    """Draw the selectors a page uses on one line, two by two on a phone; `folded` ones under a button."""
    with line():
        fill(parameters, shown, folded)


def line() -> DeltaGenerator:
    """Return a line for selectors, and for what stands beside them."""
    return st.container(horizontal=True, vertical_alignment="bottom")


def fill(
    parameters: Mapping[str, Parameter],
    shown: Sequence[str],
    folded: Sequence[str] = (),
    idle: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Draw them on the line that is open; `idle`: why some of them change nothing now, which are closed."""
    for name in shown:
        if name in parameters:
            selector(parameters[name], idle.get(name, ""))
    if folded:
        changed = [name for name in folded if chosen(name) != parameters[name].default]
        if place := drawer("Réglages modifiés" if changed else "Réglages", _SETTINGS):
            with place:
                for name in folded:
                    selector(parameters[name], idle.get(name, ""), then=partial(keep_open, _SETTINGS))


def selector(item: Parameter, idle: str = "", then: Callable[[], None] | None = None) -> None:
    """Draw one selector; `idle`: why it is closed and changes nothing; `then`: what else a choice does."""
    codes, code = list(item.options), chosen_among({item.name: item}, item.name)
    drawn = partial(
        st.selectbox,
        item.label,
        codes,
        format_func=item.options.__getitem__,
        placeholder="Choisir",
        disabled=bool(idle),
        help=idle or None,
    )
    held(drawn, f"choix_{item.name}", code, {"index": codes.index(code)}, partial(picked, item.name, then))


def held(
    draw: Callable[..., object],
    key: str,
    value: object,
    start: Mapping[str, object],
    changed: Callable[[], None],
) -> None:
    """Draw a widget that shows `value` and calls `changed` when the reader changes it.

    `start`: how the widget is told the same value in the first run of a session. A value put in its state
    would then replace what the browser holds, which is what the reader has just chosen on a page older than
    the session.
    """
    if not _visit().first:
        st.session_state[key] = value
        draw(key=key, on_change=changed)
    elif draw(key=key, on_change=changed, **start) != value:
        changed()


def offer(label: str, key: str, **codes: str) -> None:
    """Draw a button that chooses codes, and leads to the top of what it changes.

    On one page it stands for a link: Streamlit follows one to the page that is shown, and leaves the address
    and the place of the reader as they were.
    """
    pressed = st.button(label, key=key, on_click=_offered, args=(codes,))
    # The first run of a session knows no callback yet.
    if pressed and _visit().first:
        _offered(codes)


def in_address() -> dict[str, str]:
    """Return the choices that the address holds, those that were accepted: what a link may keep of it."""
    visit = _visit()
    return {name: code for name, code in visit.seen.items() if visit.chosen[name] == code}


def chosen(name: str) -> str:
    """Return the code chosen for a parameter."""
    return _visit().chosen[name]


def codes(names: Iterable[str]) -> dict[str, str]:
    """Return the code chosen for each of several parameters."""
    kept = _visit().chosen
    return {name: kept[name] for name in names}


def chosen_among(offered: Mapping[str, Parameter], name: str) -> str:
    """Return the code chosen, where less may be offered than the address holds: then the default."""
    item, code = offered.get(name), chosen(name)
    if item is None:
        return ""
    return code if item.accepts(code) else item.default


def choose(name: str, code: str) -> None:
    """Choose a code from elsewhere than its selector (a click on the map)."""
    _take({name: code})


def _take(codes: dict[str, str]) -> None:
    visit = _visit()
    visit.chosen, visit.problems = visit.chosen | codes, []
    if visit.first:
        visit.late = True
    else:
        _write(visit)


def problems() -> list[str]:
    """Return what the address got wrong, until the reader chooses something."""
    return list(_visit().problems)


def picked(name: str, then: Callable[[], None] | None = None) -> None:
    """Take what the selector of a parameter shows."""
    choose(name, st.session_state[f"choix_{name}"])
    if then:
        then()


def _offered(codes: dict[str, str]) -> None:
    landing.at_the_top()
    _take(codes)


def _write(visit: _Visit) -> None:
    visit.seen = write(visit.chosen)
    st.query_params.from_dict(visit.seen)
