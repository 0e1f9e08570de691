"""The folder where stores are kept: found by content, the last good one remembered, old ones thrown away."""

from __future__ import annotations

import logging
import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.served.archive import replace
from loaders.store import BUILDING, Computation, Store, StoreError, build, open_file
from loaders.store.recipe import file_name

if TYPE_CHECKING:
    from loaders.edition import LoadedEdition

_LOG = logging.getLogger(__name__)

# Small text file that names the last good store, for a restart beside a refused workbook. A text file and
# not a link: links need rights on Windows.
POINTER = "current"
_STORE_NAME = re.compile(r"[0-9a-f]{16}-[0-9a-f]{8}\.duckdb")
_KEPT = 3
_ABANDONED_AFTER_SECONDS = 3600


class Shelf:
    """A folder of stores. It may vanish, be read-only or be shared with another process without harm.

    `computation`: what is computed once from each edition and kept in its file.
    """

    def __init__(self, directory: Path, computation: Computation | None = None) -> None:
        self._directory = directory
        self._computation = computation

    def find(self, sha256: str, reference_sha256: str) -> Store | None:
        """Open the store of a workbook if it is there and whole."""
        made_by = self._computation.made_by if self._computation else ""
        return self._open(file_name(sha256, reference_sha256, made_by))

    def put(self, edition: LoadedEdition) -> Store:
        """Build the store of an edition and open it; in memory when it cannot be written into the folder.

        Raises `StoreError` when the edition itself cannot be stored.
        """
        try:
            return open_file(build(edition, self._directory, self._computation))
        except OSError:
            _LOG.warning("no store can be written into %s: it is in memory", self._directory, exc_info=True)
            return Store.in_memory(edition)

    def last(self) -> Store | None:
        """Open the store that was last remembered, if it is still whole and of this version."""
        try:
            name = (self._directory / POINTER).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return self._open(name) if _STORE_NAME.fullmatch(name) else None

    def remember(self, store: Store) -> None:
        """Name this store as the last good one, and throw away those that nobody needs any more."""
        name = f"{store.key}.duckdb"
        # Without the folder there is nothing to remember in: the store is served all the same.
        with suppress(OSError):
            os.utime(self._directory / name)
            replace(self._directory / POINTER, name.encode(), BUILDING)
            self._tidy(name)

    def _open(self, name: str) -> Store | None:
        path = self._directory / name
        if not path.is_file():
            return None
        try:
            return open_file(path)
        except StoreError:
            return None

    def _tidy(self, current: str) -> None:
        """Keep the current store and the latest few; a file that is held by someone is left for next time."""
        stores = [path for path in self._directory.glob("*.duckdb") if _STORE_NAME.fullmatch(path.name)]
        for path in sorted(stores, key=_modified, reverse=True)[_KEPT:]:
            if path.name != current:
                with suppress(OSError):
                    path.unlink()
        for path in self._directory.glob(f"{BUILDING}*"):
            if time.time() - _modified(path) > _ABANDONED_AFTER_SECONDS:
                _remove(path)


def _modified(path: Path) -> float:
    """Return the time of the last change; a file that has just gone is the oldest."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
