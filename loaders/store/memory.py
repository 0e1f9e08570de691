"""What has been computed, kept a while: each result once, even when several threads ask at the same time."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Condition
from typing import Any, TypeVar, cast

from cachetools import LRUCache, cached

_Result = TypeVar("_Result")


class Memory:
    """At most `most` results, the longest unused forgotten first. Safe to share between threads.

    `size`: what a result counts for, one when it is not given; what is larger than `most` is never kept.
    """

    def __init__(self, most: int, size: Callable[[Any], int] | None = None) -> None:
        # Held while a key is looked up, never while its result is computed; those who ask meanwhile wait.
        kept: LRUCache[Hashable, object] = LRUCache(most, size)
        self._asked = cached(kept, key=lambda key, _compute: key, condition=Condition())(_computed)

    def once(self, key: Hashable, compute: Callable[[], _Result]) -> _Result:
        """Return what `compute` gave the first time; whoever asks meanwhile waits for that first time.

        An error is not kept: the next one who asks tries again. `compute` must not ask for its own key.
        """
        return cast("_Result", self._asked(key, compute))


def _computed(_key: Hashable, compute: Callable[[], _Result]) -> _Result:
    return compute()
