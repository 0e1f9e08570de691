"""Which edition is served: the newest workbook that is accepted, noticed without a restart.

The cost of a call is one `stat` as long as the workbook does not change. When it does, one thread reads it
while the others are still given the previous edition. A store is never closed here: whoever holds it can go
on asking, and it goes away with its last holder.
"""

from __future__ import annotations

import hashlib
import logging
import math
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

from loaders import place
from loaders.edition import load
from loaders.file.guard import MAXIMUM_FILE_BYTES, refuse
from loaders.findings import Finding, WorkbookRefused
from loaders.naming import quote
from loaders.reference import Reference, build_reference
from loaders.served.shelf import Shelf
from loaders.store import Computation, Store, StoreError
from loaders.tables import read_tables

# A workbook written twice within the clock tick of the file system, with the same size, looks unchanged;
# one that is locked by the program that writes it looks the same when it is released. Both are looked at
# again after this long.
LOOK_AGAIN_SECONDS = 2.0

_LOG = logging.getLogger(__name__)

Signature = tuple[int, int, int] | None


class NoEdition(StoreError):
    """Nothing can be served: the workbook is refused and no earlier store is left. `str()` is in French."""


@dataclass(frozen=True, slots=True)
class CurrentEdition:
    """What a page serves for its whole run. `refusal`: why it is not the workbook of today, in French."""

    store: Store
    refusal: str | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Identity:
    """The workbook as it was looked at: its `stat`, its content, and when to look again all the same."""

    signature: Signature
    content: str
    look_again: float


@dataclass(frozen=True, slots=True)
class _State:
    """What was concluded from a workbook: the store to serve, and why it is not that of this workbook."""

    identity: _Identity
    store: Store | None
    refusal: WorkbookRefused | None


class EditionKeeper:
    """Serves the newest accepted edition of one workbook. Safe to share between threads.

    `computation`: what is computed once from each edition, before it is served.
    """

    def __init__(self, workbook: Path, directory: Path, computation: Computation | None = None) -> None:
        self._workbook = workbook
        self._shelf = Shelf(directory, computation)
        self._lock = threading.Lock()
        self._state: _State | None = None

    def current(self) -> CurrentEdition:
        """Return the edition to serve now; raises `NoEdition` when there is none at all."""
        state = self._state
        if state is None or self._is_stale(state):
            state = self._refreshed(state)
        if state.store is None:
            raise NoEdition(str(state.refusal))
        if state.refusal is None:
            return CurrentEdition(state.store)
        return CurrentEdition(state.store, str(state.refusal), tuple(state.refusal.findings))

    def _is_stale(self, state: _State) -> bool:
        identity = state.identity
        return identity.signature != self._signature() or time.monotonic() >= identity.look_again

    def _signature(self) -> Signature:
        try:
            found = self._workbook.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _refreshed(self, known: _State | None) -> _State:
        """Look at the workbook again, in one thread; the others keep what they know, or wait."""
        if not self._lock.acquire(blocking=known is None) and known is not None:
            return known
        try:
            state = self._state
            if state is None or self._is_stale(state):
                state = self._state = self._concluded(state)
            return state
        finally:
            self._lock.release()

    def _concluded(self, known: _State | None) -> _State:
        """Read the workbook and decide what is served; if it changes meanwhile, the next call sees it."""
        signature = self._signature()
        try:
            data, reference = self._bytes(), build_reference(read_tables())
        except WorkbookRefused as refusal:
            return self._refused(refusal, known, _Identity(signature, "", self._look_again(None)))
        content = hashlib.sha256(data).hexdigest() + reference.sha256
        identity = _Identity(signature, content, self._look_again(signature))
        if known is not None and known.identity.content == content:
            return replace(known, identity=identity)
        try:
            return _State(identity, self._store_of(data, reference, known), None)
        except WorkbookRefused as refusal:
            return self._refused(refusal, known, identity)

    def _store_of(self, data: bytes, reference: Reference, known: _State | None) -> Store:
        """Open the store of this content, or load and build it. Raises `WorkbookRefused`."""
        sha256 = hashlib.sha256(data).hexdigest()
        if known is not None and known.store is not None and known.store.is_of(sha256, reference.sha256):
            return known.store
        store = self._shelf.find(sha256, reference.sha256)
        if store is None:
            edition = load(data, self._workbook.name, reference)
            try:
                store = self._shelf.put(edition)
            except StoreError as error:
                _LOG.exception("the store of %s cannot be built", self._workbook)
                raise refuse(
                    "enregistrement_impossible",
                    "Le classeur a été lu, mais ses données n’ont pas pu être enregistrées.",
                    "Signaler ce classeur aux personnes qui maintiennent l’application.",
                ) from error
        self._shelf.remember(store)
        return store

    def _refused(self, refusal: WorkbookRefused, known: _State | None, identity: _Identity) -> _State:
        """Keep serving what was served, or what the last process to run remembered."""
        return _State(identity, self._shelf.last() if known is None else known.store, refusal)

    def _bytes(self) -> bytes:
        name = quote(self._workbook.name)
        try:
            with self._workbook.open("rb") as file:
                # One byte more than allowed is enough for `load` to refuse.
                return file.read(MAXIMUM_FILE_BYTES + 1)
        except FileNotFoundError as error:
            raise refuse(
                "fichier_introuvable",
                f"Le fichier {name} n’existe pas ou plus.",
                place.advice(self._workbook, "Le remettre à sa place\u202f: il sera relu aussitôt."),
            ) from error
        except OSError as error:
            raise refuse(
                "fichier_illisible",
                f"Le fichier {name} ne peut pas être lu.",
                place.advice(
                    self._workbook,
                    "Le fermer dans le logiciel qui l’utilise, et vérifier le droit de le lire.",
                ),
            ) from error

    def _look_again(self, signature: Signature) -> float:
        """Return when to look again although nothing seems to change: soon after a write or a failure."""
        settled = signature is not None and signature[0] < time.time_ns() - LOOK_AGAIN_SECONDS * 1e9
        return math.inf if settled else time.monotonic() + LOOK_AGAIN_SECONDS
