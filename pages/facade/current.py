"""The edition of this run: every figure of one page comes from one workbook, whatever happens meanwhile."""

from pathlib import Path
from typing import Any

import streamlit as st

from indicators import kept, structure
from loaders import place
from loaders.served.archive import Archive
from loaders.served.keeper import EditionKeeper
from loaders.store import Store
from loaders.store.memory import Memory
from pages.facade import edition
from pages.facade.edition import Edition, OwnEdition, per_process
from readings.overview import door

ROOT = Path(__file__).parents[2]

# The one that is served and the one before: a workbook put back finds its results.
_PUBLIC = Memory(2)
# What this visitor brought, in the state of the visit: accepted last, and looked at instead of the public
# workbook.
_ACCEPTED, _SHOWN = "classeur_accepte", "classeur_montre"
# The visitor has gone back to the public workbook and has brought nothing since.
_LEFT = "classeur_quitte"


def begin(own: OwnEdition | None = None) -> str:
    """Choose the edition of this run, so that every figure of one page comes from one edition.

    `own`: the visitor's, instead of the public one. Return why the public one is not the workbook of today,
    in French, `""` when it is; raises `NoEdition`.
    """
    if own:
        edition.use(own.edition)
        return ""
    served = _keeper().current()
    edition.use(shared(served.store))
    return served.refusal or ""


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


def public() -> Edition:
    """Return the public edition, whatever this visit looks at; raises `NoEdition`."""
    return shared(_keeper().current().store)


def archive() -> Archive:
    """Return the folder of the replaced public editions (see `loaders.served.install`)."""
    return Archive(place.workbook())


def identity() -> structure.Edition:
    """Return what identifies the edition shown in this run."""
    return edition.results().edition()


def readiness() -> dict[str, Any]:
    """Run one real query; raises StoreError or OSError when the data cannot be served."""
    store = _keeper().current().store
    regions = len(structure.regions(store))
    return {"ready": regions > 0, "edition": store.sha256[:12], "regions": regions}


def region_names() -> dict[str, str]:
    """Return the regions of the public edition by code; raises StoreError or OSError like `readiness`."""
    found = structure.regions(_keeper().current().store)
    return dict(zip(found["region_code"], found["name"], strict=True))


def about() -> str:
    """Say what the public edition holds, as the front door does; raises like `region_names`."""
    return door.what(public().results)


def _keeper() -> EditionKeeper:
    return _keeper_of(place.workbook(), place.stores())


# A server has one; tests move the workbook.
@per_process(max_entries=2)
def _keeper_of(workbook: Path, stores: Path) -> EditionKeeper:
    return EditionKeeper(workbook, stores, kept.computation())


def shared(store: Store) -> Edition:
    """Return the public edition of a store: stores of the same content have one, and its results."""
    return _PUBLIC.once(store.key, lambda: Edition(store))
