"""The store: an edition in typed tables, built once, then only read."""

from loaders.store.database import BUILDING, FRANCE, Store, StoreError, build, open_file

__all__ = ["BUILDING", "FRANCE", "Store", "StoreError", "build", "open_file"]
