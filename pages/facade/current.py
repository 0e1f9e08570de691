"""The edition of this run: every figure of one page comes from one workbook, whatever happens meanwhile."""

import os
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from indicators import structure
from loaders.editions import CurrentEdition, EditionKeeper
from loaders.store import Store
from pages.facade.cache import kept

ROOT = Path(__file__).parents[2]

_current: ContextVar[CurrentEdition] = ContextVar("current")


def begin() -> CurrentEdition:
    """Choose the edition of this run, so that every figure of one page comes from one edition."""
    edition = _keeper().current()
    _current.set(edition)
    return edition


def store() -> Store:
    """Return the store of this run; its `key` goes first into every cache."""
    return _current.get().store


def edition() -> structure.Edition:
    """Return what identifies the edition shown in this run."""
    return _edition(store().key, store())


def readiness() -> dict[str, Any]:
    """Run one real query; raises StoreError or OSError when the data cannot be served."""
    current = _keeper().current()
    regions = len(structure.regions(current.store))
    return {"ready": regions > 0, "edition": current.store.sha256[:12], "regions": regions}


@kept(max_entries=1)
def _keeper() -> EditionKeeper:
    workbook = os.environ.get("OBSERVATOIRE_CLASSEUR", ROOT / "data" / "indicateurs_regionaux.xlsx")
    stores = os.environ.get("OBSERVATOIRE_MAGASIN", ROOT / ".store")
    return EditionKeeper(Path(workbook), Path(stores))


@kept(max_entries=4)
def _edition(key: str, _store: Store) -> structure.Edition:
    return structure.edition(_store)
