"""The edition of this run: every figure of one page comes from one workbook, whatever happens meanwhile."""

from contextvars import ContextVar
from pathlib import Path
from typing import Any

import streamlit as st

from indicators import structure
from loaders import place
from loaders.archive import Archive
from loaders.editions import CurrentEdition, EditionKeeper
from loaders.store import Store
from pages.facade.cache import kept
from pages.facade.own import OwnEdition

ROOT = Path(__file__).parents[2]

_current: ContextVar[CurrentEdition] = ContextVar("current")

# What this visitor brought, in the state of the visit: accepted last, and looked at instead of the public
# workbook.
_ACCEPTED, _SHOWN = "classeur_accepte", "classeur_montre"
# The visitor has gone back to the public workbook and has brought nothing since.
_LEFT = "classeur_quitte"


def begin(own: OwnEdition | None = None) -> CurrentEdition:
    """Choose the edition of this run, so that every figure of one page comes from one edition.

    `own`: the visitor's, instead of the public one.
    """
    edition = CurrentEdition(own.store) if own else _keeper().current()
    _current.set(edition)
    return edition


def mine() -> OwnEdition | None:
    """Return the last workbook that this visitor brought and that was accepted, looked at or not."""
    found: OwnEdition | None = st.session_state.get(_ACCEPTED)
    return found


def shown() -> OwnEdition | None:
    """Return the workbook of this visitor that every page is made from; None: the public one."""
    found: OwnEdition | None = st.session_state.get(_SHOWN)
    return found


def accept(own: OwnEdition) -> None:
    """Keep a workbook for this visit; what is looked at does not change."""
    st.session_state[_ACCEPTED] = own
    st.session_state.pop(_LEFT, None)


def show(own: OwnEdition) -> None:
    """From the next run on, make every page of this visit from this workbook."""
    st.session_state[_SHOWN] = own
    st.session_state.pop(_LEFT, None)


def has_left() -> bool:
    """Say whether this visitor has gone back to the public workbook and has brought nothing since."""
    return _LEFT in st.session_state


def leave() -> None:
    """From the next run on, make every page of this visit from the public workbook; keep the other aside."""
    st.session_state.pop(_SHOWN, None)
    st.session_state[_LEFT] = True


def forget() -> None:
    """Leave the visitor's workbook and keep nothing of it."""
    leave()
    st.session_state.pop(_ACCEPTED, None)


def public() -> CurrentEdition:
    """Return the public edition, whatever this visit looks at; raises `NoEdition`."""
    return _keeper().current()


def archive() -> Archive:
    """Return the folder of the replaced public editions (see `loaders.install`)."""
    return Archive(public_workbook())


def store() -> Store:
    """Return the store of this run; its `key` goes first into every cache."""
    return _current.get().store


def edition() -> structure.Edition:
    """Return what identifies the edition shown in this run."""
    return _edition(store().key, store())


def public_workbook() -> Path:
    """Return where the public workbook is."""
    return place.workbook()


def readiness() -> dict[str, Any]:
    """Run one real query; raises StoreError or OSError when the data cannot be served."""
    current = _keeper().current()
    regions = len(structure.regions(current.store))
    return {"ready": regions > 0, "edition": current.store.sha256[:12], "regions": regions}


def _keeper() -> EditionKeeper:
    return _keeper_of(public_workbook(), place.stores())


# A server has one; tests move the workbook.
@kept(max_entries=2)
def _keeper_of(workbook: Path, stores: Path) -> EditionKeeper:
    return EditionKeeper(workbook, stores)


@kept(max_entries=4)
def _edition(key: str, _store: Store) -> structure.Edition:
    return structure.edition(_store)
