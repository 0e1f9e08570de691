"""What the rooms make of the results of an edition: once for whoever asks, forgotten with the edition."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from indicators.results import Results
from loaders.store.memory import Memory


class EditionMemory:
    """A memory of at most `most` results for each edition. Safe to share between threads.

    What is kept must not hold the results it is made of: they would never go.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: WeakKeyDictionary[Results, Memory] = WeakKeyDictionary()

    def of(self, results: Results) -> Memory:
        """Return the memory of an edition."""
        return self._kept.setdefault(results, Memory(self._most))
