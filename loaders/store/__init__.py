"""The store: an edition in typed tables, built once, then only read."""

from loaders.store.database import BUILDING, FRANCE, Store, StoreError, build, open_file
from loaders.store.kept import Computation

__all__ = ["BUILDING", "FRANCE", "Computation", "Store", "StoreError", "build", "open_file"]
