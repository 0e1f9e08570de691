"""The figures that a visit keeps for its debate: what draws them and nothing drawn, until a room is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.look import Look
from exports.stamp import Stamp
from pages.facade import debate
from pages.facade import taken as files

ADD, REMOVE = "Ajouter au débat", "Retirer du débat"
_KEPT = "debat_figures"


@dataclass(frozen=True)
class Kept:
    """A figure as it was seen: what it says of itself, its numbers and drawing, its region, its edition.

    `edition`: what names the edition of the run in which it was seen.
    """

    about: Stamp
    numbers: Callable[[], pd.DataFrame]
    drawing: Callable[[Look], dict[str, Any]]
    region: str
    edition: object


def offer(key: str, kept: Kept) -> None:
    """Draw the button that adds a figure to the debate of this visit, or takes it out again."""
    if key in _kept():
        st.button(REMOVE, key=f"{key}_debat", on_click=remove, args=(key,))
    else:
        st.button(ADD, key=f"{key}_debat", on_click=_add, args=(key, kept))


def figures() -> dict[str, Kept]:
    """Return the figures of the edition of this run, in the order they were added."""
    now = files.edition_of_run()
    return {key: kept for key, kept in _kept().items() if kept.edition is now}


def stale() -> list[str]:
    """Return the titles of those that rest on another edition: they would stand beside other figures."""
    return [kept.about.title for key, kept in _kept().items() if key not in figures()]


def drawable() -> dict[str, debate.Figure]:
    """Return what a room draws of them."""
    return {
        key: debate.figure(kept.about, kept.numbers, kept.drawing, kept.region)
        for key, kept in figures().items()
    }


def remove(key: str) -> None:
    """Take a figure out."""
    _kept().pop(key, None)


def _add(key: str, kept: Kept) -> None:
    _kept()[key] = kept


def _kept() -> dict[str, Kept]:
    found: dict[str, Kept] = st.session_state.setdefault(_KEPT, {})
    return found
