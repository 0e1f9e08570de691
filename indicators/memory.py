"""What has been computed, kept a while: each result once, even when several threads ask at the same time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import RLock
from typing import Any, TypeVar, cast

_Result = TypeVar("_Result")


@dataclass(slots=True)
class _Entry:
    lock: RLock = field(default_factory=RLock)
    known: bool = False
    result: Any = None


class Memory:
    """At most `most` results, the longest unused forgotten first. Safe to share between threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = RLock()
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()

    def once(self, key: Hashable, compute: Callable[[], _Result]) -> _Result:
        """Return what `compute` gave the first time; whoever asks meanwhile waits for that first time.

        An error is not kept: the next one who asks tries again.
        """
        entry = self._entry(key)
        with entry.lock:
            if not entry.known:
                entry.result = compute()
                entry.known = True
        return cast("_Result", entry.result)

    def _entry(self, key: Hashable) -> _Entry:
        with self._lock:
            entry = self._entries.setdefault(key, _Entry())
            self._entries.move_to_end(key)
            while len(self._entries) > self._most:
                self._entries.popitem(last=False)
            return entry
